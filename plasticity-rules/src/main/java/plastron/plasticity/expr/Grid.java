package plastron.plasticity.expr;

import java.util.random.RandomGenerator;
import plastron.core.check.Require;

/**
 * The numbers that a register of a chip can hold: multiples of a step between two bounds. What is
 * rounded so in training has the gradient of what was not, as long as it lay within the bounds.
 *
 * @param step distance of two neighbours, at least 0; 0 if every number is held exactly
 * @param low smallest number, possibly infinite
 * @param high largest number, at least {@code low}, possibly infinite
 * @param rounding how numbers between two neighbours are rounded
 */
public record Grid(double step, double low, double high, Rounding rounding) {

  /** How a number becomes a multiple of the step. */
  public enum Rounding {
    /** To the nearer neighbour, halves up. */
    NEAREST,
    /** To the nearer neighbour, halves to the even multiple. */
    NEAREST_EVEN,
    /** To the lower neighbour. */
    DOWN,
    /** To the neighbour that is nearer to zero. */
    TO_ZERO,
    /** To either neighbour, so that the expected value is exact. */
    RANDOM
  }

  /** Every number. */
  public static final Grid EXACT =
      new Grid(0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Rounding.NEAREST);

  public Grid {
    Require.given("Rounding of a grid", rounding);
    if (!(step >= 0) || Double.isInfinite(step) || !(low <= high)) {
      throw new IllegalArgumentException(
          "Grid (steps of %s from %s to %s) needs a finite step of at least 0 and ordered bounds."
              .formatted(step, low, high));
    }
  }

  /** All multiples of a step. */
  public static Grid of(double step, Rounding rounding) {
    return new Grid(step, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, rounding);
  }

  /** The same steps between other bounds. */
  public Grid within(double newLow, double newHigh) {
    return new Grid(step, newLow, newHigh, rounding);
  }

  /** The same bounds without steps: what is left when nothing is rounded. */
  public Grid unrounded() {
    return new Grid(0, low, high, rounding);
  }

  /** Whether every number is held as it is. */
  public boolean isExact() {
    return step == 0 && !new Bounds(low, high).areFinite();
  }

  /** Whether the gradient by what is held is that by the number itself: 0 beyond the bounds. */
  public boolean passes(double value) {
    return value >= low && value <= high;
  }

  /**
   * The number that is held for another one.
   *
   * @param random asked only where rounding is random
   */
  public double hold(double value, RandomGenerator random) {
    return Math.clamp(step == 0 ? value : step * multiple(value / step, random), low, high);
  }

  private double multiple(double scaled, RandomGenerator random) {
    return switch (rounding) {
      case NEAREST -> Math.floor(scaled + 0.5);
      case NEAREST_EVEN -> Math.rint(scaled);
      case DOWN -> Math.floor(scaled);
      case TO_ZERO -> scaled < 0 ? Math.ceil(scaled) : Math.floor(scaled);
      case RANDOM -> {
        double floor = Math.floor(scaled);
        yield scaled == floor || random.nextDouble() >= scaled - floor ? floor : floor + 1;
      }
    };
  }
}
