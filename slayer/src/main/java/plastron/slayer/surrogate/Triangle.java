package plastron.slayer.surrogate;

import plastron.core.check.Require;

/**
 * Piecewise linear, {@code scale max(0, 1 - |d| / width)}: Bellec et al. 2018 with scale 0.3 and
 * width theta.
 *
 * @param scale height at the threshold, above 0
 * @param width how far from the threshold it reaches, in the units of the potential, above 0
 */
public record Triangle(double scale, double width) implements Surrogate {

  public Triangle {
    Require.positive("Scale of a surrogate", scale);
    Require.positive("Width of a surrogate", width);
  }

  @Override
  public double at(double distance) {
    return scale * Math.max(0, 1 - Math.abs(distance) / width);
  }
}
