package plastron.slayer.sweep;

import java.util.List;
import java.util.Optional;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.FlooredProduct;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.PlasticityRule;

/**
 * What a rule's state is rounded to after every update, or a trace after every step: one of single
 * spikes, or that which makes one of the rates it reads. Its gradient is that of a state, or a
 * rate, that is not rounded.
 *
 * @param site index in {@link plastron.plasticity.model.PlasticGraph#sites()}
 * @param state its name, or the name of the trace of spikes or the rate
 * @param factor name of a parameter of the rule: the grid is that of factor times state; empty if
 *     it is that of the state itself. Where the factor is 0, and every state would be the same, the
 *     state has fine steps of its own, so that the gradient by the factor does not vanish. Rates
 *     and traces have no factor.
 * @param grid with steps; bounds beside those of the state itself are the same for both signs where
 *     there is a factor
 * @param products what of the state's update is rounded down before the state is, and so makes it
 *     smaller (larger where the factor is negative); none of a rate or trace
 */
public record StateGrid(
    int site, String state, String factor, Grid grid, List<FlooredProduct> products) {

  /** A grid of a state whose update is exact before it is rounded, or of a rate. */
  public StateGrid(int site, String state, String factor, Grid grid) {
    this(site, state, factor, grid, List.of());
  }

  public StateGrid {
    products = List.copyOf(products);
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
    if (isRate(rule) || isTrace(rule)) {
      return factor.isEmpty() && products.isEmpty();
    }
    Optional<Symbol> rounded = rule.symbol(state).filter(s -> s.role() == Role.STATE);
    Optional<Symbol> with = rule.symbol(factor).filter(s -> s.role() == Role.PARAMETER);
    return rounded.isPresent()
        && (factor.isEmpty() || grid.low() == -grid.high())
        && (products.isEmpty() || rounded.get().axis() == Axis.SYNAPSE)
        && (factor.isEmpty() || with.isPresent())
        && with.stream()
            .allMatch(f -> rounded.get().axis().union(f.axis()) == rounded.get().axis());
  }

  /** The bounds of the whole number of steps that is held. */
  public Bounds wholes() {
    return new Bounds(Math.rint(grid.low() / grid.step()), Math.rint(grid.high() / grid.step()));
  }

  /** Whether this is the grid of a trace of single spikes. */
  public boolean isTrace(PlasticityRule rule) {
    return rule.symbol(state).filter(s -> s.role() == Role.TRACE).isPresent();
  }

  /** Whether this is the grid of a rate that a rule reads. */
  public boolean isRate(PlasticityRule rule) {
    return rule.symbol(state).filter(s -> s.role() == Role.ACTIVITY).isPresent();
  }
}
