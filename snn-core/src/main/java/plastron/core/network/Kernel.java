package plastron.core.network;

import java.util.Arrays;
import plastron.core.check.Require;

/**
 * How a spike is spread over time: the response kernel {@code eps(k)}, {@code k} in steps since the
 * spike. Every kernel is a linear recursion with a few numbers of state, which {@link
 * #stateCount()} counts.
 */
public sealed interface Kernel {

  /** The kernel's value {@code k} steps after a spike, {@code k} at least 0. */
  double at(int k);

  /** How many numbers of state the recursion keeps per spike train. */
  int stateCount();

  /** {@code eps(0) = 1}, else 0: the spike acts in its own step only. */
  record Delta() implements Kernel {
    @Override
    public double at(int k) {
      return k == 0 ? 1 : 0;
    }

    @Override
    public int stateCount() {
      return 1;
    }
  }

  /**
   * {@code eps(k) = exp(-k / tau)}, not normalised.
   *
   * @param tauSteps time constant in steps, above 0
   */
  record Exponential(double tauSteps) implements Kernel {
    public Exponential {
      requirePositive("Exponential", tauSteps);
    }

    /** The factor per step, {@code exp(-1 / tau)}. */
    public double decay() {
      return Math.exp(-1 / tauSteps);
    }

    @Override
    public double at(int k) {
      return Math.exp(-k / tauSteps);
    }

    @Override
    public int stateCount() {
      return 1;
    }
  }

  /**
   * {@code eps(k) = (k / tau) exp(1 - k / tau)}: SLAYER's kernel, 0 at the spike itself, peak 1 at
   * {@code k = tau}.
   *
   * @param tauSteps time constant in steps, above 0
   */
  record Alpha(double tauSteps) implements Kernel {
    public Alpha {
      requirePositive("Alpha", tauSteps);
    }

    /** The factor per step, {@code exp(-1 / tau)}. */
    public double decay() {
      return Math.exp(-1 / tauSteps);
    }

    @Override
    public double at(int k) {
      return k / tauSteps * Math.exp(1 - k / tauSteps);
    }

    @Override
    public int stateCount() {
      return 2;
    }
  }

  /** A kernel given by its values; 0 after the last. */
  final class Finite implements Kernel {

    private final double[] taps;

    /**
     * @param taps values for {@code k = 0, 1, ...}, at least one, finite; copied
     */
    public Finite(double... taps) {
      if (Require.given("Values of a finite kernel", taps).length == 0
          || !Arrays.stream(taps).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException(
            "Finite kernel (%s) needs at least one finite value.".formatted(Arrays.toString(taps)));
      }
      this.taps = taps.clone();
    }

    /** The first {@code length} values of another kernel. */
    public static Finite of(Kernel kernel, int length) {
      Require.given("Kernel", kernel);
      if (length < 1) {
        throw new IllegalArgumentException(
            "Length of a finite kernel (%d) must be at least 1.".formatted(length));
      }
      double[] values = new double[length];
      Arrays.setAll(values, kernel::at);
      return new Finite(values);
    }

    @Override
    public double at(int k) {
      return k < taps.length ? taps[k] : 0;
    }

    @Override
    public int stateCount() {
      return taps.length;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Finite f && Arrays.equals(taps, f.taps);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(taps);
    }

    @Override
    public String toString() {
      return "Finite" + Arrays.toString(taps);
    }
  }

  private static void requirePositive(String kernel, double tau) {
    if (!(tau > 0) || Double.isInfinite(tau)) {
      throw new IllegalArgumentException(
          "%s time constant (%s) must be a positive number of steps.".formatted(kernel, tau));
    }
  }
}
