package plastron.loihi.scale;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import plastron.export.stage.CalibratedLayer;
import plastron.loihi.arithmetic.BiasEncoding;
import plastron.loihi.arithmetic.CompartmentDecay;
import plastron.loihi.arithmetic.CurrentRegister;
import plastron.loihi.arithmetic.Loihi1Limits;
import plastron.loihi.legal.LegalRule;
import plastron.loihi.program.NeuronNumbers;
import plastron.loihi.program.WeightFormat;
import plastron.loihi.program.WeightGroups;

/** Scales of weights, currents and thresholds of one layer. */
final class Membrane {

  private static final int LARGEST_EXPONENT = 7;
  private static final int UNIT = 64;

  /** Static weights may have so many bits less than their format. */
  private static final int COARSER_BITS = 1;

  /** Beyond this share of itself a rounded threshold is another one. */
  private static final double LARGEST_THRESHOLD_ERROR = 0.05;

  /** Currents and voltages may grow to this many times what calibration saw. */
  private static final double HEADROOM = 2;

  private final CalibratedLayer<LegalRule> layer;
  private final double[][] weights;
  private final double largestWeight;
  private final OptionalDouble given;
  private final boolean groups;
  private final WeightFormat format;

  /**
   * @param given the voltage unit, if it is chosen already
   * @param groups whether static weights may have several exponents
   */
  Membrane(LayerValues values, OptionalDouble given, boolean groups) {
    this.given = given;
    this.groups = groups;
    layer = values.layer();
    format = WeightFormat.of(layer.source().options());
    weights = values.fixed();
    largestWeight = LayerValues.largest(weights);
  }

  double largestWeight() {
    return largestWeight;
  }

  /** A possible choice. */
  record Exponents(int fixed, int plastic, double voltageUnit, double loss) {}

  /** Step of a static layer's weights. */
  double staticUnit() {
    return largestWeight == 0
        ? layer.source().neuron().theta().uniform() / format.largest()
        : largestWeight / format.largest();
  }

  /** The fixed part of the effective weights, in as many groups as pay. */
  WeightGroups weights(double plasticUnit, Exponents exponents, Report report) {
    double unit = Math.scalb(plasticUnit, exponents.fixed() - exponents.plastic());
    WeightGroups one = WeightGroups.of(weights, format, unit, exponents.fixed());
    WeightGroups chosen = groups ? one.split(format) : one;
    if (chosen.arrays().size() > 1) {
      report.lossy(
          "L-SPLIT",
          String.format(
              Locale.ROOT,
              "static weights are in groups with exponents of their own: %s; rounding loses %.2g of"
                  + " what the neurons receive, with one exponent it would be %.2g.",
              chosen.describe(),
              chosen.lost(),
              one.lost()),
          "");
    }
    return chosen.of(layer.rule().fixed());
  }

  /**
   * The largest exponents at which everything fits, for a plastic weight unit.
   *
   * @return empty if the unit is too small for currents, voltages, bias or threshold
   */
  Optional<Exponents> exponents(double plasticUnit) {
    double ratio = largestWeight / (format.largest() * plasticUnit);
    int least =
        largestWeight == 0
            ? 0
            : Math.max((int) Math.ceil(Math.log(ratio) / Math.log(2) - 1e-9), -LARGEST_EXPONENT);
    // Coarser static weights may leave room for larger plastic ones.
    int most =
        given.isPresent() ? LARGEST_EXPONENT : Math.min(least + COARSER_BITS, LARGEST_EXPONENT);
    for (int n = least; n <= most; n++) {
      double loss = largestWeight == 0 ? 1 : Math.scalb(1 / ratio, n);
      for (int plastic = Math.min(LARGEST_EXPONENT, LARGEST_EXPONENT - n);
          plastic >= Math.max(0, -n);
          plastic--) {
        double unit = plasticUnit / Math.scalb((double) UNIT, plastic);
        if (given.isPresent() ? unit == given.getAsDouble() : fits(unit)) {
          return Optional.of(new Exponents(plastic + n, plastic, unit, loss));
        }
      }
    }
    return Optional.empty();
  }

