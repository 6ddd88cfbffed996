package plastron.tasks.simulate.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plastron.core.simulate.Engine;
import plastron.core.simulate.PotentialProbe;
import plastron.core.state.StateVisitor;
import plastron.tasks.simulate.network.LearningConnections;
import plastron.tasks.simulate.network.NetworkDescription;
import plastron.tasks.simulate.network.SimulatedPopulation;

/** All that is recorded of a simulation. */
public final class Recorders implements AutoCloseable {

  private final List<Recorder> all = new ArrayList<>();

  /**
   * Begins the files, or opens those that are there.
   *
   * @param folder where they are
   * @param kinds what is recorded
   * @param neurons of each population whose potentials are recorded, at most
   * @param weightsEvery steps from one record of weights to the next; empty for one at the end
   * @param simulation of which all that happens from now on is recorded
   */
  public Recorders(
      Path folder,
      Set<RecordedKind> kinds,
      RecordFormat format,
      int neurons,
      Optional<Long> weightsEvery,
      NetworkDescription network,
      Engine simulation)
      throws IOException {
    double dtMs = network.dtMs();
    if (format == RecordFormat.NIRDATA) {
      all.add(nirData(folder, kinds, neurons, network, simulation));
      return;
    }
    if (kinds.contains(RecordedKind.SPIKES)) {
      all.add(new SpikeRecorder(folder, format, network.populations()));
    }
    if (kinds.contains(RecordedKind.POTENTIALS)) {
      for (SimulatedPopulation p : network.populations()) {
        if (p.hasPotentials()) {
          all.add(new MembraneRecorder(folder, format, p, neurons, simulation, dtMs));
        }
      }
    }
    if (kinds.contains(RecordedKind.RATES)) {
      all.add(new RateRecorder(folder, format, network.populations(), dtMs));
    }
    if (kinds.contains(RecordedKind.WEIGHTS)) {
      for (LearningConnections c : network.learning()) {
        all.add(new WeightRecorder(folder, format, c, simulation, dtMs));
        if (weightsEvery.isPresent()) {
          all.add(
              new WeightHistoryRecorder(folder, format, c, simulation, weightsEvery.get(), dtMs));
        }
      }
    }
  }

  private static Recorder nirData(
      Path folder,
      Set<RecordedKind> kinds,
      int neurons,
      NetworkDescription network,
      Engine simulation)
      throws IOException {
    double earlierMs = network.isOnGrid() ? network.dtMs() / 2 : 0;
    NirDataRecorder recorder =
        new NirDataRecorder(folder, network.dtMs(), earlierMs, simulation.steps());
    for (SimulatedPopulation p : network.populations()) {
      List<PotentialProbe> probes = new ArrayList<>();
      if (kinds.contains(RecordedKind.POTENTIALS) && p.hasPotentials()) {
        for (int i = 0; i < Math.min(neurons, p.size()); i++) {
          probes.add(simulation.probe(p.name(), i));
        }
      }
      recorder.add(p, kinds.contains(RecordedKind.SPIKES), probes);
    }
    return recorder;
  }

  /** Some more steps were taken. */
  public void add(Stretch stretch) throws IOException {
    for (Recorder recorder : all) {
      recorder.add(stretch);
    }
  }

  /** The simulation is over: completes the files. */
  public void end() throws IOException {
    for (Recorder recorder : all) {
      recorder.end();
    }
  }

  /**
   * Shows how far all is written; what is behind it, when put back, is cut off.
   *
   * @throws IOException if a file cannot be written, or has less than what was written down
   */
  public void state(StateVisitor visitor) throws IOException {
    for (Recorder recorder : all) {
      recorder.state(visitor);
    }
  }

  @Override
  public void close() throws IOException {
    for (Recorder recorder : all) {
      recorder.close();
    }
  }
}
