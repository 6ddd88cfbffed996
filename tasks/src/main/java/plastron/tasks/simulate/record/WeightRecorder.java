package plastron.tasks.simulate.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import plastron.core.simulate.Engine;
import plastron.core.simulate.GridTime;
import plastron.core.state.StateVisitor;
import plastron.tasks.simulate.network.LearningConnections;

/**
 * The weights of connections that learn, at the end: {@code pre}, {@code post}, {@code delay_ms}
 * and {@code weight} with its unit, in no particular order. Such a file is a list of synapses that
 * a circuit can name.
 */
final class WeightRecorder implements Recorder {

  /** Writes down a synapse. */
  interface Row {
    void add(int pre, int post, int delaySteps, double weight) throws IOException;
  }

  private final LearningConnections connections;
  private final Engine simulation;
  private final double dtMs;
  private final ColumnFile file;

  WeightRecorder(
      Path folder,
      RecordFormat format,
      LearningConnections connections,
      Engine simulation,
      double dtMs)
      throws IOException {
    this.connections = connections;
    this.simulation = simulation;
    this.dtMs = dtMs;
    file =
        format.create(
            folder,
            "weights-" + connections.name(),
            List.of(
                Column.whole("pre"),
                Column.whole("post"),
                Column.real("delay_ms"),
                Column.real("weight", connections.unit())));
  }

  @Override
  public void add(Stretch stretch) {}

  @Override
  public void end() throws IOException {
    write(
        simulation,
        connections,
        (pre, post, delay, weight) -> file.add(pre, post, GridTime.ms(delay, dtMs), weight));
    file.end();
  }

  /** Writes down all synapses of connections as they are. */
  static void write(Engine simulation, LearningConnections connections, Row row)
      throws IOException {
    try {
      simulation.weights(
          connections.name(),
          (pre, post, delay, weight) -> {
            try {
              row.add(pre, post, delay, weight);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void state(StateVisitor visitor) throws IOException {
    file.state(visitor);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
