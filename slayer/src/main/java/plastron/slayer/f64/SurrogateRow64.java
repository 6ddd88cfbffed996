package plastron.slayer.f64;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import plastron.slayer.exponential.Exp64;
import plastron.slayer.exponential.VectorExp64;
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
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
      return new VectorExponential64(scale, rate);
    }
    return new PlainExponential64(scale, rate);
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

  /** {@code scale e^(rate |u - theta|)}, number by number. */
  record PlainExponential64(double scale, double rate) implements SurrogateRow64 {
    @Override
    public void multiply(double[] g, double[] u, double theta) {
      for (int i = 0; i < g.length; i++) {
        g[i] *= scale * Exp64.exp(Math.abs(u[i] - theta) * rate);
      }
    }
  }

  /** The same in the vectors of the machine. */
  record VectorExponential64(double scale, double rate) implements SurrogateRow64 {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    @Override
    public void multiply(double[] g, double[] u, double theta) {
      for (int i = 0; i < g.length; i += SPECIES.length()) {
        VectorMask<Double> mask = SPECIES.indexInRange(i, g.length);
        DoubleVector distance = DoubleVector.fromArray(SPECIES, u, i, mask).sub(theta).abs();
        DoubleVector slope = VectorExp64.exp(distance.mul(rate)).mul(scale);
        DoubleVector.fromArray(SPECIES, g, i, mask).mul(slope).intoArray(g, i, mask);
      }
    }
  }
}
