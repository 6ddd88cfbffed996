package plastron.plasticity.rate.program;

import java.util.List;
import java.util.Locale;

/** A function of every entry of a row by itself. */
public enum Activation {
  /** The entry itself. */
  LINEAR,
  /** {@code max(0, a)}, with derivative 0 at 0. */
  RELU,
  /** The hyperbolic tangent. */
  TANH,
  /** {@code 1 / (1 + e^-a)}. */
  SIGMOID,
  /** {@code min(1, max(-1, a))}, with derivative 1 at both bounds. */
  SRELU,
  /** {@code cos 2 pi a}. */
  COSINE_OF_TURNS,
  /** {@code sin 2 pi a}. */
  SINE_OF_TURNS;

  private static final List<Activation> NAMED = List.of(LINEAR, RELU, TANH, SIGMOID, SRELU);

  /**
   * An activation by its name in files: its own in lower case.
   *
   * @throws IllegalArgumentException if there is none of this name for layers
   */
  public static Activation named(String name) {
    return NAMED.stream()
        .filter(a -> a.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Activation (%s) must be one of %s."
                        .formatted(name, NAMED.stream().map(Activation::label).toList())));
  }

  /** Its name in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
