package plastron.slayer.f64.rate.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Orthonormal64Test {

  private static final double ONE = 1;
  private static final double TOLERANCE = 20 * Math.ulp(ONE);

  private static Weights64 drawn(int rows, int columns, double spread) {
    SplittableRandom random = new SplittableRandom(rows * 100L + columns);
    Weights64 u = new Weights64(rows, columns);
    for (double[] row : u.value()) {
      double common = (double) random.nextDouble(-1, 1);
      for (int c = 0; c < columns; c++) {
        row[c] = common + spread * (double) random.nextDouble(-1, 1);
      }
    }
    return u;
  }

  /** Also where the columns are nearly parallel, which one pass would not survive. */
  @ParameterizedTest
  @CsvSource({"1, 1, 1", "7, 2, 1", "20, 5, 0.001", "6, 6, 1"})
  void columnsAreOrthonormalAndSpanTheSame(int rows, int columns, double spread) {
    Weights64 u = drawn(rows, columns, spread);
    Orthonormal64 factors = new Orthonormal64("U", u);
    factors.forward();
    double[][] q = factors.q.value();
    for (int a = 0; a < columns; a++) {
      for (int b = 0; b < columns; b++) {
        double dot = 0;
        double along = 0;
        for (int i = 0; i < rows; i++) {
          dot += q[i][a] * q[i][b];
          along += q[i][a] * u.value()[i][b];
        }
        assertThat(dot).isCloseTo(a == b ? 1 : 0, Assertions.within(TOLERANCE));
        if (a == b) {
          assertThat(along).as("diagonal of R").isPositive();
        } else if (a > b) {
          assertThat(along).as("below it").isCloseTo(0, Assertions.within(TOLERANCE));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "3, 2"})
  void dependentColumnsAreRefused(double first, double factor) {
    Weights64 u = new Weights64(4, 2);
    for (int i = 0; i < 4; i++) {
      u.value()[i][0] = first + i * first;
      u.value()[i][1] = factor * u.value()[i][0];
    }
    Orthonormal64 factors = new Orthonormal64("U", u);
    assertThatThrownBy(factors::forward)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Parameter U must have independent columns; column ");
  }
}
