package plastron.slayer.surrogate;

import plastron.core.check.Require;

/**
 * The derivative of a fast sigmoid, {@code scale / (1 + |d| / width)^2}: Zenke and Ganguli 2018.
 *
 * @param scale height at the threshold, above 0
 * @param width how far from the threshold it reaches, in the units of the potential, above 0
 */
public record FastSigmoid(double scale, double width) implements Surrogate {

  public FastSigmoid {
    Require.positive("Scale of a surrogate", scale);
    Require.positive("Width of a surrogate", width);
  }

  @Override
  public double at(double distance) {
    return scale / ((1 + Math.abs(distance) / width) * (1 + Math.abs(distance) / width));
  }
}
