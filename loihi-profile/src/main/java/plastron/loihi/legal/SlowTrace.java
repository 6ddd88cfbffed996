package plastron.loihi.legal;

import java.util.List;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/**
 * A pre state that is a leaky average of the pre rates, {@code phi' = phi - g.phi + g.x}: a second,
 * slower trace of the same spikes.
 *
 * @param state such as phi
 * @param rate g, one number per layer
 */
public record SlowTrace(Symbol state, Symbol rate) {

  /** Whether an update has this form. */
  static boolean fits(NormalUpdate update) {
    return rate(update) != null;
  }

  static SlowTrace of(NormalUpdate update) {
    Symbol rate = rate(update);
    if (rate == null) {
      throw new IllegalArgumentException(
          "State (%s) is no leaky average.".formatted(update.state()));
    }
    return new SlowTrace(update.state(), rate);
  }

  private static @org.jspecify.annotations.Nullable Symbol rate(NormalUpdate update) {
    Symbol state = update.state();
    Polynomial next = update.next();
    for (Term term : next.terms()) {
      List<Symbol> rates = term.factors(Axis.GLOBAL);
      List<Symbol> activities = term.factors(Axis.PRE);
      if (rates.size() == 1
          && activities.size() == 1
          && term.factors().size() == 2
          && activities.getFirst().role() == Role.ACTIVITY
          && rates.getFirst().role() == Role.PARAMETER) {
        Polynomial leaky =
            Polynomial.of(
                List.of(
                    new Term(1, List.of(state)),
                    new Term(-1, List.of(rates.getFirst(), state)),
                    new Term(1, List.of(rates.getFirst(), activities.getFirst()))));
        if (leaky.equals(next)) {
          return rates.getFirst();
        }
      }
    }
    return null;
  }
}
