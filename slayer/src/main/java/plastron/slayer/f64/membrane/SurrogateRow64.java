package plastron.slayer.f64.membrane;

import plastron.slayer.f64.kernel.StepKernels64;
import plastron.slayer.surrogate.Arctan;
import plastron.slayer.surrogate.Boxcar;
import plastron.slayer.surrogate.FastSigmoid;
import plastron.slayer.surrogate.SlayerExponential;
import plastron.slayer.surrogate.Surrogate;
import plastron.slayer.surrogate.Triangle;

/** A surrogate over a whole population. */
interface SurrogateRow64 {

  /** {@code g[i] *= surrogate(u[i] - theta)}; u may be negative infinity. */
  void multiply(double[] g, double[] u, double theta);

  /** The loop for a surrogate; one that is not of the house is asked number by number. */
  static SurrogateRow64 of(Surrogate surrogate) {
    return switch (surrogate) {
      case SlayerExponential s -> exponential((double) s.scale(), (double) (-1 / s.width()));
      case FastSigmoid s -> fastSigmoid((double) s.scale(), (double) (1 / s.width()));
      case Arctan s -> arctan((double) s.scale(), (double) (1 / s.width()));
      case Triangle s -> triangle((double) s.scale(), (double) (1 / s.width()));
      case Boxcar s -> boxcar((double) s.scale(), (double) s.width());
      default ->
          (g, u, theta) -> {
            for (int i = 0; i < g.length; i++) {
              g[i] *= (double) surrogate.at(u[i] - theta);
            }
          };
    };
  }

  private static SurrogateRow64 exponential(double scale, double rate) {
    return (g, u, theta) -> StepKernels64.FASTEST.exponential(g, u, theta, scale, rate);
  }

  private static SurrogateRow64 fastSigmoid(double scale, double rate) {
    return (g, u, theta) -> {
      for (int i = 0; i < g.length; i++) {
        double d = 1 + Math.abs(u[i] - theta) * rate;
        g[i] *= scale / (d * d);
      }
    };
  }

  private static SurrogateRow64 arctan(double scale, double rate) {
    return (g, u, theta) -> {
      for (int i = 0; i < g.length; i++) {
        double d = (u[i] - theta) * rate;
        g[i] *= scale / (1 + d * d);
      }
    };
  }

  private static SurrogateRow64 triangle(double scale, double rate) {
    return (g, u, theta) -> {
      for (int i = 0; i < g.length; i++) {
        g[i] *= scale * Math.max(0, 1 - Math.abs(u[i] - theta) * rate);
      }
    };
  }

  private static SurrogateRow64 boxcar(double scale, double width) {
    return (g, u, theta) -> {
      for (int i = 0; i < g.length; i++) {
        g[i] *= Math.abs(u[i] - theta) <= width ? scale : 0;
      }
    };
  }
}
