package plastron.core.source;

import java.util.Arrays;
import java.util.stream.IntStream;
import plastron.core.cell.Cells;
import plastron.core.cell.PreciseCells;
import plastron.core.cell.PreciseModel;
import plastron.core.check.Require;
import plastron.core.lanes.Arriving;
import plastron.core.lanes.Lanes;
import plastron.core.spikes.SpikeClock;
import plastron.core.state.StateVisitor;

/** Neurons that spike at given times, rounded to steps on the grid, and receive nothing. */
public final class SpikeGenerator implements PreciseModel {

  private final double[][] timesMs;

  /**
   * @param timesMs of each neuron, ms, above 0, ascending; copied
   */
  public SpikeGenerator(double[][] timesMs) {
    this.timesMs =
        Arrays.stream(Require.given("Spike times", timesMs))
            .map(double[]::clone)
            .toArray(double[][]::new);
    for (int i = 0; i < timesMs.length; i++) {
      double before = 0;
      for (double time : timesMs[i]) {
        if (!(time > before) || Double.isInfinite(time)) {
          throw new IllegalArgumentException(
              "Spike time of neuron %d (%s ms) must be above the one before (%s ms)."
                  .formatted(i, time, before));
        }
        before = time;
      }
    }
  }

  @Override
  public String label() {
    return "spike_generator";
  }

  @Override
  public boolean fits(int neurons) {
    return timesMs.length == neurons;
  }

  @Override
  public int channels() {
    return 0;
  }

  @Override
  public Cells cells(int from, int to, double dtMs) {
    return new State(Arrays.copyOfRange(timesMs, from, to), dtMs);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if two spikes of a neuron fall into the same step of a grid
   */
  @Override
  public PreciseCells preciseCells(int neurons, double dtMs, SpikeClock clock) {
    if (clock instanceof SpikeClock.OnGrid) {
      cells(0, neurons, dtMs);
    }
    return new GivenTimes(
        Arrays.stream(timesMs)
            .map(row -> Arrays.stream(row).map(clock::given).toArray())
            .toArray(double[][]::new));
  }

  /** Sends spikes, those of each neuron one after the other. */
  private static final class GivenTimes implements PreciseCells {
    private final double[][] timesMs;
    private final int[] next;

    GivenTimes(double[][] timesMs) {
      this.timesMs = timesMs;
      next = new int[timesMs.length];
    }

    @Override
    public void advance(int neuron, double timeMs, Sink sink) {
      double[] times = timesMs[neuron];
      while (next[neuron] < times.length && times[next[neuron]] <= timeMs) {
        sink.spike(neuron, times[next[neuron]++]);
      }
    }

    @Override
    public void arrive(int neuron, double weight) {}

    @Override
    public boolean isAsleep(int neuron) {
      return next[neuron] == timesMs[neuron].length;
    }

    @Override
    public double potentialMv(int neuron, double timeMs) {
      return 0;
    }

    @Override
    public void state(StateVisitor visitor) {
      visitor.ints(next);
    }
  }

  /** Spikes of each tile of neurons, by step, then neuron. */
  private static final class State implements Cells {
    private final long[][] spikes;
    private final int[] next;

    State(double[][] timesMs, double dtMs) {
      spikes = new long[Math.ceilDiv(timesMs.length, Lanes.TILE)][];
      next = new int[spikes.length];
      for (int tile = 0; tile < spikes.length; tile++) {
        int first = tile * Lanes.TILE;
        spikes[tile] =
            IntStream.range(first, Math.min(timesMs.length, first + Lanes.TILE))
                .boxed()
                .flatMapToLong(i -> Arrays.stream(timesMs[i]).mapToLong(t -> packed(t, dtMs, i)))
                .sorted()
                .toArray();
        for (int k = 0; k < spikes[tile].length; k++) {
          if (step(spikes[tile][k]) < 1 || (k > 0 && spikes[tile][k] == spikes[tile][k - 1])) {
            throw new IllegalArgumentException(
                "Spikes of neuron %d round to step %d of %s ms, expected one spike a step from step 1 on."
                    .formatted((int) spikes[tile][k], step(spikes[tile][k]), dtMs));
          }
        }
      }
    }

    private static long packed(double timeMs, double dtMs, int neuron) {
      return (Math.round(timeMs / dtMs) << Integer.SIZE) | neuron;
    }

    private static long step(long packed) {
      return packed >>> Integer.SIZE;
    }

    @Override
    public int step(long step, Arriving[] arriving, int from, int to, int[] spiking) {
      int count = 0;
      for (int tile = from / Lanes.TILE; tile * Lanes.TILE < to; tile++) {
        long[] due = spikes[tile];
        while (next[tile] < due.length && step(due[next[tile]]) <= step) {
          spiking[count++] = (int) due[next[tile]++];
        }
      }
      return count;
    }

    @Override
    public double potentialMv(int neuron) {
      return 0;
    }

    @Override
    public void state(StateVisitor visitor) {
      visitor.ints(next);
    }

    @Override
    public long bytes() {
      return Arrays.stream(spikes).mapToLong(s -> 8L * s.length).sum();
    }
  }
}
