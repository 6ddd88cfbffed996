package plastron.tasks.simulate.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import plastron.core.simulate.Engine;
import plastron.core.simulate.GridTime;
import plastron.core.simulate.PotentialProbe;
import plastron.core.state.StateVisitor;
import plastron.tasks.simulate.network.SimulatedPopulation;

/**
 * The potentials of the first neurons of a population after every step: {@code time_ms}, and a
 * column {@code neuron_I} with its unit for each.
 */
final class MembraneRecorder implements Recorder {

  private final double dtMs;
  private final List<PotentialProbe> probes = new ArrayList<>();
  private final ColumnFile file;
  private long step;

  /**
   * @param neurons how many, at most as many as there are
   */
  MembraneRecorder(
      Path folder,
      RecordFormat format,
      SimulatedPopulation population,
      int neurons,
      Engine simulation,
      double dtMs)
      throws IOException {
    this.dtMs = dtMs;
    step = simulation.steps();
    List<Column> columns = new ArrayList<>(List.of(Column.real("time_ms")));
    for (int i = 0; i < Math.min(neurons, population.size()); i++) {
      probes.add(simulation.probe(population.name(), i));
      columns.add(Column.real("neuron_%d".formatted(i), population.unit()));
    }
    file = format.create(folder, "potentials-" + population.name(), columns);
  }

  @Override
  public void add(Stretch stretch) throws IOException {
    List<double[]> taken = probes.stream().map(PotentialProbe::takePotentialsMv).toList();
    double[] row = new double[1 + taken.size()];
    for (int k = 0; step < stretch.to(); k++) {
      step++;
      row[0] = GridTime.ms(step, dtMs);
      for (int i = 0; i < taken.size(); i++) {
        row[1 + i] = taken.get(i)[k];
      }
      file.add(row);
    }
  }

  @Override
  public void end() throws IOException {
    file.end();
  }

  @Override
  public void state(StateVisitor visitor) throws IOException {
    step = visitor.number(step);
    file.state(visitor);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
