package plastron.slayer.surrogate;

import java.util.List;
import java.util.Optional;
import plastron.core.check.Require;

/**
 * The stand-in {@code rho(u - theta)} for the derivative of a spike with respect to the potential.
 * Implement it for one of your own; it must be at least 0 everywhere.
 */
public interface Surrogate {

  /**
   * The derivative at a distance from the threshold.
   *
   * @param distance {@code u - theta}, may be negative infinity (then the result must be 0)
   */
  double at(double distance);

  /** The names that {@link #named} knows. */
  static List<String> names() {
    return List.of("slayer", "fast-sigmoid", "arctan", "triangle", "boxcar");
  }

  /**
   * A surrogate by name, empty if there is none.
   *
   * @param name one of {@link #names()}
   * @param scale height at the threshold, above 0
   * @param width how far from the threshold it reaches, in the units of the potential, above 0
   */
  static Optional<Surrogate> named(String name, double scale, double width) {
    Require.given("Surrogate", name);
    if (!(scale > 0) || !(width > 0)) {
      throw new IllegalArgumentException(
          "Surrogate %s (scale %s, width %s) needs positive numbers."
              .formatted(name, scale, width));
    }
    return switch (name) {
      case "slayer" -> Optional.of(new SlayerExponential(scale, width));
      case "fast-sigmoid" -> Optional.of(new FastSigmoid(scale, width));
      case "arctan" -> Optional.of(new Arctan(scale, width));
      case "triangle" -> Optional.of(new Triangle(scale, width));
      case "boxcar" -> Optional.of(new Boxcar(scale, width));
      default -> Optional.empty();
    };
  }
}
