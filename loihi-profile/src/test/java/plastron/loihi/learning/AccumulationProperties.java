package plastron.loihi.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.arithmetic.SignMode;
import plastron.loihi.emulator.SpikeList;
import plastron.loihi.random.SeededRandom;
import plastron.loihi.rule.Gate;
import plastron.loihi.rule.MicrocodeRule;
import plastron.loihi.rule.Product;
import plastron.loihi.rule.ProductSeries;
import plastron.loihi.rule.Rules;

class AccumulationProperties {

  private static final int PRE = 4;
  private static final int POST = 3;

  @Provide
  Arbitrary<MicrocodeRule> rules() {
    return Rules.rules();
  }

  @Provide
  Arbitrary<Long> products() {
    return Arbitraries.longs().between(-(1L << 62), 1L << 62);
  }

  @Property
  void anAccumulatorFollowsExactArithmeticWithTheWrapMadeExplicit(
      @ForAll("products") long exact,
      @ForAll @IntRange(max = 40) int width,
      @ForAll @IntRange(min = -7, max = 8) int exponent,
      @ForAll @IntRange(min = -32769, max = 32767) int start) {
    int shift = Math.min(31, width);
    Product product = new Product(Gate.U, 1, exponent, List.of());
    BigInteger term =
        wrap(wrap(BigInteger.valueOf(exact)).shiftRight(shift).shiftLeft(exponent + 7));
    BigInteger sum = clip(BigInteger.valueOf(start).add(clip(term)));
    assertThat(Accumulation.add(start, exact, shift, product, false, new LearningCounts()))
        .isEqualTo(sum.intValueExact());
  }

  private static BigInteger wrap(BigInteger value) {
    BigInteger span = BigInteger.ONE.shiftLeft(32);
    BigInteger half = span.shiftRight(1);
    return value.add(half).mod(span).subtract(half);
  }

  private static BigInteger clip(BigInteger value) {
    return value.min(BigInteger.valueOf(32767)).max(BigInteger.valueOf(-32769));
  }

  @Property(tries = 400)
  void rowsEqualTheDefinition(
      @ForAll("rules") MicrocodeRule rule,
      @ForAll SignMode mode,
      @ForAll boolean thirdFactor,
      @ForAll SeededRandom.Sharing sharing,
      @ForAll @IntRange(min = 1, max = 5) int epoch,
      @ForAll long seed) {
    Assume.that(
        List.of(rule.dw(), rule.dd(), rule.dt()).stream()
            .flatMap(Optional::stream)
            .map(ProductSeries::products)
            .flatMap(List::stream)
            .allMatch(product -> product.factorBits() <= LearningParameters.LARGEST_FACTOR_BITS));
    TraceParameters x = TraceParameters.of(20.5, 6);
    TraceParameters y = thirdFactor ? TraceParameters.WRITTEN : TraceParameters.of(31.25, 9);
    LearningParameters parameters =
        new LearningParameters(rule, thirdFactor, epoch, mode, LoihiArithmetic.LAVA, x, x, y, y, y);
    LearningEngine plain = engine(parameters, seed, sharing, Evaluation.PLAIN);
    LearningEngine rows = engine(parameters, seed, sharing, Evaluation.ROWS);
    Random input = new Random(seed);
    SpikeList before = new SpikeList(PRE);
    SpikeList after = new SpikeList(POST);
    for (int k = 0; k < 25; k++) {
      draw(input, before);
      draw(input, after);
      int[] written = input.ints(POST, -40, 127).toArray();
      int[] rewards = input.ints(POST, -127, 128).toArray();
      for (LearningEngine engine : List.of(plain, rows)) {
        engine.spikes(before, after);
        if (thirdFactor) {
          engine.write(written, written, written);
        }
        engine.reward(rewards);
        engine.learn();
      }
      for (int j = 0; j < PRE; j++) {
        for (int i = 0; i < POST; i++) {
          assertThat(rows.weight(j, i)).isEqualTo(plain.weight(j, i));
          assertThat(rows.tag(j, i)).isEqualTo(plain.tag(j, i));
          assertThat(rows.delay(j, i)).isEqualTo(plain.delay(j, i));
        }
      }
    }
    assertThat(rows.counts()).usingRecursiveComparison().isEqualTo(plain.counts());
  }

  private static void draw(Random input, SpikeList spikes) {
    spikes.clear();
    for (int n = 0; n < spikes.neurons(); n++) {
      if (input.nextInt(3) == 0) {
        spikes.add(n);
      }
    }
  }

  private static LearningEngine engine(
      LearningParameters parameters,
      long seed,
      SeededRandom.Sharing sharing,
      Evaluation evaluation) {
    Random random = new Random(seed);
    int[][] weights = new int[POST][PRE];
    int[][] tags = new int[POST][PRE];
    int[][] delays = new int[POST][PRE];
    for (int i = 0; i < POST; i++) {
      weights[i] =
          random
              .ints(PRE, parameters.signMode().smallest(), parameters.signMode().largest() + 1)
              .toArray();
      tags[i] = random.ints(PRE, LearningEngine.TAG_MIN, LearningEngine.TAG_MAX + 1).toArray();
      tags[i][0] = LearningEngine.TAG_MIN;
      delays[i] = random.ints(PRE, 0, LearningEngine.TAG_MAX + 1).toArray();
    }
    InitialSynapses initial = new InitialSynapses(weights, tags, delays, PRE);
    LearningEngine engine =
        new LearningEngine(parameters, initial, new SeededRandom(seed, sharing), evaluation);
    boolean[][] bounded = new boolean[PRE][POST];
    for (boolean[] row : bounded) {
      for (int i = 0; i < POST; i++) {
        row[i] = random.nextBoolean();
      }
    }
    engine.bounded(bounded);
    return engine;
  }
}
