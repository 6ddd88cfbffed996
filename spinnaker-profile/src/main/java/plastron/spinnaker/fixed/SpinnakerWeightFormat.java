package plastron.spinnaker.fixed;

/**
 * How the weights of one synapse type are stored: 16 unsigned bits, {@code shift} places below an
 * accum (section 1 of the SpiNNaker reference data). The sign of a weight is carried by its synapse
 * type.
 *
 * @param shift left shift L from a raw weight to an accum, 0 to 15
 */
public record SpinnakerWeightFormat(int shift) {

  /** The largest raw weight and ring-buffer value. */
  public static final int MAX_RAW = 0xFFFF;

  /** Checks the shift. */
  public SpinnakerWeightFormat {
    if (shift < 0 || shift > 15) {
      throw new IllegalArgumentException("shift (%d) must lie within 0 to 15".formatted(shift));
    }
  }

  /** The weight of raw 1, 2^(shift - 15). */
  public double lsb() {
    return Math.scalb(1.0, shift - 15);
  }

  /**
   * The raw magnitude of a weight, half to even.
   *
   * @param weight in the unit of the input current; its sign is dropped
   * @return 0 to 65535
   * @throws IllegalArgumentException if the magnitude is not finite or needs more than 16 bits
   */
  public int raw(double weight) {
    double raw = Math.rint(Math.abs(weight) / lsb());
    if (!(raw <= MAX_RAW)) {
      throw new IllegalArgumentException(
          "weight (%s) must lie within +-%s for shift %d. Maybe the shift is too small?"
              .formatted(weight, MAX_RAW * lsb(), shift));
    }
    return (int) raw;
  }

  /** The accum of a raw value: shifted left, wrapped. */
  public int toAccum(int raw) {
    return raw << shift;
  }
}
