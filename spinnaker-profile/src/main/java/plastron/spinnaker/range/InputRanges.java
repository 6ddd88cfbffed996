package plastron.spinnaker.range;

import java.util.List;
import java.util.OptionalDouble;
import plastron.export.calibration.LayerRanges;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.range.AccumulatorRange;
import plastron.export.range.Overflow;
import plastron.spinnaker.emulator.CurrentLifParameters;
import plastron.spinnaker.emulator.LifConstants;
import plastron.spinnaker.emulator.RingBuffers;
import plastron.spinnaker.fixed.Accum;
import plastron.spinnaker.fixed.UnsignedFract;
import plastron.spinnaker.program.LoadedLayer;

/**
 * The accumulators of a population's neurons: a slot of the ring buffer, the currents, the
 * asymptotic voltage and the membrane. The worst case is that all synapses of a receptor carry a
 * spike in every step, as far as a slot holds them.
 */
final class InputRanges {

  private static final int SLOT_BITS = 16;

  private final String name;
  private final LayerRanges calibrated;
  private final ImageLayer units;
  private final LoadedLayer neurons;
  private final double slot;

  /**
   * @param first index of the first layer that leads to the population
   */
  InputRanges(ChipImage image, int population, int first, List<LoadedLayer> into) {
    name = image.populations().get(population).name();
    calibrated = image.calibration().layers().get(first);
    units = image.layers().get(first);
    neurons = into.getFirst();
    long[][] sums = new long[2][neurons.size()];
    for (LoadedLayer layer : into) {
      LargestWeights weights = LargestWeights.of(layer);
      for (int receptor = 0; receptor < 2; receptor++) {
        for (int j = 0; j < sums[receptor].length; j++) {
          sums[receptor][j] += weights.sums()[receptor][j];
        }
      }
    }
    long largest = 0;
    for (long[] receptor : sums) {
      for (long sum : receptor) {
        largest = Math.max(largest, sum);
      }
    }
    slot = (double) largest;
  }

  List<AccumulatorRange> all() {
    CurrentLifParameters neuron = neurons.neuron();
    LifConstants constants = LifConstants.of(neuron);
    double held = Math.scalb(Math.min(slot, RingBuffers.MAX), neurons.ringShift());
    double arrives = held * UnsignedFract.toDouble(constants.initExc());
    double current = arrives / (1 - UnsignedFract.toDouble(constants.decayExc()));
    double input = current + Math.abs((double) neuron.iOffset());
    // Products are floored, and what wraps has 32 bits again.
    double drive =
        Math.min(input, Integer.MAX_VALUE) * Math.abs(Accum.toDouble(constants.rMembrane()))
            + 1
            + Math.abs((double) neuron.vRest());
    double keeps = Accum.toDouble(constants.expTc());
    double membrane =
        Math.max(
                Math.min(drive, Integer.MAX_VALUE),
                Math.max(Math.abs((double) neuron.vReset()), Math.abs((double) neuron.vInit())))
            + 1 / (1 - keeps);
    return List.of(
        new AccumulatorRange(
            name,
            "ring slot",
            SLOT_BITS,
            RingBuffers.MAX,
            slot,
            OptionalDouble.empty(),
            Overflow.SATURATES,
            "ring"),
        wrapping(
            "current",
            Math.max(input, held),
            calibrated.current().maxAbsolute() / units.real("current_lsb"),
            "current_wraps"),
        wrapping(
            "drive",
            drive,
            calibrated.current().maxAbsolute()
                / units.real("current_lsb")
                * Accum.toDouble(constants.rMembrane()),
            "drive_wraps"),
        wrapping(
            "voltage",
            2 * membrane,
            calibrated.potential().maxAbsolute() / units.real("voltage_lsb"),
            "voltage_wraps"));
  }

  private AccumulatorRange wrapping(String accumulator, double worst, double seen, String counter) {
    return new AccumulatorRange(
        name,
        accumulator,
        Integer.SIZE,
        Integer.MAX_VALUE,
        worst,
        OptionalDouble.of(seen),
        Overflow.WRAPS,
        counter);
  }
}
