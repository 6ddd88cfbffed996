package plastron.core.source;

import java.util.Arrays;
import java.util.SplittableRandom;
import plastron.core.cell.PreciseCells;
import plastron.core.random.Seeds;
import plastron.core.state.StateVisitor;

/** A {@link PoissonSource} in continuous time: each interval follows from neuron and number. */
final class PoissonIntervals implements PreciseCells {

  private final PoissonSource source;
  private final long[] drawn;
  private final double[] nextMs;

  PoissonIntervals(PoissonSource source, int neurons) {
    this.source = source;
    drawn = new long[neurons];
    nextMs = new double[neurons];
    Arrays.setAll(nextMs, i -> source.startMs() + interval(i));
  }

  private double interval(int neuron) {
    long seed = Seeds.of(source.seed(), neuron, drawn[neuron]++);
    // 1 - U lies in (0, 1]; without a rate there is never a spike.
    double mean = 1000 / source.rateHz();
    return -Math.log(1 - new SplittableRandom(seed).nextDouble()) * mean;
  }

  @Override
  public void advance(int neuron, double timeMs, Sink sink) {
    double last = Math.min(timeMs, source.stopMs());
    while (nextMs[neuron] <= last) {
      double spikeMs = nextMs[neuron];
      nextMs[neuron] += interval(neuron);
      sink.spike(neuron, spikeMs);
    }
  }

  @Override
  public void arrive(int neuron, double weight) {}

  @Override
  public boolean isAsleep(int neuron) {
    return !(nextMs[neuron] <= source.stopMs());
  }

  @Override
  public double potentialMv(int neuron, double timeMs) {
    return 0;
  }

  @Override
  public void state(StateVisitor visitor) {
    visitor.longs(drawn);
    visitor.doubles(nextMs);
  }
}
