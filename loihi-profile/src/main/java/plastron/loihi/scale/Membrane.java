package plastron.loihi.scale;

import java.util.Locale;
import java.util.Optional;
import plastron.export.stage.CalibratedLayer;
import plastron.loihi.arithmetic.BiasEncoding;
import plastron.loihi.arithmetic.CurrentRegister;
import plastron.loihi.arithmetic.Decay;
import plastron.loihi.arithmetic.Loihi1Limits;
import plastron.loihi.legal.LegalRule;

/** Scales of weights, currents and thresholds of one layer. */
final class Membrane {

  private static final int LARGEST_WEIGHT = 254;
  private static final int LARGEST_EXPONENT = 7;
  private static final int UNIT = 64;

  /** Currents and voltages may grow to this many times what calibration saw. */
  private static final double HEADROOM = 2;

  private final CalibratedLayer<LegalRule> layer;
  private final double[][] weights;
  private final double largestWeight;

  Membrane(CalibratedLayer<LegalRule> layer) {
    this.layer = layer;
    weights = layer.source().layer().parameters().getOrDefault("W", new double[0][0]);
    double largest = 0;
    for (double[] row : weights) {
      for (double w : row) {
        largest = Math.max(largest, Math.abs(w));
      }
    }
    largestWeight = largest;
  }

  /** A possible choice. */
  record Exponents(int fixed, int plastic, double voltageUnit, double loss) {}

  /** Step of a static layer's weights. */
  double staticUnit() {
    return largestWeight == 0
        ? layer.source().neuron().theta() / LARGEST_WEIGHT
        : largestWeight / LARGEST_WEIGHT;
  }

  /** Unit of static weights for these exponents. */
  static double staticUnit(double plasticUnit, Exponents exponents) {
    return Math.scalb(plasticUnit, exponents.fixed() - exponents.plastic());
  }

  /**
   * The largest exponents at which everything fits, for a plastic weight unit.
   *
   * @return empty if currents, voltages or the threshold fit at no exponent
   */
  Optional<Exponents> exponents(double plasticUnit) {
    int n = 0;
    double loss = 1;
    if (largestWeight > 0) {
      double ratio = largestWeight / (LARGEST_WEIGHT * plasticUnit);
      n = Math.max((int) Math.ceil(Math.log(ratio) / Math.log(2) - 1e-9), -LARGEST_EXPONENT);
      loss = Math.scalb(1 / ratio, n);
    }
    for (int plastic = Math.min(LARGEST_EXPONENT, LARGEST_EXPONENT - n);
        plastic >= Math.max(0, -n);
        plastic--) {
      double unit = plasticUnit / Math.scalb((double) UNIT, plastic);
      if (fits(unit)) {
        return Optional.of(new Exponents(plastic + n, plastic, unit, loss));
      }
    }
    return Optional.empty();
  }

  private boolean fits(double unit) {
    double range = CurrentRegister.HALF * unit;
    double bias = Math.abs(layer.source().neuron().bias());
    return layer.source().neuron().theta() / (UNIT * unit) <= Loihi1Limits.THRESHOLD_MANTISSA
        && bias / unit
            <= (double) BiasEncoding.LARGEST_MANTISSA * (1 << BiasEncoding.LARGEST_EXPONENT)
        && HEADROOM * layer.ranges().current().maxAbsolute() < range
        && HEADROOM * layer.ranges().potential().maxAbsolute() < range;
  }

  /** The integers, with what they lose. */
  NeuronNumbers numbers(Exponents exponents, double plasticUnit, Report report) {
    double unit = exponents.voltageUnit();
    double currentDecay = layer.source().currentDecay();
    int du = Math.clamp(Math.round(Decay.FULL * (1 - currentDecay)) - 1, 0, Decay.FULL - 1);
    double decay = layer.source().neuron().decay();
    int dv = (int) Math.round(Decay.FULL * (1 - decay));
    double theta = layer.source().neuron().theta();
    int vth = (int) Math.max(1, Math.round(theta / (UNIT * unit)));
    BiasEncoding bias = BiasEncoding.of((int) Math.round(layer.source().neuron().bias() / unit));
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
    double worst = worstCurrent(plasticUnit) / unit * Decay.FULL / (du + 1);
    if (worst >= CurrentRegister.HALF) {
      report.warn(
          "L-U-OVF",
          String.format(
              Locale.ROOT,
              "if all synapses carried a spike in every step the current would reach %.3g, the"
                  + " register holds 2^23; in calibration it reached %.3g.",
              worst,
              layer.ranges().current().maxAbsolute() / unit),
          "Maybe calibrate with the strongest inputs there are; the emulator counts overflows.");
    }
    return new NeuronNumbers(
        du,
        dv,
        vth,
        bias.mantissa(),
        bias.exponent(),
        exponents.fixed(),
        exponents.plastic(),
        unit);
  }

  private double worstCurrent(double plasticUnit) {
    double plastic = layer.rule().isPlastic() ? LARGEST_WEIGHT * plasticUnit : 0;
    double worst = 0;
    for (int i = 0; i < layer.source().layer().size(); i++) {
      double sum = 0;
      for (double[] row : weights) {
        sum += Math.abs(row[i]) + plastic;
      }
      worst = Math.max(worst, sum);
    }
    return worst;
  }
}
