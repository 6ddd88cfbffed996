package plastron.tasks.simulate.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Plasticity;
import plastron.core.simulate.Engine;
import plastron.core.simulate.PotentialProbe;
import plastron.core.state.StateVisitor;
import plastron.tasks.circuit.CircuitEngine;
import plastron.tasks.circuit.CircuitFile;

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
      CircuitFile file,
      Engine simulation)
      throws IOException {
    Circuit circuit = file.circuit();
    double dtMs = file.dtMs();
    if (format == RecordFormat.NIRDATA) {
      all.add(nirData(folder, kinds, neurons, file, simulation));
      return;
    }
    if (kinds.contains(RecordedKind.SPIKES)) {
      all.add(new SpikeRecorder(folder, format, circuit.populations()));
    }
    if (kinds.contains(RecordedKind.POTENTIALS)) {
      for (CircuitPopulation p : circuit.populations()) {
        if (CircuitFile.hasPotentials(p)) {
          all.add(
              new MembraneRecorder(
                  folder, format, p, neurons, CircuitFile.potentialUnit(p), simulation, dtMs));
        }
      }
    }
    if (kinds.contains(RecordedKind.RATES)) {
      all.add(new RateRecorder(folder, format, circuit.populations(), dtMs));
    }
    if (kinds.contains(RecordedKind.WEIGHTS)) {
      for (Connections c : circuit.connections()) {
        if (c.plasticity().filter(Plasticity::learns).isPresent()) {
          String unit =
              CircuitFile.weightUnit(circuit.populations().get(circuit.indexOf(c.post())));
          all.add(new WeightRecorder(folder, format, c, unit, simulation, dtMs));
          if (weightsEvery.isPresent()) {
            all.add(
                new WeightHistoryRecorder(
                    folder, format, c, unit, simulation, weightsEvery.get(), dtMs));
          }
        }
      }
    }
  }

  private static Recorder nirData(
      Path folder, Set<RecordedKind> kinds, int neurons, CircuitFile file, Engine simulation)
      throws IOException {
    double earlierMs = file.engine() == CircuitEngine.PRECISE ? 0 : file.dtMs() / 2;
    NirDataRecorder recorder =
        new NirDataRecorder(folder, file.dtMs(), earlierMs, simulation.steps());
    for (CircuitPopulation p : file.circuit().populations()) {
      List<PotentialProbe> probes = new ArrayList<>();
      if (kinds.contains(RecordedKind.POTENTIALS) && CircuitFile.hasPotentials(p)) {
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
