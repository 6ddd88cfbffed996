package plastron.loihi.range;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import plastron.export.calibration.LayerRanges;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.range.AccumulatorRange;
import plastron.export.range.Overflow;
import plastron.loihi.arithmetic.BiasEncoding;
import plastron.loihi.arithmetic.CompartmentDecay;
import plastron.loihi.arithmetic.CurrentRegister;
import plastron.loihi.arithmetic.Loihi1Limits;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.arithmetic.SignMode;
import plastron.loihi.emulator.Lif;
import plastron.loihi.run.ImageKeys;
import plastron.loihi.run.StaticGroup;

/**
 * The accumulators of a population's neurons: what arrives in a step, u, v and the bias. The worst
 * case is that all synapses towards a neuron that have the same sign carry a spike in every step,
 * plastic ones with the largest weight there is.
 */
final class NeuronRanges {

  /** Activations reach u shifted left by this. */
  private static final int SCALE_BITS = 6;

  private static final int REGISTER_BITS = 24;

  private final String name;
  private final ImageLayer neurons;
  private final LoihiArithmetic arithmetic;
  private final LayerRanges calibrated;

  /** Largest sums of a step, in bits of u, towards any neuron. */
  private final double excited;

  private final double inhibited;

  NeuronRanges(ChipImage image, int population) {
    name = image.populations().get(population).name();
    List<ImageLayer> into = image.into(population);
    neurons = into.getFirst();
    arithmetic = ImageKeys.arithmetic(image);
    calibrated = image.calibration().layers().get(image.layers().indexOf(neurons));
    double[] excitation = new double[neurons.size()];
    double[] inhibition = new double[neurons.size()];
    into.forEach(layer -> add(layer, excitation, inhibition));
    excited = Math.scalb(Arrays.stream(excitation).max().orElse(0), SCALE_BITS);
    inhibited = Math.scalb(Arrays.stream(inhibition).max().orElse(0), SCALE_BITS);
  }

  private static void add(ImageLayer layer, double[] excitation, double[] inhibition) {
    StaticGroup.of(layer).forEach(group -> add(group, excitation, inhibition));
    boolean plastic = ImageKeys.isPlastic(layer);
    int plasticExponent = plastic ? layer.integer32(ImageKeys.PLASTIC_EXPONENT) : 0;
    double inputs = plastic ? layer.inputs() : 0;
    for (int i = 0; i < excitation.length; i++) {
      excitation[i] += shifted(inputs * SignMode.MIXED.largest(), plasticExponent);
      inhibition[i] += shifted(-inputs * SignMode.MIXED.smallest(), plasticExponent);
    }
  }

  private static void add(StaticGroup group, double[] excitation, double[] inhibition) {
    long[] positive = new long[excitation.length];
    long[] negative = new long[excitation.length];
    for (int[] row : group.weights().values()) {
      for (int i = 0; i < row.length; i++) {
        positive[i] += Math.max(row[i], 0);
        negative[i] -= Math.min(row[i], 0);
      }
    }
    for (int i = 0; i < excitation.length; i++) {
      excitation[i] += shifted((double) positive[i], group.exponent());
      inhibition[i] += shifted((double) negative[i], group.exponent());
    }
  }

  /** Right shifts floor, which makes negative sums larger by less than one. */
  private static double shifted(double sum, int exponent) {
    return exponent < 0 && sum > 0 ? Math.scalb(sum, exponent) + 1 : Math.scalb(sum, exponent);
  }

  List<AccumulatorRange> all() {
    double unit = neurons.real(ImageKeys.VOLTAGE_UNIT);
    double forgets = CompartmentDecay.FULL;
    double du = (neurons.integer(ImageKeys.DU) + CompartmentDecay.CURRENT_OFFSET) / forgets;
    double dv = neurons.integer(ImageKeys.DV) / forgets;
    int bias =
        BiasEncoding.value(
            neurons.integer32(ImageKeys.BIAS_MANTISSA), neurons.integer32(ImageKeys.BIAS_EXPONENT));
    double threshold = Math.scalb((double) neurons.integer(ImageKeys.VTH), SCALE_BITS);
    // A sum that wraps is one of 24 bits again.
    double up = Math.min(excited / du, arithmetic.largestCurrent());
    double down = Math.min(inhibited / du, arithmetic.largestCurrent());
    // What is above the threshold is reset.
    double above = threshold * (1 - dv) + up + Math.max(bias, 0);
    double below = down + Math.max(-bias, 0);
    return List.of(
        range(
            "synaptic sum",
            Loihi1Limits.ACCUMULATOR_BITS + 1,
            1 << Loihi1Limits.ACCUMULATOR_BITS,
            Math.max(excited, inhibited),
            OptionalDouble.empty(),
            Overflow.NOT_EMULATED,
            ""),
        range(
            "u",
            REGISTER_BITS,
            CurrentRegister.HALF,
            Math.max(excited, inhibited) / du,
            OptionalDouble.of(calibrated.current().maxAbsolute() / unit),
            Overflow.WRAPS,
            "current_wraps"),
        range(
            "v",
            REGISTER_BITS,
            Lif.VOLTAGE_LIMIT,
            Math.max(above, below == 0 ? 0 : below / dv),
            OptionalDouble.of(calibrated.potential().maxAbsolute() / unit),
            Overflow.SATURATES,
            "voltage_clips"),
        range(
            "bias",
            Integer.SIZE
                - Integer.numberOfLeadingZeros(
                    BiasEncoding.LARGEST_MANTISSA << BiasEncoding.LARGEST_EXPONENT)
                + 1,
            BiasEncoding.LARGEST_MANTISSA << BiasEncoding.LARGEST_EXPONENT,
            Math.abs(bias),
            OptionalDouble.of(Math.abs(bias)),
            Overflow.SATURATES,
            ""));
  }

  private AccumulatorRange range(
      String accumulator,
      int bits,
      double limit,
      double worst,
      OptionalDouble seen,
      Overflow overflow,
      String counter) {
    return new AccumulatorRange(name, accumulator, bits, limit, worst, seen, overflow, counter);
  }
}
