package plastron.loihi.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plastron.loihi.arithmetic.LearningScale;
import plastron.loihi.rule.Gate;
import plastron.loihi.rule.Product;

/** Every mantissa, every exponent, every sum of operand widths. */
class ExhaustiveScalesTest {

  /** What operands of so many bits can come to: the ends, their neighbours, and between. */
  private static Set<Long> products(int width) {
    Set<Long> products = new TreeSet<>(List.of(0L, 1L, -1L, 3L, -3L));
    for (int bit = 1; bit <= width; bit++) {
      long power = 1L << bit;
      products.addAll(List.of(power, -power, power - 1, 1 - power));
    }
    products.removeIf(p -> p < -(1L << width) || p >= 1L << width);
    return products;
  }

  @Test
  void everyScaledProductIsTheExactOneWrappedShiftedAndLimited() {
    BigInteger span = BigInteger.ONE.shiftLeft(32);
    BigInteger half = span.shiftRight(1);
    for (int mantissa = Product.MANTISSA_MIN; mantissa <= Product.MANTISSA_MAX; mantissa++) {
      for (int exponent = Product.EXPONENT_MIN; exponent <= Product.EXPONENT_MAX; exponent++) {
        // The only mantissa of eight is -8, which becomes -4 unless the exponent is at its end.
        if (mantissa == -8 && exponent < Product.EXPONENT_MAX) {
          continue;
        }
        Product product = new Product(Gate.U, mantissa, exponent, List.of());
        for (int width = 0; width <= LearningParameters.LARGEST_FACTOR_BITS; width++) {
          int shift = Math.max(0, width + 4 - 15);
          assertThat(LearningScale.shiftLava(width)).isEqualTo(shift);
          for (long operands : products(width)) {
            BigInteger exact = BigInteger.valueOf(operands).multiply(BigInteger.valueOf(mantissa));
            BigInteger wrapped = exact.add(half).mod(span).subtract(half);
            BigInteger raised =
                wrapped
                    .shiftRight(shift)
                    .shiftLeft(exponent + 7)
                    .add(half)
                    .mod(span)
                    .subtract(half);
            int want = Math.clamp(raised.longValueExact(), -32769, 32767);
            assertThat(
                    Accumulation.add(
                        0, operands * mantissa, shift, product, false, new LearningCounts()))
                .as("%d * %d * 2^%d, width %d", operands, mantissa, exponent, width)
                .isEqualTo(want);
          }
        }
      }
    }
  }

  @Test
  void everyScaleIsKeptExactlyOrRefused() {
    for (int mantissa = -2048; mantissa <= 2048; mantissa++) {
      for (int exponent = -7; exponent <= 12; exponent++) {
        int m = mantissa;
        int e = exponent;
        if (isRepresentable(mantissa, exponent)) {
          Product product = new Product(Gate.U, m, e, List.of());
          assertThat(Math.scalb((double) product.mantissa(), product.exponent()))
              .as("%d * 2^%d", m, e)
              .isEqualTo(Math.scalb((double) m, e));
          assertThat(product.mantissa()).isBetween(-8, 7);
          assertThat(product.storedExponent()).isBetween(0, 15);
        } else {
          assertThatThrownBy(() -> new Product(Gate.U, m, e, List.of()))
              .as("%d * 2^%d", m, e)
              .isInstanceOf(IllegalArgumentException.class);
        }
      }
    }
  }

  /** Whether halving the mantissa leads to a pair within both ranges. */
  private static boolean isRepresentable(int mantissa, int exponent) {
    return IntStream.rangeClosed(0, Product.EXPONENT_MAX - exponent)
        .filter(k -> mantissa % (1 << k) == 0)
        .anyMatch(k -> mantissa >> k >= -8 && mantissa >> k <= 7);
  }
}
