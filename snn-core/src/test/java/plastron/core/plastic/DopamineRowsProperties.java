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
import plastron.core.circuit.DopamineStdp;
import plastron.core.circuit.Pattern;
import plastron.core.network.DelayPlace;

/** Dopamine makes of weights what the equations of Izhikevich say. */
class DopamineRowsProperties {

  private static final int[] NONE = {};
  private static final int[] SPIKE = {0};

  /** The equations in much finer steps, at the synapse. */
  private static final class FineSteps {
    private static final int PARTS = 50;
    private final DopamineStdp stdp;
    private double w;
    private double c;
    private double n;
    private double x;
    private double y;

    FineSteps(DopamineStdp stdp, double w) {
      this.stdp = stdp;
      this.w = w;
    }

    /** A step of 1 ms, and the spikes at its end. */
    void step(boolean pre, boolean post, int dopamine) {
      double h = 1. / PARTS;
      double halfC = Math.exp(-h / 2 / stdp.tauEligibilityMs());
      double halfN = Math.exp(-h / 2 / stdp.tauDopamineMs());
      for (int part = 0; part < PARTS; part++) {
        c *= halfC;
        n *= halfN;
        w = Math.clamp(w + h * c * (n - stdp.baseline()), stdp.least(), stdp.greatest());
        c *= halfC;
        n *= halfN;
      }
      x *= Math.exp(-1 / stdp.tauPlusMs());
      y *= Math.exp(-1 / stdp.tauMinusMs());
      n += dopamine / stdp.tauDopamineMs();
      // Where the delay is dendritic both meet what was before, otherwise the pre spike is first.
      double xBefore = stdp.place() == DelayPlace.AXON && pre ? x + 1 : x;
      if (pre) {
        c -= stdp.depression() * y;
        x++;
      }
      if (post) {
        c += stdp.potentiation() * xBefore;
        y++;
      }
    }
  }

  @Property(tries = 60)
  void weightsAreThoseOfTheEquations(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 9) int delay,
      @ForAll @IntRange(min = 1, max = 20) int dopamineDelay,
      @ForAll DelayPlace place) {
    SplittableRandom random = new SplittableRandom(seed);
    double scale = random.nextInt(3) == 0 ? 20 : 1;
    DopamineStdp stdp =
        new DopamineStdp(
            "d",
            dopamineDelay,
            random.nextDouble(20, 300),
            random.nextDouble(10, 200),
            random.nextInt(2) * random.nextDouble(0.05),
            scale * random.nextDouble(),
            scale * random.nextDouble(),
            random.nextDouble(2, 30),
            random.nextDouble(2, 30),
            0.5,
            2,
            place);
    PlasticBlock block = block(stdp, delay);
    FineSteps reference = new FineSteps(stdp, 1);
    boolean isAxonal = place == DelayPlace.AXON;
    boolean[][] spikes = new boolean[2][3000];
    int[] dopamine = new int[3000];
    double least = 1;
    double greatest = 1;
    for (int t = 1; t < spikes[0].length; t++) {
      boolean rests = t / 500 % 2 == 1;
      spikes[0][t] = random.nextDouble() < (rests ? 0.002 : 0.03);
      spikes[1][t] = random.nextDouble() < 0.02;
      dopamine[t] = random.nextDouble() < (rests ? 0.002 : 0.03) ? 1 + random.nextInt(2) : 0;
      block.step(spikes[0][t] ? SPIKE : NONE, spikes[1][t] ? SPIKE : NONE, new int[dopamine[t]]);
      boolean pre = isAxonal ? t > delay && spikes[0][t - delay] : spikes[0][t];
      boolean post = isAxonal ? spikes[1][t] : t > delay && spikes[1][t - delay];
      reference.step(pre, post, t > dopamineDelay ? dopamine[t - dopamineDelay] : 0);
      least = Math.min(least, reference.w);
      greatest = Math.max(greatest, reference.w);
      double error = scale * 1e-5;
      assertThat(block.weights()[0]).isCloseTo(reference.w, within(error));
      if (pre) {
        assertThat(block.arriving(0, isAxonal ? 0 : delay)).isCloseTo(reference.w, within(error));
      }
    }
    assertThat(greatest - least).isPositive();
  }

  @Example
  void aPairIsRewardedASecondLater() {
    DopamineStdp stdp =
        new DopamineStdp("d", 1, 1000, 200, 0, 0.1, 0.15, 20, 20, 0, 5, DelayPlace.DENDRITE);
    Connections connections =
        new Connections(
            "c",
            "a",
            "b",
            new Pattern.Listed(new int[] {0, 1}, new int[] {0, 1}),
            Distribution.of(1),
            Distribution.of(1),
            Optional.of(stdp));
    PlasticBlock rewarded = new PlasticBlock(connections, 2, 2, 1);
    PlasticBlock unrewarded = new PlasticBlock(connections, 2, 2, 1);
    SplittableRandom random = new SplittableRandom(1);
    for (int t = 1; t <= 60_000; t++) {
      // Every 10 s the first synapse has a pair; a second later dopamine is released. The second
      // synapse has as many spikes at any other time.
      int[] pre = t % 10_000 == 5000 ? SPIKE : random.nextInt(10_000) == 0 ? new int[] {1} : NONE;
      int[] post = t % 10_000 == 5005 ? SPIKE : random.nextInt(10_000) == 0 ? new int[] {1} : NONE;
      rewarded.step(pre, post, t % 10_000 == 6005 ? new int[10] : NONE);
      unrewarded.step(pre, post, NONE);
    }
    // Six times 10 spikes of dopamine, for what is left of the eligibility of one pair.
    double perPair = 0.1 * Math.exp(-6 / 20.) * Math.exp(-1) * 10 / (1 + 200. / 1000);
    assertThat(rewarded.weights()[0]).isCloseTo(1 + 6 * perPair, within(0.001));
    assertThat(Math.abs(rewarded.weights()[1] - 1)).isLessThan(0.05);
    assertThat(unrewarded.weights()).containsExactly(1, 1);
  }

  private static PlasticBlock block(DopamineStdp stdp, double delayMs) {
    Connections connections =
        new Connections(
            "c",
            "a",
            "b",
            new Pattern.OneToOne(),
            Distribution.of(1),
            Distribution.of(delayMs),
            Optional.of(stdp));
    return new PlasticBlock(connections, 1, 1, 1);
  }
}
