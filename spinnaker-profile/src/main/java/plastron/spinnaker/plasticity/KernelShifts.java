package plastron.spinnaker.plasticity;

import plastron.spinnaker.fixed.SpinnakerRegister;

/**
 * How many bits the products of a kernel drop. In the reference data (section 6) every number is
 * itself a fraction, see {@link #STANDARD}; a kernel whose numbers stand for others times powers of
 * two drops more or fewer. Rounding and saturation are the same. Every use has a shift of its own.
 * Ranges: {@link SpinnakerRegister}.
 *
 * @param modulator of {@code W_m[j][q] * r_post[q]}, summed
 * @param postFactor of the product that makes the post factor, {@code M_j * r_post[j]} or {@code
 *     r_post[j] * (r_post[j] - theta_j)}
 * @param prediction of {@code E * r_pre[i]}, single or summed
 * @param preFactor of {@code r_pre[i] * (r_pre[i] - (phi_i + psi_i))}
 * @param gain of the learning rate times the pre factor
 * @param predicted of the learning rate times the pre rate, for {@link Prediction#SUMMED} beside a
 *     pre factor with a threshold
 * @param loss of {@code eta * r_post[j] * r_post[j]}, for {@link TraceLoss#POST_SQUARE}
 * @param own of {@code gain * r_pre[i] * r_pre[i]}, for {@link Prediction#PER_SYNAPSE} beside a pre
 *     factor with a threshold
 * @param goal of {@code r_post[j] * r_post[j]}, which theta follows
 * @param phi how many bits phi and psi are coarser than rates
 * @param theta how many bits theta is coarser than rates
 * @param weight of {@code alpha * E}
 */
public record KernelShifts(
    int modulator,
    int postFactor,
    int prediction,
    int preFactor,
    int gain,
    int predicted,
    int loss,
    int own,
    int goal,
    int phi,
    int theta,
    int weight) {

  /** Section 6 of the reference data. */
  public static final KernelShifts STANDARD =
      new KernelShifts(15, 15, 15, 15, 15, 15, 30, 30, 15, 0, 0, 15);

  /** Checks the ranges. */
  public KernelShifts {
    SpinnakerRegister.SHIFT_MODULATOR.require(modulator);
    SpinnakerRegister.SHIFT_POST.require(postFactor);
    SpinnakerRegister.SHIFT_PREDICTION.require(prediction);
    SpinnakerRegister.SHIFT_PRE.require(preFactor);
    SpinnakerRegister.SHIFT_GAIN.require(gain);
    SpinnakerRegister.SHIFT_PREDICTED.require(predicted);
    SpinnakerRegister.SHIFT_LOSS.require(loss);
    SpinnakerRegister.SHIFT_OWN.require(own);
    SpinnakerRegister.SHIFT_GOAL.require(goal);
    SpinnakerRegister.SHIFT_PHI.require(phi);
    SpinnakerRegister.SHIFT_THETA.require(theta);
    SpinnakerRegister.SHIFT_WEIGHT.require(weight);
  }
}
