package plastron.slayer.surrogate;

import plastron.core.check.Require;

/**
 * The derivative of an arc tangent, {@code scale / (1 + (d / width)^2)}: Fang et al. 2021.
 *
 * @param scale height at the threshold, above 0
 * @param width how far from the threshold it reaches, in the units of the potential, above 0
 */
public record Arctan(double scale, double width) implements Surrogate {

  public Arctan {
    Require.positive("Scale of a surrogate", scale);
    Require.positive("Width of a surrogate", width);
  }

  @Override
  public double at(double distance) {
    return scale / (1 + (distance / width) * (distance / width));
  }
}
