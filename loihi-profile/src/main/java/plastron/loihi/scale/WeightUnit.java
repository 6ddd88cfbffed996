package plastron.loihi.scale;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import plastron.loihi.rule.Product;
import plastron.loihi.rule.Variable;
import plastron.loihi.scale.Membrane.Exponents;
import plastron.loihi.scale.coefficient.ScaleChoice;
import plastron.loihi.scale.coefficient.UnitChoice;
import plastron.loihi.scale.coefficient.Units;

/**
 * The unit of the plastic weights and that of the tags, chosen so that the coefficient of the
 * rule's leading term is one that the engine has.
 *
 * @param unit the alpha.E that a plastic weight of 1 stands for
 * @param tagUnit the alpha that a tag of 1 stands for, 1 if alpha is not in the tag
 * @param largestTag largest magnitude of a tag
 */
record WeightUnit(double unit, double tagUnit, int largestTag) {

  static final int LARGEST_WEIGHT = 254;
  static final int LARGEST_TAG = 255;

  private static final int MOST_TAG_HALVINGS = 4;
  private static final int MOST_DOUBLINGS = 3;

  /** The weights may grow to this many times what calibration saw. */
  static final double HEADROOM = 1.3;

  /** Fewer steps than this make a sign, not a weight. */
  private static final double FEWEST_STEPS = 2;

  /** A constant of at least this in place of a small mantissa is right to 3 %. */
  private static final double LEAST_CONSTANT = 16;

  /**
   * Chooses.
   *
   * @param choice whether the unit is the least or one that makes a coefficient exact
   * @param series the products of the plastic weights for a largest magnitude of tags
   * @param units of all other operands; the tag's is replaced
   * @return empty if that was refused
   */
  static Optional<WeightUnit> choose(
      LayerValues values,
      Membrane membrane,
      ScaleChoice choice,
      IntFunction<Series> series,
      Units units,
      Report report) {
    double seen = values.layer().ranges().plastic().maxAbsolute();
    double room = values.layer().ranges().plastic().room(HEADROOM);
    double wanted = seen > 0 ? room / LARGEST_WEIGHT : membrane.staticUnit() / 16;
    double least = membrane.leastUnit(wanted);
    if (seen > 0 && seen < FEWEST_STEPS * least) {
      report.refuse(
          "L-WEIGHT-SCALE",
          String.format(
              Locale.ROOT,
              "alpha.E reaches %.3g in calibration; the smallest step that plastic weights can have"
                  + " beside static weights of %.3g is %.3g, expected at least %.0f steps.",
              seen,
              membrane.largestWeight(),
              least,
              FEWEST_STEPS),
          String.format(
              Locale.ROOT,
              "Maybe train with alpha %.3g times as large.",
              8 * FEWEST_STEPS * least / seen));
      return Optional.empty();
    }
    if (least > wanted) {
      report.lossy(
          "L-WEIGHT-SCALE",
          String.format(
              Locale.ROOT,
              "plastic weights use %.3g of their 8 bits, because static weights are that much"
                  + " larger.",
              wanted / least),
          "Maybe train with larger alpha.");
    }
    double start = least;
    double coefficient = 0;
    double smallest = 0;
    for (int doubling = 0; doubling <= MOST_DOUBLINGS; doubling++, least *= 2) {
      double tagUnit = values.rule().alphaInTag() ? largestAlpha(values) / LARGEST_TAG : 1;
      int largestTag = LARGEST_TAG;
      for (int halving = 0; halving <= MOST_TAG_HALVINGS; halving++) {
        Series weights = series.apply(largestTag);
        coefficient = weights.leadingCoefficient(units.with(Variable.T, tagUnit));
        smallest = smallest(weights);
        Optional<Double> unit = unit(weights, coefficient, least, membrane, choice);
        if (unit.isPresent()) {
          return Optional.of(new WeightUnit(unit.get(), tagUnit, largestTag));
        }
        if (!values.rule().alphaInTag()) {
          break;
        }
        tagUnit *= 2;
        largestTag /= 2;
      }
    }
    refuse(coefficient / start, smallest, start, report);
    return Optional.empty();
  }

  private static Optional<Double> unit(
      Series weights, double coefficient, double least, Membrane membrane, ScaleChoice choice) {
    Optional<Double> finest =
        coefficient / least >= smallest(weights) && membrane.exponents(least).isPresent()
            ? Optional.of(least)
            : Optional.empty();
    Optional<Double> exact =
        UnitChoice.dividing(
            coefficient,
            least,
            weights.leadingMantissa(),
            u -> membrane.exponents(u).map(Exponents::loss));
    return choice.finest() ? finest.or(() -> exact) : exact.or(() -> finest);
  }

  /** The smallest coefficient that is right to a few per cent. */
  private static double smallest(Series weights) {
    return Math.min(1, LEAST_CONSTANT * weights.leadingSpareStep())
        * Math.scalb(1.0, Product.EXPONENT_MIN);
  }

  private static double largestAlpha(LayerValues values) {
    return LayerValues.largest(values.alpha());
  }

  private static void refuse(double coefficient, double smallest, double unit, Report report) {
    report.refuse(
        "L-EXP-RANGE",
        String.format(
            Locale.ROOT,
            "the coefficient of the rule's leading term is %.3g for weights that reach alpha.E ="
                + " %.3g, expected at least %.3g.",
            coefficient,
            unit * LARGEST_WEIGHT,
            smallest),
        String.format(
            Locale.ROOT,
            "Maybe train with the term's learning rate %.3g times as large.",
            2 * smallest / coefficient));
  }
}
