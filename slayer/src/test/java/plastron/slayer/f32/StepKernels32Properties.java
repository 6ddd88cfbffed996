package plastron.slayer.f32;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.exponential.Exp32;

/** Kernels over the steps of a window have the bits of the plain ones. */
class StepKernels32Properties {

  private final StepKernels32 fastest = StepKernels32.FASTEST;
  private final StepKernels32 plain = new PlainStepKernels32();

  private static float[][] rows(int rows, int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] out = new float[rows][n];
    for (float[] row : out) {
      for (int i = 0; i < n; i++) {
        row[i] = (float) random.nextDouble(-2, 2);
      }
    }
    return out;
  }

  private static void assertSame(float[][] got, float[][] want) {
    for (int r = 0; r < want.length; r++) {
      assertThat(got[r]).isEqualTo(want[r]);
    }
  }

  @Property(tries = 300)
  void filtersHaveThePlainBits(
      @ForAll @IntRange(min = 1, max = 150) int n,
      @ForAll @IntRange(max = 12) int steps,
      @ForAll long seed) {
    float[][] got = rows(steps + 1, n, seed);
    float[][] want = rows(steps + 1, n, seed);
    fastest.decay(got[steps], (float) 0.9, got, steps);
    plain.decay(want[steps], (float) 0.9, want, steps);
    assertSame(got, want);
    fastest.decayAdjoint(got[steps], (float) 0.7, got, steps);
    plain.decayAdjoint(want[steps], (float) 0.7, want, steps);
    assertSame(got, want);
  }

  @Property(tries = 300)
  void responsesHaveThePlainBits(
      @ForAll @IntRange(min = 1, max = 150) int n,
      @ForAll @IntRange(max = 12) int steps,
      @ForAll long seed) {
    float[][] current = rows(steps, n, seed);
    float[][] got = rows(2, n, ~seed);
    float[][] want = rows(2, n, ~seed);
    float[][] gotU = new float[steps + 1][n];
    float[][] wantU = new float[steps + 1][n];
    SpikeRaster gotSpikes = new SpikeRaster(steps + 3, n);
    SpikeRaster wantSpikes = new SpikeRaster(steps + 3, n);
    float decay = (float) 0.8;
    float gain = (float) -1.5;
    fastest.respond(got[0], got[1], decay, gain, 1, 1, current, gotU, 1, gotSpikes, 2, steps);
    plain.respond(want[0], want[1], decay, gain, 1, 1, current, wantU, 1, wantSpikes, 2, steps);
    assertSame(got, want);
    assertSame(gotU, wantU);
    assertThat(gotSpikes).isEqualTo(wantSpikes);
  }

  @Property(tries = 300)
  void exponentialSurrogatesHaveThePlainBits(
      @ForAll @IntRange(min = 1, max = 150) int n, @ForAll long seed) {
    float[][] got = rows(2, n, seed);
    got[1][0] = Float.NEGATIVE_INFINITY;
    got[1][n - 1] *= 1e3f;
    float[] want = got[0].clone();
    new SurrogateRow32.PlainExponential32((float) 0.3, -2).multiply(want, got[1], 1);
    new SurrogateRow32.VectorExponential32((float) 0.3, -2).multiply(got[0], got[1], 1);
    assertThat(got[0]).isEqualTo(want);
  }

  @Property(tries = 1000)
  void exponentialIsAccurate(@ForAll @IntRange(min = 0, max = 90_000) int given) {
    float x = (float) (given * -1e-3);
    double want = Math.exp(x);
    double tolerance = Math.ulp((float) want) * 2;
    assertThat((double) Exp32.exp(x)).isBetween(x < -87 ? 0 : want - tolerance, want + tolerance);
  }
}
