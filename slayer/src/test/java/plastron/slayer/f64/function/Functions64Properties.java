package plastron.slayer.f64.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Functions of rows are those of the mathematics, and the same on every machine. */
class Functions64Properties {

  private static final double ONE = 1;
  private static final double ULP = Math.ulp(ONE);

  private final Functions64 fastest = Functions64.FASTEST;
  private final Functions64 plain = new PlainFunctions64();

  @Property(tries = 300)
  void vectorsHaveThePlainBits(
      @ForAll @IntRange(min = 1, max = 150) int n,
      @ForAll @IntRange(min = -12, max = 9) int exponent,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = (double) (random.nextDouble(-1, 1) * Math.scalb(1.0f, exponent));
    }
    double[] got = new double[n];
    double[] want = new double[n];
    fastest.tanh(got, x);
    plain.tanh(want, x);
    assertThat(got).isEqualTo(want);
    fastest.sigmoid(got, x);
    plain.sigmoid(want, x);
    assertThat(got).isEqualTo(want);
  }

  @Property(tries = 300)
  void theHyperbolicTangentIsRightToTheLastBits(
      @ForAll @IntRange(min = -60, max = 9) int exponent, @ForAll long seed) {
    double[] x = {
      (double) (new SplittableRandom(seed).nextDouble(-1, 1) * Math.scalb(1.0f, exponent))
    };
    double[] y = new double[1];
    plain.tanh(y, x);
    double want = (double) Math.tanh(x[0]);
    assertThat(Math.abs(y[0] - want)).isLessThanOrEqualTo(4 * ULP * Math.abs(want));
  }

  @Property(tries = 300)
  void theSigmoidIsRightToTheLastBits(@ForAll @IntRange(min = -600, max = 600) int tenths) {
    double[] x = {(double) tenths / 10};
    double[] y = new double[1];
    plain.sigmoid(y, x);
    double want = (double) (1 / (1 + Math.exp(-x[0])));
    assertThat(Math.abs(y[0] - want)).isLessThanOrEqualTo(4 * ULP * Math.abs(want));
  }

  @Example
  void endsAndHolesAreKept() {
    double[] x = {
      0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, 10_000, -10_000, 0, 0
    };
    double[] y = new double[x.length];
    fastest.tanh(y, x);
    assertThat(y).isEqualTo(new double[] {0, 1, -1, Double.NaN, 1, -1, 0, 0});
    fastest.sigmoid(y, x);
    assertThat(y)
        .isEqualTo(new double[] {(double) 0.5, 1, 0, Double.NaN, 1, 0, (double) 0.5, (double) 0.5});
  }
}
