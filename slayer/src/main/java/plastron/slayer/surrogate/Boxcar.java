package plastron.slayer.surrogate;

import plastron.core.check.Require;

/**
 * Constant {@code scale} within {@code width} of the threshold, else 0.
 *
 * @param scale height at the threshold, above 0
 * @param width how far from the threshold it reaches, in the units of the potential, above 0
 */
public record Boxcar(double scale, double width) implements Surrogate {

  public Boxcar {
    Require.positive("Scale of a surrogate", scale);
    Require.positive("Width of a surrogate", width);
  }

  @Override
  public double at(double distance) {
    return Math.abs(distance) <= width ? scale : 0;
  }
}
