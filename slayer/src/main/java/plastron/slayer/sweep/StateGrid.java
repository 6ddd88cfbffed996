package plastron.slayer.sweep;

import java.util.Optional;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.PlasticityRule;

/**
 * What a rule's state is rounded to after every update, or the trace that makes one of the rates it
 * reads after every step. Its gradient is that of a state, or a rate, that is not rounded.
 *
 * @param site index in {@link plastron.plasticity.model.PlasticGraph#sites()}
 * @param state its name, or the name of the rate
 * @param factor name of a parameter of the rule: the grid is that of factor times state; empty if
 *     it is that of the state itself. Where the factor is 0, and every state would be the same, the
 *     state has fine steps of its own, so that the gradient by the factor does not vanish. Rates
 *     have no factor.
 * @param grid with steps; only that of a rate has bounds, a state has its own
 */
public record StateGrid(int site, String state, String factor, Grid grid) {

  public StateGrid {
    boolean known =
        switch (grid.rounding()) {
          case NEAREST, NEAREST_EVEN, DOWN, RANDOM -> true;
          case TO_ZERO -> false;
        };
    if (site < 0 || !(grid.step() > 0) || !known) {
      throw new IllegalArgumentException(
          "Grid of state %s at site %d (%s) must have steps, and not round to zero."
              .formatted(state, site, grid));
    }
  }

  /**
   * Whether a rule reads this rate, or has this state, and the factor with one value for each of
   * the state's or all.
   */
  public boolean fits(PlasticityRule rule) {
    if (isRate(rule)) {
      return factor.isEmpty();
    }
    Optional<Symbol> rounded = rule.symbol(state).filter(s -> s.role() == Role.STATE);
    Optional<Symbol> with = rule.symbol(factor).filter(s -> s.role() == Role.PARAMETER);
    return rounded.isPresent()
        && !new Bounds(grid.low(), grid.high()).areFinite()
        && (factor.isEmpty() || with.isPresent())
        && with.stream()
            .allMatch(f -> rounded.get().axis().union(f.axis()) == rounded.get().axis());
  }

  /** Whether this is the grid of a rate that a rule reads. */
  public boolean isRate(PlasticityRule rule) {
    return rule.symbol(state).filter(s -> s.role() == Role.ACTIVITY).isPresent();
  }
}
