package plastron.loihi.scale.coefficient;

/**
 * A part of a coefficient as one product of the engine has it: {@code mantissa * 2^exponent}, times
 * {@code constant} if a variable that stays zero serves as a further factor.
 *
 * @param mantissa -8..7
 * @param exponent -7..8
 * @param constant 1..127 added to the spare variable, 0 if there is no such factor
 */
public record Piece(int mantissa, int exponent, int constant) {

  /** What it stands for; a factor that stays zero makes the engine shift by some bits more. */
  double value(int spareShift) {
    double plain = Math.scalb((double) mantissa, exponent);
    return constant == 0 ? plain : Math.scalb(plain * constant, -spareShift);
  }

  @Override
  public String toString() {
    return mantissa + "*2^" + exponent + (constant == 0 ? "" : "*" + constant);
  }
}
