package plastron.spinnaker.profile;

import java.util.List;
import java.util.Map;
import plastron.export.resource.Demand;
import plastron.export.stage.QuantizedLayer;
import plastron.spinnaker.plasticity.Prediction;
import plastron.spinnaker.program.SpinnakerProgram;

/**
 * What some neurons of a population need on a core. Words and bytes follow from the row layout
 * (static rows of sPyNNaker 7.1; our own plastic rows: 3 words of header, E as 16 bits, control, W
 * and alpha as 16 bits each). Cycles are estimated from instructions counted on the kernels under
 * an ARMv5TE emulator, times 1.5 for stalls of the ARM9E-S; rows that did not fire are spread
 * evenly over the interval.
 */
final class SpinnakerDemand {

  private static final double CYCLES_PER_INSTRUCTION = 1.5;
  private static final int NEURON = 101;
  private static final int STATIC_ROW = 44;
  private static final int STATIC_SYNAPSE = 20;
  private static final int PLASTIC_ROW = 50;
  private static final int PLASTIC_SYNAPSE = 29;
  private static final int UPDATE_SYNAPSE = 20;
  private static final int RATE = 10;
  private static final int MODULATOR_SYNAPSE = 4;

  /** State and parameters of an IF_curr_exp neuron, sPyNNaker 7.1: 19 words. */
  private static final int NEURON_BYTES = 76;

  /** Stack, queues, DMA buffers and tables of the sPyNNaker run time, estimated. */
  private static final int RUNTIME_DTCM = 12 * 1024;

  /** Code of the sPyNNaker kernels with static synapses, and of a plastic kernel, estimated. */
  private static final int RUNTIME_ITCM = 24 * 1024;

  private static final int KERNEL_ITCM = 3 * 1024;

  private SpinnakerDemand() {}

  static Demand of(List<QuantizedLayer<SpinnakerProgram>> population, int n) {
    // two types, two delay slots
    int ringBits = bits(n) + 2;
    long widest = population.stream().mapToLong(layer -> words(layer, n)).max().orElseThrow();
    long dtcm = RUNTIME_DTCM + (long) n * NEURON_BYTES + (2L << ringBits) + 8 * widest;
    long itcm = RUNTIME_ITCM;
    long sdram = (long) n * NEURON_BYTES;
    double instructions = (double) n * NEURON;
    for (QuantizedLayer<SpinnakerProgram> layer : population) {
      sdram += 4 * words(layer, n) * layer.inputs();
      instructions += instructions(layer, n);
      if (layer.program().plastic().isPresent()) {
        SpinnakerProgram.Plastic p = layer.program().plastic().get();
        itcm += KERNEL_ITCM;
        // rates (4 + 2), post factors, sums of 64 bits; the matrix of the modulator
        dtcm += 6L * (layer.inputs() + p.modulators()) + n * 22L + 2L * n * p.modulators();
      }
    }
    return new Demand(
        Map.of(
            "neurons",
            (long) n,
            "row_words",
            widest,
            "ring_bits",
            (long) ringBits,
            "dtcm_bytes",
            dtcm,
            "itcm_bytes",
            itcm,
            "cycles",
            (long) Math.ceil(instructions * CYCLES_PER_INSTRUCTION),
            "sdram_bytes",
            sdram));
  }

  /** Words of a row. */
  private static long words(QuantizedLayer<SpinnakerProgram> layer, int n) {
    return layer.program().plastic().isPresent() ? 3 + 2L * n : 3 + (long) n;
  }

  /** Of a step, for the synapses. */
  private static double instructions(QuantizedLayer<SpinnakerProgram> layer, int n) {
    SpinnakerProgram program = layer.program();
    if (program.plastic().isEmpty()) {
      return program.spikesPerStep() * (STATIC_ROW + (double) STATIC_SYNAPSE * n);
    }
    SpinnakerProgram.Plastic p = program.plastic().get();
    int inputs = layer.inputs();
    double passes = p.kernel().prediction() == Prediction.SUMMED ? 2 : 1;
    return program.spikesPerStep() * (PLASTIC_ROW + (double) PLASTIC_SYNAPSE * n)
        + inputs * (PLASTIC_ROW + passes * UPDATE_SYNAPSE * n) / program.interval()
        + (double) MODULATOR_SYNAPSE * n * p.modulators() / program.interval()
        + (p.rates().traced() ? RATE * (double) (inputs + n + p.modulators()) : 0);
  }

  private static int bits(int n) {
    return Math.max(1, 32 - Integer.numberOfLeadingZeros(n - 1));
  }
}
