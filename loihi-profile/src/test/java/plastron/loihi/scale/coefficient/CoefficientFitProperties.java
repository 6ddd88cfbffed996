package plastron.loihi.scale.coefficient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import plastron.loihi.program.TraceScale;
import plastron.loihi.rule.Product;

class CoefficientFitProperties {

  private static final long NO_BOUND = 889;

  @Property
  void ordinaryCoefficientsAreRightToOnePercent(
      @ForAll @Scale(6) @DoubleRange(min = 0.03, max = 1000) double wanted) {
    CoefficientFit fit = CoefficientFit.of(wanted, 7, 5, NO_BOUND);

    assertThat(fit.relativeError()).isLessThanOrEqualTo(CoefficientFit.TOLERANCE);
  }

  @Property
  void statedErrorIsTheErrorOfThePieces(
      @ForAll @Scale(6) @DoubleRange(min = -100, max = 100) double wanted,
      @ForAll @IntRange(min = 0, max = 7) int spareShift) {
    CoefficientFit fit = CoefficientFit.of(wanted, 7, spareShift, NO_BOUND);

    double sum = 0;
    for (Piece piece : fit.pieces()) {
      double constant =
          piece.constant() == 0 ? 1 : Math.scalb((double) piece.constant(), -spareShift);
      sum += Math.scalb(piece.mantissa() * constant, piece.exponent());
    }
    assertThat(Math.abs(sum - wanted))
        .isLessThanOrEqualTo(Math.abs(wanted) * (fit.relativeError() + 1e-9));
  }

  @Property
  void piecesFitTheEngine(
      @ForAll @Scale(6) @DoubleRange(min = -1e6, max = 1e6) double wanted,
      @ForAll @IntRange(min = 1, max = 7) int mantissa) {
    for (Piece piece : CoefficientFit.of(wanted, mantissa, 5, NO_BOUND).pieces()) {
      assertThat(Math.abs(piece.mantissa())).isLessThanOrEqualTo(mantissa);
      assertThat(piece.exponent()).isBetween(Product.EXPONENT_MIN, Product.EXPONENT_MAX);
      assertThat(piece.constant()).isBetween(0, 127);
    }
  }

  @Property
  void aFreeUnitMakesTheCoefficientExact(
      @ForAll @Scale(6) @DoubleRange(min = 1e-6, max = 1e3) double smallest,
      @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 1000) double ratio) {
    double coefficient = ratio * smallest;

    double unit =
        UnitChoice.dividing(coefficient, smallest, 7, u -> Optional.of(1.0)).orElseThrow();

    assertThat(unit).isGreaterThanOrEqualTo(smallest);
    assertThat(CoefficientFit.of(coefficient / unit, 7, 5, 0).relativeError()).isLessThan(1e-12);
  }

  @Property
  void aFreeUnitCostsLittleRange(
      @ForAll @Scale(6) @DoubleRange(min = 0.04, max = 1000) double ratio) {
    double unit = UnitChoice.dividing(ratio, 1, 7, u -> Optional.of(1.0)).orElseThrow();

    assertThat(unit).isLessThanOrEqualTo(4.0 / 3 + 1e-9);
  }

  @Property
  void wholeImpulsesKeepTheLargestRateInRange(
      @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 1) double largest,
      @ForAll @IntRange(min = 1, max = 64) int interval) {
    double decay = (interval - 1.0) / (interval + 1.0);
    double rate = Math.max(largest, 1 - decay);

    TraceScale trace = TraceScale.whole(decay, rate, 1);

    if (trace.impulse().whole() >= 1) {
      assertThat(rate / trace.unit()).isLessThanOrEqualTo(TraceScale.LARGEST + 1e-9);
    }
  }

  @Property
  void randomFractionsMeetTheUnit(
      @ForAll @Scale(6) @DoubleRange(min = 0.005, max = 0.1) double unit) {
    TraceScale trace = TraceScale.near(0.98, unit, 1);

    assertThat(trace.meanImpulse() * trace.unit())
        .isCloseTo(0.02, org.assertj.core.data.Offset.offset(1e-12));
    assertThat(trace.unit()).isCloseTo(unit, org.assertj.core.data.Percentage.withPercentage(5));
  }
}
