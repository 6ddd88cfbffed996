package plastron.tasks.simulate;

import java.util.Set;
import plastron.tasks.circuit.CircuitFile;
import plastron.tasks.plot.PictureFormat;
import plastron.tasks.simulate.record.RecordFormat;
import plastron.tasks.simulate.record.RecordedKind;

/**
 * What is to be simulated, and what is to be kept of it.
 *
 * @param window of statistics; it ends where the simulation does
 * @param threads at least 1; change no result
 * @param neurons of each population whose potentials are recorded, at most
 */
record SimulationPlan(
    CircuitFile file,
    StatisticsWindow window,
    int threads,
    Set<RecordedKind> records,
    RecordFormat format,
    int neurons,
    Set<PlotKind> plots,
    PictureFormat pictures) {

  SimulationPlan {
    records = Set.copyOf(records);
    plots = Set.copyOf(plots);
  }
}
