package plastron.slayer.train;

import org.jspecify.annotations.Nullable;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.sweep.Tape;

/** One episode of a batch: what was drawn, what came of it. */
final class BatchSlot {

  final int index;
  final double[] rates;
  private final int[] populations;

  /** Spikes per step of every output neuron in the readout. */
  double[] outputRates = {};

  Outcome outcome = new Outcome(0, false, 0);
  double loss;
  private @Nullable Run run;

  /** An episode that has been run, and its record. */
  record Run(Episode episode, Tape tape, SpikeRaster output) {}

  /**
   * @param populations whose rates are measured
   */
  BatchSlot(int index, int[] populations) {
    this.index = index;
    this.populations = populations;
    rates = new double[populations.length];
  }

  /** Keeps what was run. */
  void keep(Run newest) {
    run = newest;
    outputRates = newest.episode().readout().rates(newest.output());
    for (int l = 0; l < rates.length; l++) {
      rates[l] = newest.tape().spikes(populations[l]).meanRate();
    }
  }

  /** What was run last. */
  Run run() {
    if (run == null) {
      throw new IllegalStateException("The backward sweep needs a forward sweep before it.");
    }
    return run;
  }
}
