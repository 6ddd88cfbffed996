package plastron.tasks.simulate;

import java.util.Arrays;
import java.util.stream.IntStream;
import plastron.core.simulate.SpikeTrains;
import plastron.core.state.StateVisitor;
import plastron.core.statistics.PairCorrelation;
import plastron.core.statistics.SpikeStatistics;
import plastron.core.statistics.SpikeTally;
import plastron.tasks.plot.ActivityPicture;
import plastron.tasks.simulate.network.SimulatedPopulation;

/** What is kept of a population's spikes for statistics and pictures, however long a run is. */
final class PopulationActivity {

  private static final double CORRELATION_BIN_MS = 5;
  private static final double LEAST_RATE_BIN_MS = 5;
  private static final int MOST_RATE_BINS = 400;
  private static final double RASTER_MS = 1000;
  private static final int MOST_POINTS = 100_000;

  private final SimulatedPopulation population;
  private final StatisticsWindow window;
  private final SpikeTally tally;
  private final PairCorrelation correlation;
  private final int[] inBin;
  private final int rows;
  private double[] rasterMs = new double[64];
  private int[] rasterRow = new int[64];
  private int points;
  private long spikes;

  /**
   * @param rows neurons that a raster shows, at most as many as there are
   */
  PopulationActivity(SimulatedPopulation population, StatisticsWindow window, int rows) {
    this.population = population;
    this.window = window;
    this.rows = rows;
    tally = new SpikeTally(population.size(), window.from(), window.to(), window.dtMs());
    correlation =
        new PairCorrelation(
            population.size(), window.from(), window.to(), window.bin(CORRELATION_BIN_MS));
    inBin = new int[(int) (window.steps() / rateBin(window))];
  }

  /** Steps of a bin of rates over time. */
  static long rateBin(StatisticsWindow window) {
    return Math.max(
        window.bin(LEAST_RATE_BIN_MS), Math.ceilDiv(window.steps(), (long) MOST_RATE_BINS));
  }

  /** The step from which on a raster shows spikes. */
  static long rasterFrom(StatisticsWindow window) {
    return Math.max(window.from(), window.to() - window.bin(RASTER_MS));
  }

  void add(SpikeTrains trains) {
    spikes += trains.size();
    long bin = rateBin(window);
    for (int k = 0; k < trains.size(); k++) {
      long step = trains.step(k);
      int neuron = trains.neuron(k);
      tally.add(step, neuron);
      correlation.add(step, neuron);
      if (step > window.from()) {
        long b = (step - window.from() - 1) / bin;
        if (b < inBin.length) {
          inBin[(int) b]++;
        }
        show(step, trains.timeMs(k), neuron);
      }
    }
  }

  /** Every so many-th neuron has a row. */
  private void show(long step, double timeMs, int neuron) {
    long row = (long) neuron * rows / population.size();
    long first = Math.ceilDiv(row * population.size(), (long) rows);
    if (step <= rasterFrom(window) || neuron != first || points == MOST_POINTS) {
      return;
    }
    if (points == rasterRow.length) {
      rasterMs = Arrays.copyOf(rasterMs, 2 * points);
      rasterRow = Arrays.copyOf(rasterRow, 2 * points);
    }
    rasterMs[points] = timeMs;
    rasterRow[points++] = (int) row;
  }

  void state(StateVisitor visitor) {
    spikes = visitor.number(spikes);
    tally.state(visitor);
    correlation.state(visitor);
    visitor.ints(inBin);
    points = (int) visitor.number(points);
    rasterMs = Arrays.copyOf(rasterMs, Math.max(points, rasterMs.length));
    rasterRow = Arrays.copyOf(rasterRow, rasterMs.length);
    double[] ms = Arrays.copyOf(rasterMs, points);
    int[] row = Arrays.copyOf(rasterRow, points);
    visitor.doubles(ms);
    visitor.ints(row);
    System.arraycopy(ms, 0, rasterMs, 0, points);
    System.arraycopy(row, 0, rasterRow, 0, points);
  }

  SimulatedPopulation population() {
    return population;
  }

  /** Spikes of the whole run. */
  long spikes() {
    return spikes;
  }

  SpikeStatistics statistics() {
    return tally.statistics();
  }

  double correlation() {
    return correlation.mean();
  }

  ActivityPicture.Raster raster() {
    return new ActivityPicture.Raster(
        population.name(), rows, Arrays.copyOf(rasterMs, points), Arrays.copyOf(rasterRow, points));
  }

  /** Over time. */
  ActivityPicture.Numbers rates() {
    double perBin = population.size() * rateBin(window) * window.dtMs() / 1000;
    return new ActivityPicture.Numbers(
        population.name(), IntStream.of(inBin).mapToDouble(count -> count / perBin).toArray());
  }

  /** Of each neuron. */
  ActivityPicture.Numbers neuronRates() {
    double seconds = window.steps() * window.dtMs() / 1000;
    return new ActivityPicture.Numbers(
        population.name(),
        IntStream.of(tally.counts()).mapToDouble(count -> count / seconds).toArray());
  }
}
