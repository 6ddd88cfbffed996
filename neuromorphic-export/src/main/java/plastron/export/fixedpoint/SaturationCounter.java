package plastron.export.fixedpoint;

/** Clips integers to a range and counts how often it had to. Owned by one thread. */
public final class SaturationCounter {

  private final long min;
  private final long max;
  private long passed;
  private long saturated;

  /** A range, both ends inclusive, {@code min} at most {@code max}. */
  public SaturationCounter(long min, long max) {
    if (min > max) {
      throw new IllegalArgumentException("Range (%d to %d) must not be empty.".formatted(min, max));
    }
    this.min = min;
    this.max = max;
  }

  /** The value, moved to the nearest end and counted if it lies outside. */
  public long clip(long value) {
    passed++;
    if (value < min || value > max) {
      saturated++;
    }
    return Math.clamp(value, min, max);
  }

  /** How many values lay outside. */
  public long saturated() {
    return saturated;
  }

  /** How many values there were. */
  public long passed() {
    return passed;
  }
}
