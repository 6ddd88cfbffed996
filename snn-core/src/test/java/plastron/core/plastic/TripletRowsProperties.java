package plastron.core.plastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.Pattern;
import plastron.core.circuit.TripletStdp;
import plastron.core.network.DelayPlace;

/** Triplets of spikes make of weights what the equations of Pfister and Gerstner say. */
class TripletRowsProperties {

  private static final int[] NONE = {};
  private static final int[] SPIKE = {0};

  /** The equations, step by step, at the synapse. */
  private static final class StepByStep {
    private final TripletStdp stdp;
    private final double dtMs;
    private double w;
    private double r1;
    private double r2;
    private double o1;
    private double o2;

    StepByStep(TripletStdp stdp, double dtMs, double w) {
      this.stdp = stdp;
      this.dtMs = dtMs;
      this.w = w;
    }

    void step(boolean pre, boolean post) {
      r1 *= Math.exp(-dtMs / stdp.tauPlusMs());
      r2 *= Math.exp(-dtMs / stdp.tauXMs());
      o1 *= Math.exp(-dtMs / stdp.tauMinusMs());
      o2 *= Math.exp(-dtMs / stdp.tauYMs());
      if (stdp.place() == DelayPlace.DENDRITE) {
        // Both meet what was before.
        double x = r1;
        double y = o1;
        double r2Before = r2;
        if (post) {
          post(x);
        }
        if (pre) {
          pre(y, r2Before);
        }
      } else {
        if (pre) {
          pre(o1, r2);
        }
        if (post) {
          post(r1);
        }
      }
    }

    private void post(double x) {
      w =
          Math.min(
              stdp.greatest(), w + x * (stdp.pairPotentiation() + stdp.tripletPotentiation() * o2));
      o1++;
      o2++;
    }

    private void pre(double y, double r2Before) {
      w = Math.max(0, w - y * (stdp.pairDepression() + stdp.tripletDepression() * r2Before));
      r1++;
      r2++;
    }
  }

  @Property(tries = 60)
  void weightsAreThoseOfTheEquations(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int delay, @ForAll DelayPlace place) {
    SplittableRandom random = new SplittableRandom(seed);
    double scale = random.nextDouble();
    TripletStdp stdp =
        new TripletStdp(
            scale * random.nextDouble(),
            scale * random.nextDouble(),
            scale * random.nextDouble(),
            scale * random.nextDouble(),
            random.nextDouble(1, 30),
            random.nextDouble(1, 30),
            random.nextDouble(1, 100),
            random.nextDouble(1, 100),
            3,
            place);
    PlasticBlock block = block(stdp, 1, delay, 1);
    StepByStep reference = new StepByStep(stdp, 1, 1);
    boolean[][] spikes = new boolean[2][4000 + delay];
    double sent = 0;
    for (int t = 1; t < spikes[0].length; t++) {
      boolean rests = t / 1000 % 2 == 1;
      spikes[0][t] = random.nextDouble() < (rests ? 0.002 : 0.05);
      spikes[1][t] = random.nextDouble() < (rests ? 0.01 : 0.05);
      block.step(spikes[0][t] ? SPIKE : NONE, spikes[1][t] ? SPIKE : NONE, NONE);
      boolean isAxonal = place == DelayPlace.AXON;
      boolean pre = isAxonal ? t > delay && spikes[0][t - delay] : spikes[0][t];
      boolean post = isAxonal ? spikes[1][t] : t > delay && spikes[1][t - delay];
      reference.step(pre, post);
      if (pre && !post) {
        sent = reference.w;
        assertThat(block.weights()[0]).isCloseTo(sent, within(1e-11));
        assertThat(block.arriving(0, isAxonal ? 0 : delay)).isCloseTo(sent, within(1e-11));
      }
    }
    assertThat(sent).isNotEqualTo(1);
  }

  /** As Sjoestroem, Turrigiano and Nelson (2001) found, with what was fitted to their results. */
  @Example
  void pairsOfSpikesAreWorthMoreTheFasterTheyFollow() {
    double[] rates = {0.1, 10, 20, 40, 50};
    double[] preFirst = new double[rates.length];
    double[] postFirst = new double[rates.length];
    for (int k = 0; k < rates.length; k++) {
      preFirst[k] = changeBySixtyPairs(rates[k], 10);
      postFirst[k] = changeBySixtyPairs(rates[k], -10);
    }
    assertThat(preFirst[0]).isCloseTo(0, within(0.05));
    assertThat(preFirst).isSorted();
    assertThat(preFirst[4]).isGreaterThan(0.3);
    assertThat(postFirst[0]).isLessThan(-0.2);
    assertThat(postFirst[1]).isLessThan(-0.2);
    assertThat(postFirst[4]).isGreaterThan(0.2);
  }

  /**
   * All pairs, full model of the visual cortex, table 3 of Pfister and Gerstner (2006).
   *
   * @param lagMs of the post spike behind the pre spike
   */
  private static double changeBySixtyPairs(double rateHz, int lagMs) {
    TripletStdp stdp =
        new TripletStdp(5e-10, 6.2e-3, 7e-3, 2.3e-4, 16.8, 33.7, 101, 125, 10, DelayPlace.AXON);
    PlasticBlock block = block(stdp, 1, 1, 1);
    int period = (int) Math.round(1000 / rateHz);
    // What a post spike does is told by the next pre spike, here of the far future.
    for (int t = 1; t <= 60 * period + 5000; t++) {
      int phase = t % period;
      boolean during = t <= 60 * period;
      boolean pre = (during && phase == 14) || t == 60 * period + 5000;
      boolean post = during && phase == Math.floorMod(15 + lagMs, period);
      block.step(pre ? SPIKE : NONE, post ? SPIKE : NONE, NONE);
    }
    block.step(NONE, NONE, NONE);
    return block.weights()[0] - 1;
  }

  private static PlasticBlock block(TripletStdp stdp, double weight, double delayMs, double dtMs) {
    Connections connections =
        new Connections(
            "c",
            "a",
            "b",
            new Pattern.OneToOne(),
            Distribution.of(weight),
            Distribution.of(delayMs),
            Optional.of(stdp));
    return new PlasticBlock(connections, 1, 1, dtMs);
  }
}
