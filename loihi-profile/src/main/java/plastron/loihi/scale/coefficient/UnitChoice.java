package plastron.loihi.scale.coefficient;

import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * Chooses a unit that is free so that a coefficient is exactly one the engine has, at the least
 * loss of range.
 */
public final class UnitChoice {

  private UnitChoice() {}

  /**
   * The best unit.
   *
   * @param coefficient above 0; the engine's coefficient is {@code coefficient / unit}
   * @param smallest the least unit, above 0
   * @param largestMantissa 1..7
   * @param loss what else a unit costs, 1 for nothing; empty if it is not possible
   */
  public static Optional<Double> dividing(
      double coefficient,
      double smallest,
      int largestMantissa,
      DoubleFunction<Optional<Double>> loss) {
    double best = Double.POSITIVE_INFINITY;
    Optional<Double> chosen = Optional.empty();
    for (Piece piece : CoefficientFit.steps(largestMantissa)) {
      double unit = coefficient / Math.scalb((double) piece.mantissa(), piece.exponent());
      if (unit >= smallest) {
        Optional<Double> other = loss.apply(unit);
        if (other.isPresent() && other.get() * unit < best) {
          best = other.get() * unit;
          chosen = Optional.of(unit);
        }
      }
    }
    return chosen;
  }

  /**
   * The same for a unit that multiplies: the engine's coefficient is {@code coefficient * unit}.
   */
  public static Optional<Double> multiplying(
      double coefficient, double smallest, int largestMantissa) {
    double best = Double.POSITIVE_INFINITY;
    for (Piece piece : CoefficientFit.steps(largestMantissa)) {
      double unit = Math.scalb((double) piece.mantissa(), piece.exponent()) / Math.abs(coefficient);
      if (unit >= smallest && unit < best) {
        best = unit;
      }
    }
    return Double.isInfinite(best) ? Optional.empty() : Optional.of(best);
  }
}
