package plastron.slayer.train;

import org.jspecify.annotations.Nullable;
import plastron.slayer.objective.EpisodeJudgement;
import plastron.slayer.sweep.Tape;

/** One episode of a batch: what was drawn, what came of it. */
final class BatchSlot {

  final int index;
  final double[] rates;
  private final int[] populations;

  double loss;
  private @Nullable Run run;

  /** An episode that has been run, its record, and what the objective made of it. */
  record Run(Trial<?> trial, Tape tape, EpisodeJudgement judgement) {}

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

  /** What the objective made of it. */
  EpisodeJudgement judgement() {
    return run().judgement();
  }
}
