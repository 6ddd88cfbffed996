package plastron.plasticity.rate;

/** Checks of what blocks are made with. */
public final class Sizes {

  private Sizes() {}

  /** The size of something, at least 1. */
  public static void requirePositive(String subject, int size) {
    if (size < 1) {
      throw new IllegalArgumentException("%s (%d) must be at least 1.".formatted(subject, size));
    }
  }

  /** A time constant in steps, at least 1, so that nothing overshoots. */
  public static void requireTimeConstant(String subject, double tau) {
    if (!(tau >= 1) || Double.isInfinite(tau)) {
      throw new IllegalArgumentException(
          "%s (%s steps) must be finite and at least 1.".formatted(subject, tau));
    }
  }

  /** A bound of traces. */
  public static void requireClip(String subject, double clip) {
    if (!(clip > 0)) {
      throw new IllegalArgumentException(
          "%s (%s) must be positive; infinity is no bound.".formatted(subject, clip));
    }
  }
}
