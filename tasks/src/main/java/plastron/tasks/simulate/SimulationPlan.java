package plastron.tasks.simulate;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import plastron.core.random.Seeds;
import plastron.tasks.plot.PictureFormat;
import plastron.tasks.simulate.network.NetworkDescription;
import plastron.tasks.simulate.record.RecordFormat;
import plastron.tasks.simulate.record.RecordedKind;

/**
 * What is to be simulated, and what is to be kept of it.
 *
 * @param window of statistics; it ends where the simulation does
 * @param threads at least 1; change no result
 * @param neurons of each population whose potentials are recorded, at most
 * @param weightsEvery steps between records of weights, a multiple of {@link #stretch}; empty for
 *     one at the end
 * @param checkpointEvery steps between checkpoints; empty for none
 */
record SimulationPlan(
    NetworkDescription network,
    StatisticsWindow window,
    int threads,
    Set<RecordedKind> records,
    RecordFormat format,
    int neurons,
    Set<PlotKind> plots,
    PictureFormat pictures,
    Optional<Long> weightsEvery,
    Optional<Long> checkpointEvery) {

  private static final double STRETCH_MS = 10;

  SimulationPlan {
    records = Set.copyOf(records);
    plots = Set.copyOf(plots);
  }

  /** Steps between two looks at the clock, the recorders and Ctrl-C. */
  static long stretch(double dtMs) {
    return Math.max(1, Math.round(STRETCH_MS / dtMs));
  }

  /** Of all that a state depends on. */
  long fingerprint() throws IOException {
    long fingerprint = network.fingerprint();
    for (long number : new long[] {window.from(), window.to(), threads, neurons}) {
      fingerprint = Seeds.then(fingerprint, number);
    }
    return fingerprint;
  }
}
