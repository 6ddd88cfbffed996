package plastron.slayer.f64.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.exponential.Exp64;

/** Kernels over the steps of a window have the bits of the plain ones. */
class StepKernels64Properties {

  private final StepKernels64 fastest = StepKernels64.FASTEST;
  private final StepKernels64 plain = new PlainStepKernels64();

  private static double[][] rows(int rows, int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] out = new double[rows][n];
    for (double[] row : out) {
      for (int i = 0; i < n; i++) {
        row[i] = (double) random.nextDouble(-2, 2);
      }
    }
    return out;
  }

  private static void assertSame(double[][] got, double[][] want) {
    for (int r = 0; r < want.length; r++) {
      assertThat(got[r]).isEqualTo(want[r]);
    }
  }

  @Property(tries = 300)
  void filtersHaveThePlainBits(
      @ForAll @IntRange(min = 1, max = 150) int n,
      @ForAll @IntRange(max = 12) int steps,
      @ForAll long seed) {
    double[][] got = rows(steps + 1, n, seed);
    double[][] want = rows(steps + 1, n, seed);
    fastest.decay(got[steps], (double) 0.9, got, steps);
    plain.decay(want[steps], (double) 0.9, want, steps);
    assertSame(got, want);
    fastest.decayAdjoint(got[steps], (double) 0.7, got, steps);
    plain.decayAdjoint(want[steps], (double) 0.7, want, steps);
    assertSame(got, want);
  }

  @Property(tries = 300)
  void spikesAreFollowedWithThePlainBits(
      @ForAll @IntRange(min = 1, max = 150) int n,
      @ForAll @IntRange(max = 12) int steps,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    SpikeRaster spikes = new SpikeRaster(steps + 2, n);
    for (int k = random.nextInt(n + 1) * steps; k > 0; k--) {
      spikes.set(random.nextInt(steps + 2), random.nextInt(n));
    }
    double[][] got = rows(steps + 1, n, seed);
    double[][] want = rows(steps + 1, n, seed);
    fastest.follow(got[steps], (double) 0.9, spikes, 2, steps);
    plain.follow(want[steps], (double) 0.9, spikes, 2, steps);
    assertSame(got, want);
    fastest.followAdjoint(got[steps], (double) 0.7, got, steps);
    plain.followAdjoint(want[steps], (double) 0.7, want, steps);
    assertSame(got, want);
  }

  @Property(tries = 300)
  void responsesHaveThePlainBits(
      @ForAll @IntRange(min = 1, max = 150) int n,
      @ForAll @IntRange(max = 12) int steps,
      @ForAll long seed) {
    double[][] current = rows(steps, n, seed);
    double[][] got = rows(2, n, ~seed);
    double[][] want = rows(2, n, ~seed);
    double[][] gotU = new double[steps + 1][n];
    double[][] wantU = new double[steps + 1][n];
    SpikeRaster gotSpikes = new SpikeRaster(steps + 3, n);
    SpikeRaster wantSpikes = new SpikeRaster(steps + 3, n);
    Response64 response = new Response64((double) 0.8, (double) -1.5, 1, 1);
    fastest.respond(response, got[0], got[1], current, gotU, 1, gotSpikes, 2, steps);
    plain.respond(response, want[0], want[1], current, wantU, 1, wantSpikes, 2, steps);
    assertSame(got, want);
    assertSame(gotU, wantU);
    assertThat(gotSpikes).isEqualTo(wantSpikes);
  }

  @Property(tries = 300)
  void exponentialSurrogatesHaveThePlainBits(
      @ForAll @IntRange(min = 1, max = 150) int n, @ForAll long seed) {
    double[][] got = rows(2, n, seed);
    got[1][0] = Double.NEGATIVE_INFINITY;
    got[1][n - 1] *= 1e3f;
    double[] want = got[0].clone();
    plain.exponential(want, got[1], 1, (double) 0.3, -2);
    fastest.exponential(got[0], got[1], 1, (double) 0.3, -2);
    assertThat(got[0]).isEqualTo(want);
  }

  @Property(tries = 1000)
  void exponentialIsAccurate(@ForAll @IntRange(min = 0, max = 90_000) int given) {
    double x = (double) (given * -1e-3);
    double want = (double) Math.exp(x);
    double tolerance = Math.ulp(want) * 5 / 2;
    assertThat(Exp64.exp(x)).isBetween(x < -87 ? 0 : want - tolerance, want + tolerance);
  }
}
