package plastron.slayer.surrogate;

import plastron.core.check.Require;
import plastron.slayer.exponential.Exp64;

/**
 * Two exponentials back to back, {@code scale exp(-|d| / width)}: Shrestha and Orchard 2018. Their
 * {@code tauRho} and {@code scaleRho} are {@code width = tauRho theta} and {@code scale = scaleRho
 * / (tauRho theta)}.
 *
 * @param scale height at the threshold, above 0
 * @param width how far from the threshold it reaches, in the units of the potential, above 0
 */
public record SlayerExponential(double scale, double width) implements Surrogate {

  public SlayerExponential {
    Require.positive("Scale of a surrogate", scale);
    Require.positive("Width of a surrogate", width);
  }

  @Override
  public double at(double distance) {
    return scale * Exp64.exp(-Math.abs(distance) / width);
  }
}
