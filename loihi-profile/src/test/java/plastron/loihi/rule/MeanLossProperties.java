package plastron.loihi.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import plastron.loihi.arithmetic.LearningScale;

class MeanLossProperties {

  private static final int DRAWS = 4000;

  @Provide
  Arbitrary<ProductSeries> ofWindows() {
    return Rules.series(Arbitraries.just(Gate.U));
  }

  @Property(tries = 500)
  void whatMakesUpIsFoundAgain(@ForAll("ofWindows") ProductSeries series) {
    Assume.that(MeanLoss.makesUp(series).isEmpty());
    for (double share : MeanLoss.SHARES) {
      ProductSeries made = MeanLoss.madeUp(series, share);
      assertThat(made.products()).startsWith(series.products().toArray(new Product[0]));
      if (made.products().size() > series.products().size()) {
        assertThat(MeanLoss.makesUp(made)).contains(made.products().getLast());
        assertThat(made.products().getLast().factors()).isEmpty();
      } else {
        assertThat(made).isEqualTo(series);
      }
    }
  }

  /** What products of traces that are anything but zero lose comes back. */
  @Property(tries = 100)
  void itIsWhatProductsLose(@ForAll long seed) {
    Random random = new Random(seed);
    int mantissa = random.nextInt(1, 8) * (random.nextBoolean() ? 1 : -1);
    int exponent = random.nextInt(-4, 3);
    List<Factor> factors =
        random.nextBoolean()
            ? List.of(Factor.of(Variable.X1), Factor.of(Variable.Y1))
            : List.of(Factor.of(Variable.T), Factor.of(Variable.X1), Factor.of(Variable.Y1));
    Product product = new Product(Gate.U, mantissa, exponent, factors);
    int shift = LearningScale.shiftLava(product.factorBits());
    double lost = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      long value = mantissa;
      for (Factor factor : factors) {
        value *= 1 + random.nextInt((1 << factor.variable().width()) - 1);
      }
      lost += Math.scalb(Math.scalb((double) value, -shift) - (value >> shift), exponent) / DRAWS;
    }
    double mean = MeanLoss.of(List.of(product));
    // Products of small numbers are even more often than not.
    assertThat(lost).isBetween(0.45 * mean, 1.05 * mean);
    Product back = MeanLoss.makesUp(madeUp(product)).orElseThrow();
    assertThat(Math.scalb((double) back.mantissa(), back.exponent()))
        .isCloseTo(mean, within(0.2 * mean));
  }

  private static ProductSeries madeUp(Product product) {
    return MeanLoss.madeUp(new ProductSeries(List.of(product)), 1);
  }

  /** A mantissa that is multiplied with few bits is not shifted. */
  @Example
  void exactProductsLoseNothing() {
    ProductSeries decay =
        new ProductSeries(List.of(new Product(Gate.U, -3, -5, List.of(Factor.of(Variable.W)))));
    assertThat(MeanLoss.madeUp(decay, 1)).isEqualTo(decay);
  }

  /** Either y2 or y3 is zero, and what is zero loses nothing. */
  @Example
  void ofTwoSignsOneLoses() {
    Product positive = third(2, Variable.Y2);
    Product negative = third(-2, Variable.Y3);
    assertThat(MeanLoss.of(List.of(positive, negative)))
        .isEqualTo(MeanLoss.of(List.of(third(2, Variable.Y1))));
  }

  private static Product third(int mantissa, Variable factor) {
    return new Product(Gate.U, mantissa, -3, List.of(Factor.of(Variable.X1), Factor.of(factor)));
  }

  /** Spikes are not there in every epoch, and what is added would be. */
  @Example
  void productsThatWaitForSpikesAreLeftAlone() {
    ProductSeries timed =
        new ProductSeries(
            List.of(
                new Product(
                    Gate.Y0, 3, -2, List.of(Factor.of(Variable.X1), Factor.of(Variable.T)))));
    assertThat(MeanLoss.madeUp(timed, 1)).isEqualTo(timed);
  }

  @Example
  void oneConstantAloneIsARule() {
    ProductSeries drift = new ProductSeries(List.of(new Product(Gate.U, 1, -7, List.of())));
    assertThat(MeanLoss.makesUp(drift)).isEmpty();
  }
}
