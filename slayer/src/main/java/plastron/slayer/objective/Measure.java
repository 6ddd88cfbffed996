package plastron.slayer.objective;

import java.util.regex.Pattern;

/**
 * A named number that says how well a trial went.
 *
 * @param name in small letters, digits and underscores: what files and tables call it
 * @param scale which values it has
 * @param better which of them are the good ones
 */
public record Measure(String name, Scale scale, Direction better) {

  /** Which values a measure has. */
  public enum Scale {
    /** 0 or 1 in a trial; the share of trials with 1 in their mean. */
    SHARE(0, 1),
    /** Any number from 0 up. */
    AMOUNT(0, Double.MAX_VALUE),
    /** Any number. */
    NUMBER(-Double.MAX_VALUE, Double.MAX_VALUE);

    private final double low;
    private final double high;

    Scale(double low, double high) {
      this.low = low;
      this.high = high;
    }

    /** Least value. */
    public double low() {
      return low;
    }

    /** Greatest value. */
    public double high() {
      return high;
    }
  }

  /** Which values are the good ones. */
  public enum Direction {
    /** The higher, the better. */
    HIGHER,
    /** The lower, the better. */
    LOWER
  }

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  /** Share of right answers. */
  public static final Measure ACCURACY = new Measure("accuracy", Scale.SHARE, Direction.HIGHER);

  /** How far from its target something is, from 0 up. */
  public static final Measure ERROR = new Measure("error", Scale.AMOUNT, Direction.LOWER);

  public Measure {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Name of a measure (%s) must be small letters, digits and underscores.".formatted(name));
    }
  }

  /** The best value there is. */
  public double best() {
    return better == Direction.HIGHER ? scale.high() : scale.low();
  }

  /** Whether one value is better than another; false if either is NaN. */
  public boolean isBetter(double value, double than) {
    return better == Direction.HIGHER ? value > than : value < than;
  }
}
