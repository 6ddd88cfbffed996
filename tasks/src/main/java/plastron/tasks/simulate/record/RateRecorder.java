package plastron.tasks.simulate.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import plastron.core.simulate.GridTime;
import plastron.core.simulate.SpikeTrains;
import plastron.core.state.StateVisitor;
import plastron.tasks.simulate.network.SimulatedPopulation;

/**
 * The mean rate of every population in bins of 5 ms: {@code time_ms}, where a bin ends, and a
 * column {@code NAME_Hz} for each population. What lies behind the last whole bin is in none.
 */
final class RateRecorder implements Recorder {

  private static final double BIN_MS = 5;

  private final double dtMs;
  private final int binSteps;
  private final List<SimulatedPopulation> populations;
  private final ColumnFile file;
  private final int[] count;
  private long begin;

  RateRecorder(Path folder, RecordFormat format, List<SimulatedPopulation> populations, double dtMs)
      throws IOException {
    this.dtMs = dtMs;
    this.populations = populations;
    binSteps = (int) Math.max(1, Math.round(BIN_MS / dtMs));
    count = new int[populations.size()];
    List<Column> columns = new ArrayList<>(List.of(Column.real("time_ms")));
    populations.forEach(p -> columns.add(Column.real(p.name() + "_Hz")));
    file = format.create(folder, "rates", columns);
  }

  @Override
  public void add(Stretch stretch) throws IOException {
    int[] next = new int[count.length];
    while (begin + binSteps <= stretch.to()) {
      count(stretch, next, begin + binSteps);
      begin += binSteps;
      double[] row = new double[1 + count.length];
      row[0] = GridTime.ms(begin, dtMs);
      for (int p = 0; p < count.length; p++) {
        row[1 + p] = count[p] / (populations.get(p).size() * binSteps * dtMs / 1000);
        count[p] = 0;
      }
      file.add(row);
    }
    count(stretch, next, stretch.to());
  }

  /** Counts spikes up to a step. */
  private void count(Stretch stretch, int[] next, long end) {
    for (int p = 0; p < count.length; p++) {
      SpikeTrains spikes = stretch.spikes().get(p);
      while (next[p] < spikes.size() && spikes.step(next[p]) <= end) {
        next[p]++;
        count[p]++;
      }
    }
  }

  @Override
  public void end() throws IOException {
    file.end();
  }

  @Override
  public void state(StateVisitor visitor) throws IOException {
    visitor.ints(count);
    begin = visitor.number(begin);
    file.state(visitor);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
