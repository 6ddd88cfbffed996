package plastron.spinnaker.profile;

import java.util.Map;
import plastron.export.resource.Demand;
import plastron.export.stage.QuantizedLayer;
import plastron.spinnaker.plasticity.Prediction;
import plastron.spinnaker.program.LayerProgram;

/**
 * What some neurons of a layer need on a core. Words and bytes follow from the row layout (static
 * rows of sPyNNaker 7.1; our own plastic rows: 3 words of header, E as 16 bits, control, W and
 * alpha as 16 bits each). Cycles are estimated from instructions counted on the kernels under an
 * ARMv5TE emulator, times 1.5 for stalls of the ARM9E-S; rows that did not fire are spread evenly
 * over the interval.
 */
final class CoreDemand {

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

  private CoreDemand() {}

  static Demand of(QuantizedLayer<LayerProgram> layer, int n) {
    LayerProgram program = layer.program();
    int inputs = layer.inputs();
    boolean plastic = program.plastic().isPresent();
    long words = plastic ? 3 + 2L * n : 3 + (long) n;
    // two types, two delay slots
    int ringBits = bits(n) + 2;
    long dtcm = RUNTIME_DTCM + (long) n * NEURON_BYTES + (2L << ringBits) + 8 * words;
    double instructions = (double) n * NEURON;
    if (plastic) {
      LayerProgram.Plastic p = program.plastic().get();
      // rates (4 + 2), post factors, sums of 64 bits; the matrix of the modulator
      dtcm += 6L * (inputs + p.modulators()) + n * 22L + 2L * n * p.modulators();
      double passes = p.kernel().prediction() == Prediction.SUMMED ? 2 : 1;
      instructions +=
          program.spikesPerStep() * (PLASTIC_ROW + (double) PLASTIC_SYNAPSE * n)
              + inputs * (PLASTIC_ROW + passes * UPDATE_SYNAPSE * n) / program.interval()
              + (double) MODULATOR_SYNAPSE * n * p.modulators() / program.interval()
              + (p.rates().traced() ? RATE * (double) (inputs + n + p.modulators()) : 0);
    } else {
      instructions += program.spikesPerStep() * (STATIC_ROW + (double) STATIC_SYNAPSE * n);
    }
    return new Demand(
        Map.of(
            "neurons",
            (long) n,
            "row_words",
            words,
            "ring_bits",
            (long) ringBits,
            "dtcm_bytes",
            dtcm,
            "itcm_bytes",
            (long) RUNTIME_ITCM + (plastic ? KERNEL_ITCM : 0),
            "cycles",
            (long) Math.ceil(instructions * CYCLES_PER_INSTRUCTION),
            "sdram_bytes",
            4 * words * inputs + (long) n * NEURON_BYTES));
  }

  private static int bits(int n) {
    return Math.max(1, 32 - Integer.numberOfLeadingZeros(n - 1));
  }
}
