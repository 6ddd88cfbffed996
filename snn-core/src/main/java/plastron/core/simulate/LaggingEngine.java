package plastron.core.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import plastron.core.check.Require;
import plastron.core.rows.WeightVisitor;
import plastron.core.state.StateVisitor;

/**
 * An engine whose populations go through the same time at different steps of another engine, each a
 * lag behind it. Where synapses take no time, those whom a spike reaches in its step lag behind
 * those who send it: in the other engine it takes a step.
 */
public final class LaggingEngine implements Engine {

  private final Engine ahead;
  private final double dtMs;
  private final Map<String, Integer> lags;
  private final int longest;
  private final SortedMap<String, long[]> waiting = new TreeMap<>();
  private final List<LaggingProbe> probes = new ArrayList<>();
  private long now;

  /**
   * @param ahead has taken no step, and has spikes on the grid
   * @param dtMs step, ms
   * @param lags of every population by name, steps, at least 0
   */
  public LaggingEngine(Engine ahead, double dtMs, Map<String, Integer> lags) {
    this.ahead = Require.given("Engine", ahead);
    this.dtMs = Require.positive("Step in ms", dtMs);
    this.lags = Require.all("Lags", lags);
    longest = lags.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    lags.forEach((population, lag) -> waiting.put(population, new long[0]));
  }

  @Override
  public void run(long steps) {
    Engine.requireSteps(steps, now + longest);
    now += steps;
    ahead.run(now + longest - ahead.steps());
    probes.forEach(probe -> probe.take(now));
  }

  @Override
  public long steps() {
    return now;
  }

  @Override
  public SpikeTrains takeSpikes(String population) {
    int lag = Require.given("Lag of " + population, lags.get(population));
    SpikeTrains taken = ahead.takeSpikes(population);
    long[] all =
        LongStream.concat(
                Arrays.stream(waiting.get(population)),
                LongStream.range(0, taken.size())
                    .map(k -> GridSpikes.packed(taken.step((int) k) - lag, taken.neuron((int) k))))
            .toArray();
    long end = GridSpikes.packed(now + 1, 0);
    waiting.put(population, Arrays.stream(all).filter(spike -> spike >= end).toArray());
    return new GridSpikes(Arrays.stream(all).filter(spike -> spike < end).toArray(), dtMs);
  }

  @Override
  public PotentialProbe probe(String population, int neuron) {
    int lag = Require.given("Lag of " + population, lags.get(population));
    LaggingProbe probe = new LaggingProbe(ahead.probe(population, neuron), ahead.steps() + 1 - lag);
    probes.add(probe);
    return probe.shown();
  }

  @Override
  public void weights(String connections, WeightVisitor visitor) {
    ahead.weights(connections, visitor);
  }

  @Override
  public void state(StateVisitor visitor) {
    now = visitor.number(now);
    ahead.state(visitor);
    waiting.replaceAll(
        (population, spikes) -> {
          long[] shown = Arrays.copyOf(spikes, (int) visitor.number(spikes.length));
          visitor.longs(shown);
          return shown;
        });
    probes.forEach(probe -> probe.state(visitor));
  }

  @Override
  public long synapses() {
    return ahead.synapses();
  }

  @Override
  public long deliveries() {
    return ahead.deliveries();
  }

  @Override
  public long synapseBytes() {
    return ahead.synapseBytes();
  }
}
