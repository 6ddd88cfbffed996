package plastron.plasticity.family;

import java.util.Optional;
import plastron.core.check.Require;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Role;
import plastron.plasticity.rule.PlasticityRule;

/**
 * How a rule whose trace predicts the post rates from all pre rates (a signal with {@code Dot(E,
 * x)}) behaves under constant rates: the deviation from its fixed point shrinks by {@code 1 - gain}
 * per window along the direction of the rates.
 *
 * @param gain {@code eta (1 + |x|^2)}
 */
public record OjaStability(double gain) {

  /**
   * The stability under these rates.
   *
   * @param eta learning rate of the trace
   * @param rates of the presynaptic neurons, not modified
   */
  public static OjaStability of(double eta, double[] rates) {
    Require.given("Rates", rates);
    double norm = 0;
    for (double rate : rates) {
      norm += rate * rate;
    }
    return new OjaStability(eta * (1 + norm));
  }

  /** Whether a rule predicts with its own trace, so that this matters to it. */
  public static boolean concerns(PlasticityRule rule) {
    return Require.given("Rule", rule).signals().stream()
        .anyMatch(signal -> predicts(signal.value()));
  }

  /**
   * Whether the trace overshoots its fixed point in every window: what it learned before is gone.
   */
  public boolean overshoots() {
    return gain > 1;
  }

  /** Whether the trace moves away from its fixed point until bounds stop it. */
  public boolean diverges() {
    return gain > 2;
  }

  /** A line for people, if there is reason to warn. */
  public Optional<String> warning() {
    if (!overshoots()) {
      return Optional.empty();
    }
    String effect =
        diverges() ? "runs into its bounds" : "forgets in every window what it held before";
    return Optional.of(
        "The trace %s: eta (1 + |x|^2) is (%s), expected at most 1.%nMaybe use a smaller eta or a larger reference rate."
            .formatted(effect, gain));
  }

  private static boolean predicts(Expr expr) {
    return switch (expr) {
      case Expr.Const c -> false;
      case Expr.Ref r -> false;
      case Expr.Neg n -> predicts(n.operand());
      case Expr.Sum s -> s.parts().stream().anyMatch(OjaStability::predicts);
      case Expr.Product p -> p.parts().stream().anyMatch(OjaStability::predicts);
      case Expr.Apply f -> predicts(f.operand());
      case Expr.Dot d -> d.matrix().axis() == Axis.SYNAPSE && d.matrix().role() == Role.STATE;
    };
  }
}
