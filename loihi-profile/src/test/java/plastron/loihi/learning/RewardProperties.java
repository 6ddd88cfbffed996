package plastron.loihi.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.arithmetic.SignMode;
import plastron.loihi.arithmetic.TraceImpulse;
import plastron.loihi.emulator.SpikeList;
import plastron.loihi.random.SeededRandom;
import plastron.loihi.rule.MicrocodeRule;

/** Products with the reward trace, beside whole-number arithmetic that is written here. */
class RewardProperties {

  private static final int PRE = 4;
  private static final int POST = 3;
  private static final int IMPULSE = 11;

  /** Widths of t, x1, y1 and r1, and of the mantissa, beyond the 15 bits of the accumulator. */
  private static final int SHIFT = 9 + 7 + 7 + 8 + 4 - 15;

  private static final TraceParameters KEPT = new TraceParameters(new TraceImpulse(IMPULSE, 0), 1);

  /**
   * {@code w' = (128 w + floor(m t x1 y1 r1 / 2^20) 2^(e+7)) / 128}, rounded down or, where that is
   * not whole, perhaps up; traces without decay count spikes.
   */
  @Property(tries = 300)
  void weightsFollowTheProductWithItsSign(
      @ForAll @IntRange(min = -2, max = 2) int mantissa,
      @ForAll @IntRange(min = -7, max = 4) int exponent,
      @ForAll @IntRange(max = 2) int k,
      @ForAll Evaluation evaluation,
      @ForAll long seed) {
    Random random = new Random(seed);
    int[][] tags = new int[POST][];
    Arrays.setAll(tags, i -> random.ints(PRE, -255, 256).toArray());
    LearningEngine engine = engine(mantissa, exponent, k, tags, evaluation, seed);
    int[] x1 = new int[PRE];
    int[] y1 = new int[POST];
    int[][] before = new int[PRE][POST];
    for (int step = 1; step <= 12; step++) {
      int[] r1 = random.ints(POST, -127, 128).toArray();
      SpikeList pre = spikes(random, x1);
      SpikeList post = spikes(random, y1);
      engine.spikes(pre, post);
      engine.reward(r1);
      engine.learn();
      boolean open = step % (1 << k) == 0;
      for (int j = 0; j < PRE; j++) {
        for (int i = 0; i < POST; i++) {
          long exact = (long) mantissa * tags[i][j] * x1[j] * y1[i] * r1[i];
          long added = open ? limited(Math.floorDiv(exact, 1L << SHIFT) << (exponent + 7)) : 0;
          long sum = limited(128L * before[j][i] + added);
          int low = weight(Math.floorDiv(sum, 128));
          int high = weight(Math.ceilDiv(sum, 128));
          assertThat(engine.weight(j, i)).isBetween(low, high);
          before[j][i] = engine.weight(j, i);
        }
      }
    }
  }

  private static long limited(long value) {
    return Math.clamp(value, -32769L, 32767L);
  }

  private static int weight(long value) {
    return Math.clamp(value, -256, 255);
  }

  /** Draws spikes and counts them. */
  private static SpikeList spikes(Random random, int[] traces) {
    SpikeList spikes = new SpikeList(traces.length);
    for (int n = 0; n < traces.length; n++) {
      if (random.nextBoolean()) {
        spikes.add(n);
        traces[n] = Math.min(127, traces[n] + IMPULSE);
      }
    }
    return spikes;
  }

  private static LearningEngine engine(
      int mantissa, int exponent, int k, int[][] tags, Evaluation evaluation, long seed) {
    MicrocodeRule rule =
        MicrocodeRule.ofWeight(
            "%s%d*2^%d*u%d*t*x1*y1*r1"
                .formatted(mantissa < 0 ? "-" : "", Math.abs(mantissa), exponent, k));
    TraceParameters off = TraceParameters.OFF;
    LearningParameters parameters =
        new LearningParameters(
            rule, false, 1, SignMode.MIXED, LoihiArithmetic.LAVA, KEPT, off, KEPT, off, off);
    return new LearningEngine(
        parameters,
        InitialSynapses.zeros(PRE, POST).withTags(tags),
        new SeededRandom(seed, SeededRandom.Sharing.INDEPENDENT),
        evaluation);
  }
}
