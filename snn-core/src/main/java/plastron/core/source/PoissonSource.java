package plastron.core.source;

import java.util.Arrays;
import plastron.core.cell.Cells;
import plastron.core.cell.NeuronModel;
import plastron.core.check.Require;
import plastron.core.lanes.Arriving;
import plastron.core.lanes.Lanes;
import plastron.core.ledger.Departure;
import plastron.core.noise.PoissonNoise;
import plastron.core.state.StateVisitor;

/**
 * Neurons that spike at random, each with a Poisson train of its own that goes to all whom its
 * synapses reach, and receive nothing. A neuron spikes once a step at most, with the probability
 * {@code rate dt}, so that the rate is as given.
 *
 * @param rateHz of every neuron, at least 0, below one spike a step
 * @param seed decides when they spike, whatever that of a simulation
 */
@Departure(
    from = "NEST",
    what =
        "A poisson_generator has several spikes in a step, and another train for each of its"
            + " targets; here a neuron has one spike a step at most, and one train for all.",
    reason = "A train of each target's own is a drive, and needs no synapses.",
    test = "PoissonSourceTest.spikesAtItsRateWhateverTheStep")
public record PoissonSource(double rateHz, long seed) implements NeuronModel {

  public PoissonSource {
    Require.notNegative("Rate of a Poisson source", rateHz);
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
    double probability = rateHz * dtMs / 1000;
    if (!(probability < 1)) {
      throw new IllegalArgumentException(
          "Poisson source (%s Hz) must have less than a spike in a step of %s ms."
              .formatted(rateHz, dtMs));
    }
    // As many as a Poisson distribution has that is 0 as often as there is no spike.
    return new State(new PoissonNoise(seed, from, to, -Math.log1p(-probability), 1), to - from);
  }

  private record State(PoissonNoise noise, double[] counts) implements Cells {

    State(PoissonNoise noise, int neurons) {
      this(noise, new double[Math.min(Lanes.padded(neurons), Lanes.TILE)]);
    }

    @Override
    public int step(long step, Arriving[] arriving, int from, int to, int[] spiking) {
      int spikes = 0;
      for (int tile = from; tile < to; tile += Lanes.TILE) {
        int end = Math.min(to, tile + Lanes.TILE);
        Arrays.fill(counts, 0);
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
