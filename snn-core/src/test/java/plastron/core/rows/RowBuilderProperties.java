package plastron.core.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.Pattern;
import plastron.core.lanes.Arriving;
import plastron.core.lanes.Lanes;

/** However synapses are laid out, what arrives is what the drawn synapses say. */
class RowBuilderProperties {

  private static final double DT_MS = 0.1;

  @Example
  void aPairMayHaveMoreSynapsesThanACounterCounts() {
    Connections connections =
        new Connections(
            "c", "a", "b", new Pattern.InDegree(400), Distribution.of(0.5), Distribution.of(DT_MS));
    SynapseDraws drawn = new SynapseDraws(connections, 2, 1, DT_MS, 7);
    Arrivals arrivals = new Arrivals(1, 1, RowBuilder.longestSummed(drawn));
    for (IncomingSynapses part : new RowBuilder(drawn, 0, 1, 1, arrivals).build()) {
      part.deliver(0, new int[] {0, 1}, 0, 2);
      part.endOfStep(0);
    }
    Arriving[] arriving = arrivals.complete(1, false, 0, Lanes.padded(1));
    assertThat(arriving[0].of(0)).isEqualTo(200);
  }

  @Property(tries = 60)
  void deliversWhatIsDrawn(
      @ForAll @IntRange(min = 1, max = 300) int pre,
      @ForAll @IntRange(min = 1, max = 200) int post,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Distribution weights =
        switch (random.nextInt(3)) {
          case 0 -> Distribution.of(random.nextDouble(-2, 2));
          case 1 -> new Distribution.Uniform(-1, 2);
          default -> new Distribution.Normal(1, 1, 0, 5);
        };
    Distribution delays =
        random.nextBoolean() ? Distribution.of(0.7) : new Distribution.Uniform(0.1, 1.5);
    Pattern pattern =
        switch (random.nextInt(3)) {
          case 0 -> new Pattern.Probability(random.nextDouble());
          case 1 -> new Pattern.InDegree(random.nextInt(400));
          default -> new Pattern.Total(random.nextInt(3000));
        };
    SynapseDraws drawn =
        new SynapseDraws(
            new Connections("c", "a", "b", pattern, weights, delays), pre, post, DT_MS, seed);
    int from = random.nextInt(post);
    Arrivals arrivals = new Arrivals(post - from, 2, RowBuilder.longestSummed(drawn));
    List<IncomingSynapses> parts = new RowBuilder(drawn, from, post, 2, arrivals).build();
    // Often more spikes in a step than a counter of a byte holds.
    int[] spikes = random.ints(0, pre).limit(pre).distinct().sorted().toArray();
    double[][][] expected = new double[16][2][post - from];
    int[] times = new int[pre];
    for (int j : spikes) {
      times[j]++;
    }
    long[] count = {0};
    drawn.each(
        from,
        post,
        (j, i, w, delayMs) -> {
          count[0]++;
          expected[(int) Math.round(delayMs / DT_MS)][w >= 0 ? 0 : 1][i - from] += times[j] * w;
        });
    assertThat(parts.stream().mapToLong(IncomingSynapses::size).sum()).isEqualTo(count[0]);
    int split = random.nextInt(spikes.length + 1);
    for (IncomingSynapses part : parts) {
      part.deliver(1000, spikes, 0, split);
      part.deliver(1000, spikes, split, spikes.length);
      part.endOfStep(1000);
    }
    // Drawn weights lie on a grid of 4096 over at most their bounds.
    double rounding =
        weights instanceof Distribution.Constant ? 1e-9 : 1e-9 + count[0] * 5. / 4096 / 2;
    for (int delay = 1; delay < expected.length; delay++) {
      Arriving[] arriving =
          arrivals.complete(1000 + delay, random.nextBoolean(), 0, Lanes.padded(post - from));
      for (int c = 0; c < 2; c++) {
        for (int i = 0; i < post - from; i++) {
          assertThat(arriving[c].of(i)).isCloseTo(expected[delay][c][i], within(rounding));
        }
      }
      arrivals.clear(1000 + delay, 0, Lanes.padded(post - from));
    }
  }
}
