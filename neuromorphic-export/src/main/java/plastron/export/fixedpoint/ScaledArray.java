package plastron.export.fixedpoint;

/**
 * Real numbers for which a scale is chosen and which are not rounded yet.
 *
 * @param name what it is to the chip, such as {@code w_static}; unique in its layer
 * @param values {@code [from][to]}; not copied: treat as read-only
 * @param scale how integers will stand for them
 * @param rounding how they will be rounded
 */
public record ScaledArray(String name, double[][] values, Scale scale, Rounding rounding) {

  /** A single number. */
  public static ScaledArray scalar(String name, double value, Scale scale, Rounding rounding) {
    return new ScaledArray(name, new double[][] {{value}}, scale, rounding);
  }

  /** A vector, as one row. */
  public static ScaledArray row(String name, double[] values, Scale scale, Rounding rounding) {
    return new ScaledArray(name, new double[][] {values.clone()}, scale, rounding);
  }

  /** Rounds; what that loses is in the result. */
  public QuantizedArray quantize() {
    int[][] integers = new int[values.length][];
    for (int j = 0; j < values.length; j++) {
      integers[j] = new int[values[j].length];
      for (int i = 0; i < values[j].length; i++) {
        integers[j][i] = Math.toIntExact(scale.integer(values[j][i], rounding));
      }
    }
    return new QuantizedArray(
        name, integers, scale, QuantizationError.measure(values, integers, scale, rounding));
  }
}
