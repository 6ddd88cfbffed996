package plastron.spinnaker.plasticity;

/**
 * How many bits the products of a kernel drop. In the reference data (section 6) every number is
 * itself a fraction and all of these are 15, see {@link #STANDARD}; a kernel whose numbers stand
 * for others times powers of two drops more or fewer. Rounding and saturation are the same.
 *
 * @param modulator of {@code W_m[j][q] * r_post[q]}, summed, 1 to 40
 * @param postFactor of the product that makes the post factor, {@code M_j * r_post[j]} or {@code
 *     r_post[j] * (r_post[j] - theta_j)}, 1 to 31
 * @param prediction of {@code E * r_pre[i]}, 1 to 30
 * @param preFactor of {@code r_pre[i] * (r_pre[i] - (phi_i + psi_i))}, 1 to 31
 * @param gain of the learning rate times the pre factor, 1 to 46
 * @param square of {@code r_post[j] * r_post[j]}, 1 to 31
 * @param weight of {@code alpha * E}, 1 to 30
 */
public record KernelShifts(
    int modulator,
    int postFactor,
    int prediction,
    int preFactor,
    int gain,
    int square,
    int weight) {

  /** Section 6 of the reference data. */
  public static final KernelShifts STANDARD = new KernelShifts(15, 15, 15, 15, 15, 15, 15);

  /** Checks the ranges. */
  public KernelShifts {
    check("modulator", modulator, 40);
    check("post factor", postFactor, 31);
    check("prediction", prediction, 30);
    check("pre factor", preFactor, 31);
    check("gain", gain, 46);
    check("square", square, 31);
    check("weight", weight, 30);
  }

  private static void check(String name, int shift, int max) {
    if (shift < 1 || shift > max) {
      throw new IllegalArgumentException(
          "%s shift (%d) must lie within 1 to %d".formatted(name, shift, max));
    }
  }
}
