package plastron.loihi.program;

import java.util.List;
import java.util.stream.IntStream;
import plastron.export.stage.ExportOptions;
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

  /** The setting of an export that chooses how many of its bits a trace of spikes is given. */
  public static final String SETTING = ExportOptions.TRACE_BITS;

  /** Bits of a trace. */
  public static final int BITS = 7;

  /** Fraction bits of {@link #decay}. */
  public static final int DECAY_BITS = 30;

  private static final int IMPULSE_FRACTION = 128;

  /** A trace that stays zero. */
  public static final TraceScale OFF = new TraceScale(1, TraceImpulse.NONE, 0);

  /** A trace that shows all that there is. */
  public TraceScale(double unit, TraceImpulse impulse, int decay) {
    this(unit, impulse, decay, 1);
  }

  /** All choices of bits as settings have them, the chip's own first. */
  public static List<String> choices() {
    return IntStream.rangeClosed(2, BITS).mapToObj(b -> String.valueOf(BITS + 2 - b)).toList();
  }

  /** The value up to which an export uses traces, which is the largest of its bits. */
  public static int largest(ExportOptions options) {
    return (1 << Integer.parseInt(options.setting(SETTING, Integer.toString(BITS)))) - 1;
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
    return whole(decay, largestTrace, referenceRate, LARGEST);
  }

  /**
   * The same for a trace that is not to pass some value.
   *
   * @param most at most {@link #LARGEST}
   */
  public static TraceScale whole(
      double decay, double largestTrace, double referenceRate, int most) {
    int impulse = (int) Math.min(most, Math.floor(most * (1 - decay) / largestTrace));
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
