package plastron.tasks.simulate.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import plastron.core.simulate.Engine;
import plastron.core.simulate.GridTime;
import plastron.core.state.StateVisitor;
import plastron.tasks.simulate.network.LearningConnections;

/**
 * The weights of connections that learn, again and again: {@code time_ms}, {@code pre}, {@code
 * post}, {@code delay_ms} and {@code weight} with its unit, those of the same time in no particular
 * order.
 */
final class WeightHistoryRecorder implements Recorder {

  private final LearningConnections connections;
  private final Engine simulation;
  private final long every;
  private final double dtMs;
  private final ColumnFile file;

  /**
   * @param every steps from one time to the next, a multiple of those between two looks
   */
  WeightHistoryRecorder(
      Path folder,
      RecordFormat format,
      LearningConnections connections,
      Engine simulation,
      long every,
      double dtMs)
      throws IOException {
    this.connections = connections;
    this.simulation = simulation;
    this.every = every;
    this.dtMs = dtMs;
    file =
        format.create(
            folder,
            "weights-over-time-" + connections.name(),
            List.of(
                Column.real("time_ms"),
                Column.whole("pre"),
                Column.whole("post"),
                Column.real("delay_ms"),
                Column.real("weight", connections.unit())));
  }

  @Override
  public void add(Stretch stretch) throws IOException {
    if (stretch.to() % every == 0) {
      double timeMs = GridTime.ms(stretch.to(), dtMs);
      WeightRecorder.write(
          simulation,
          connections,
          (pre, post, delay, weight) ->
              file.add(timeMs, pre, post, GridTime.ms(delay, dtMs), weight));
    }
  }

  @Override
  public void end() throws IOException {
    file.end();
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