  /** The least of a unit, its double, fourfold, ... at which everything fits. */
  double leastUnit(double from) {
    double unit = given.isPresent() ? reachable(from) : from;
    while (exponents(unit).isEmpty()) {
      unit *= 2;
      if (Double.isInfinite(unit)) {
        throw new IllegalStateException("No unit from (%s) on fits.".formatted(from));
      }
    }
    return unit;
  }

  /** The least plastic unit from here on that an exponent gives beside the voltage unit. */
  private double reachable(double from) {
    double unit = UNIT * given.orElseThrow();
    while (unit < from) {
      unit *= 2;
    }
    return unit;
  }

  private boolean fits(double unit) {
    double range = CurrentRegister.HALF * unit;
    double bias = Math.abs(layer.source().neuron().bias().uniform());
    return layer.source().neuron().theta().uniform() / (UNIT * unit)
            <= Loihi1Limits.THRESHOLD_MANTISSA
        && bias / unit
            <= (double) BiasEncoding.LARGEST_MANTISSA * (1 << BiasEncoding.LARGEST_EXPONENT)
        && HEADROOM * layer.ranges().current().maxAbsolute() < range
        && HEADROOM * layer.ranges().potential().maxAbsolute() < range;
  }

  /**
   * The integers, with what they lose.
   *
   * @param statics exponents of the groups of static weights
   */
  NeuronNumbers numbers(Exponents exponents, List<Integer> statics, Report report) {
    double unit = exponents.voltageUnit();
    double currentDecay = layer.source().currentDecay();
    int du =
        Math.clamp(
            Math.round(CompartmentDecay.FULL * (1 - currentDecay)) - 1,
            0,
            CompartmentDecay.FULL - 1);
    double decay = layer.source().neuron().decay().uniform();
    int dv =
        Math.clamp(Math.round(CompartmentDecay.FULL * (1 - decay)), 0, CompartmentDecay.FULL - 1);
    double theta = layer.source().neuron().theta().uniform();
    int vth = (int) Math.max(1, Math.round(theta / (UNIT * unit)));
    checkThreshold(theta, vth, unit, report);
    BiasEncoding bias =
        BiasEncoding.of((int) Math.round(layer.source().neuron().bias().uniform() / unit));
    report.lossy(
        "L-MEMBRANE",
        String.format(
            Locale.ROOT,
            "current decay %d/4096 for %.6f, voltage decay %d/4096 for %.6f, threshold %d*64 for"
                + " %.6g in steps of %.3g; u and v round towards zero in steps of %.3g.",
            du + 1,
            1 - currentDecay,
            dv,
            1 - decay,
            vth,
            theta,
            UNIT * unit,
            unit),
        "");
    return new NeuronNumbers(
        du, dv, vth, bias.mantissa(), bias.exponent(), statics, exponents.plastic(), unit);
  }

  private void checkThreshold(double theta, int vth, double unit, Report report) {
    double error = Math.abs(vth * UNIT * unit - theta) / theta;
    if (error > LARGEST_THRESHOLD_ERROR) {
      // Half a step of the threshold is a share of the tolerance at this many steps.
      double steps = 0.5 / LARGEST_THRESHOLD_ERROR;
      report.refuse(
          "L-U-OVF",
          String.format(
              Locale.ROOT,
              "the current reaches %.3g and the potential %.3g, so that 24 bits have steps of %.3g"
                  + " and the threshold (%.3g), a multiple of 64 of them, is off by %.2g of itself,"
                  + " expected at most %s.",
              layer.ranges().current().maxAbsolute(),
              layer.ranges().potential().maxAbsolute(),
              unit,
              theta,
              error,
              LARGEST_THRESHOLD_ERROR),
          String.format(
              Locale.ROOT,
              "Maybe train with a threshold of at least %.3g, or with weights that much smaller.",
              4 * steps * UNIT * unit));
    }
  }
}
