package plastron.core.source;

import java.util.Arrays;
import plastron.core.cell.Cells;
import plastron.core.cell.PreciseCells;
import plastron.core.cell.PreciseModel;
import plastron.core.check.Require;
import plastron.core.lanes.Arriving;
import plastron.core.lanes.Lanes;
import plastron.core.ledger.Departure;
import plastron.core.noise.PoissonNoise;
import plastron.core.spikes.SpikeClock;
import plastron.core.state.StateVisitor;

/**
 * Neurons that spike at random, each with a Poisson train of its own that goes to all whom its
 * synapses reach, and receive nothing. On a grid a neuron spikes once a step at most, with the
 * probability {@code rate dt}, so that the rate is as given; in continuous time intervals are
 * exponential.
 *
 * @param rateHz of every neuron, at least 0, on a grid below one spike a step
 * @param seed decides when they spike, whatever that of a simulation
 * @param startMs first spikes come after this time, at least 0
 * @param stopMs last ones at this time; may be infinite
 */
@Departure(
    from = "NEST",
    what =
        "A poisson_generator has several spikes in a step, and another train for each of its"
            + " targets; here a neuron has one spike a step at most, and one train for all.",
    reason = "A train of each target's own is a drive, and needs no synapses.",
    test = "PoissonSourceTest.spikesAtItsRateWhateverTheStep")
public record PoissonSource(double rateHz, long seed, double startMs, double stopMs)
    implements PreciseModel {

  public PoissonSource {
    Require.notNegative("Rate of a Poisson source", rateHz);
    Require.notNegative("Start of a Poisson source", startMs);
    if (!(stopMs >= startMs)) {
      throw new IllegalArgumentException(
          "Poisson source stops at %s ms, expected after its start at %s ms."
              .formatted(stopMs, startMs));
    }
  }

  /** A source that never stops. */
  public PoissonSource(double rateHz, long seed) {
    this(rateHz, seed, 0, Double.POSITIVE_INFINITY);
  }

  @Override
  public String label() {
    return "poisson";
  }

  @Override
  public boolean fits(int neurons) {
    return true;
  }

  @Override
  public int channels() {
    return 0;
  }

  /**
   * @throws IllegalArgumentException if there would be a spike in every step
   */
  @Override
  public Cells cells(int from, int to, double dtMs) {
    return new State(
        noise(from, to, dtMs),
        new double[Math.min(Lanes.padded(to - from), Lanes.TILE)],
        Math.round(startMs / dtMs),
        Math.round(stopMs / dtMs));
  }

  private PoissonNoise noise(int from, int to, double dtMs) {
    double probability = rateHz * dtMs / 1000;
    if (!(probability < 1)) {
      throw new IllegalArgumentException(
          "Poisson source (%s Hz) must have less than a spike in a step of %s ms."
              .formatted(rateHz, dtMs));
    }
    // As many as a Poisson distribution has that is 0 as often as there is no spike.
    return new PoissonNoise(seed, from, to, -Math.log1p(-probability), 1);
  }

  @Override
  public PreciseCells preciseCells(int neurons, double dtMs, SpikeClock clock) {
    return switch (clock) {
      case SpikeClock.Exact exact -> new PoissonIntervals(this, neurons);
      case SpikeClock.OnGrid grid -> new SteppedCells(cells(0, neurons, dtMs), neurons, dtMs);
    };
  }

  private record State(PoissonNoise noise, double[] counts, long start, long stop)
      implements Cells {

    @Override
    public int step(long step, Arriving[] arriving, int from, int to, int[] spiking) {
      if (step <= start || step > stop) {
        return 0;
      }
      int spikes = 0;
      for (int tile = from; tile < to; tile += Lanes.TILE) {
        int end = Math.min(to, tile + Lanes.TILE);
        Arrays.fill(counts, 0, end - tile, 0);
        noise.add(step, counts, -tile, tile, end);
        for (int i = tile; i < end; i++) {
          if (counts[i - tile] > 0) {
            spiking[spikes++] = i;
          }
        }
      }
      return spikes;
    }

    @Override
    public double potentialMv(int neuron) {
      return 0;
    }

    @Override
    public void state(StateVisitor visitor) {}

    @Override
    public long bytes() {
      return noise.bytes() + 8L * counts.length;
    }
  }
}
