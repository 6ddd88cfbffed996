package plastron.slayer.loss;

import plastron.core.network.Kernel;

/** The convolution of a train with a kernel by the kernel's own recursion: one pass over it. */
final class KernelSum {

  private KernelSum() {}

  /**
   * {@code out(t) = sum over k of eps(k) in(t-k)}.
   *
   * @param in one number a step, not modified
   */
  static double[] of(Kernel kernel, double[] in) {
    return switch (kernel) {
      case Kernel.Delta delta -> in.clone();
      case Kernel.Exponential exponential -> exponential(exponential, in);
      case Kernel.Alpha alpha -> alpha(alpha, in);
      case Kernel.Finite finite -> finite(finite, in);
    };
  }

  /**
   * The transpose of {@link #of}: {@code out(t) = sum over k of eps(k) in(t+k)}, which is the same
   * with time reversed.
   *
   * @param in one number a step, not modified
   */
  static double[] transposed(Kernel kernel, double[] in) {
    return reversed(of(kernel, reversed(in)));
  }

  private static double[] exponential(Kernel.Exponential kernel, double[] in) {
    double decay = kernel.decay();
    double[] out = new double[in.length];
    double sum = 0;
    for (int t = 0; t < in.length; t++) {
      sum = decay * sum + in[t];
      out[t] = sum;
    }
    return out;
  }

  private static double[] alpha(Kernel.Alpha kernel, double[] in) {
    double decay = kernel.decay();
    double gain = Math.E / kernel.tauSteps();
    double[] out = new double[in.length];
    double p = 0;
    double q = 0;
    for (int t = 0; t < in.length; t++) {
      q = decay * (q + p);
      p = decay * p + in[t];
      out[t] = gain * q;
    }
    return out;
  }

  private static double[] finite(Kernel.Finite kernel, double[] in) {
    double[] out = new double[in.length];
    int taps = Math.min(kernel.stateCount(), in.length);
    for (int k = 0; k < taps; k++) {
      double tap = kernel.at(k);
      for (int t = k; t < in.length; t++) {
        out[t] += tap * in[t - k];
      }
    }
    return out;
  }

  private static double[] reversed(double[] values) {
    double[] reversed = new double[values.length];
    for (int t = 0; t < values.length; t++) {
      reversed[t] = values[values.length - 1 - t];
    }
    return reversed;
  }
}
