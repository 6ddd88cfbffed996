package plastron.loihi.program;

import plastron.loihi.arithmetic.TraceImpulse;

/**
 * How a trace stands for a rate.
 *
 * @param unit the rate that 1 stands for, in the rule's units
 * @param impulse of a spike
 * @param decay factor per step in units of 2^-30
 * @param shown the share of the rate that it shows where epochs lose the time of spikes; {@code
 *     unit} makes up for the rest
 */
public record TraceScale(double unit, TraceImpulse impulse, int decay, double shown) {

  /** Largest value of a trace. */
  public static final int LARGEST = 127;

  /** Fraction bits of {@link #decay}. */
  public static final int DECAY_BITS = 30;

  private static final int IMPULSE_FRACTION = 128;

  /** A trace that stays zero. */
  public static final TraceScale OFF = new TraceScale(1, TraceImpulse.NONE, 0);

  /** A trace that shows all that there is. */
  public TraceScale(double unit, TraceImpulse impulse, int decay) {
    this(unit, impulse, decay, 1);
  }

  /** Whether the trace stays zero. */
  public boolean isOff() {
    return equals(OFF);
  }

  /** The expected size of the impulse. */
  public double meanImpulse() {
    return impulse.whole() + (double) impulse.fraction() / IMPULSE_FRACTION;
  }

  /** A trace with a whole impulse: as large as the largest rate allows. */
  public static TraceScale whole(double decay, double largestTrace, double referenceRate) {
    int impulse = (int) Math.min(LARGEST, Math.floor(LARGEST * (1 - decay) / largestTrace));
    return new TraceScale(
        (1 - decay) / (Math.max(impulse, 1) * referenceRate),
        new TraceImpulse(impulse, 0),
        fixed(decay));
  }

  /** A trace without memory, in spikes. */
  public static TraceScale ofStep(int impulse) {
    return new TraceScale(1.0 / impulse, new TraceImpulse(impulse, 0), 0);
  }

  /** A trace of spikes, in spikes. */
  public static TraceScale ofSpikes(double decay, int impulse) {
    return new TraceScale(1.0 / impulse, new TraceImpulse(impulse, 0), fixed(decay));
  }

  /** A trace whose unit is close to a wanted one; the impulse has a random fraction of 7 bits. */
  public static TraceScale near(double decay, double unit, double referenceRate) {
    double impulse = (1 - decay) / (unit * referenceRate);
    int steps =
        (int) Math.min((long) LARGEST * IMPULSE_FRACTION, Math.round(impulse * IMPULSE_FRACTION));
    TraceImpulse rounded = new TraceImpulse(steps / IMPULSE_FRACTION, steps % IMPULSE_FRACTION);
    double real = steps == 0 ? unit : (1 - decay) * IMPULSE_FRACTION / (steps * referenceRate);
    return new TraceScale(real, rounded, fixed(decay));
  }

  /**
   * The same trace, read as one that shows less than there is.
   *
   * @param share of the rate that it shows, above 0
   */
  public TraceScale showing(double share) {
    return new TraceScale(unit / share, impulse, decay, shown * share);
  }

  /** A factor per step in units of 2^-30. */
  public static int fixed(double decay) {
    return (int) Math.min(Math.round(Math.scalb(decay, DECAY_BITS)), 1L << DECAY_BITS);
  }
}
