package plastron.slayer.surrogate;

/**
 * Constant {@code scale} within {@code width} of the threshold, else 0.
 *
 * @param scale height at the threshold, above 0
 * @param width how far from the threshold it reaches, in the units of the potential, above 0
 */
public record Boxcar(double scale, double width) implements Surrogate {
  @Override
  public double at(double distance) {
    return Math.abs(distance) <= width ? scale : 0;
  }
}
