package plastron.export.range;

import java.util.OptionalDouble;

/**
 * How far one accumulator of a population or layer is from its end. All magnitudes are in its own
 * least bits.
 *
 * @param of name of the population or layer that it belongs to
 * @param accumulator what it is
 * @param bits width, with the sign if it has one
 * @param limit largest magnitude that it holds
 * @param worst no input whatever leads to a larger magnitude before the accumulator is limited;
 *     infinite if there is no such bound
 * @param calibrated largest magnitude in calibration, computed from the float model; empty if it
 *     was not measured
 * @param overflow what becomes of larger ones
 * @param counter name of the emulator's counter that counts them, empty if none does
 */
public record AccumulatorRange(
    String of,
    String accumulator,
    int bits,
    double limit,
    double worst,
    OptionalDouble calibrated,
    Overflow overflow,
    String counter) {

  public AccumulatorRange {
    if (!(limit >= 0) || !(worst >= 0)) {
      throw new IllegalArgumentException(
          "Range of %s of %s (limit %s, worst case %s) must have a limit and a bound of at least 0."
              .formatted(accumulator, of, limit, worst));
    }
  }

  /** Whether no input whatever leads to an overflow. */
  public boolean isSafe() {
    return worst <= limit;
  }

  /** Whether calibration led to an overflow. */
  public boolean overflows() {
    return calibrated.isPresent() && calibrated.getAsDouble() > limit;
  }

  /** How many times the worst case fits; below 1 if it does not. */
  public double margin() {
    return worst == 0 ? Double.POSITIVE_INFINITY : limit / worst;
  }

  /** How many times what calibration saw fits; empty if it was not measured. */
  public OptionalDouble calibratedMargin() {
    return calibrated.isEmpty()
        ? calibrated
        : OptionalDouble.of(
            calibrated.getAsDouble() == 0
                ? Double.POSITIVE_INFINITY
                : limit / calibrated.getAsDouble());
  }

  /** The verdict, for people. */
  public String verdict() {
    return isSafe() ? "cannot overflow" : overflows() ? "overflows" : "worst case only";
  }
}
