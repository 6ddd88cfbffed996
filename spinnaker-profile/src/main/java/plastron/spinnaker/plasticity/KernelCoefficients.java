package plastron.spinnaker.plasticity;

import plastron.spinnaker.fixed.Fract16;
import plastron.spinnaker.fixed.SpinnakerRegister;

/**
 * The learning rates a layer's kernel shares over all synapses.
 *
 * @param eta what E loses in an interval, u0.16, 0 to 65536: 0 keeps all of it
 * @param gain learning rate of the product of post and pre factor, -65536 to 65536; the same as eta
 *     in the reference data, otherwise the mantissa of a number whose exponent is part of the
 *     shifts
 * @param etaPhi rate of the sliding threshold phi, u0.16, 0 to 65536
 * @param etaTheta rate of the sliding threshold theta, u0.16, 0 to 65536
 */
public record KernelCoefficients(int eta, int gain, int etaPhi, int etaTheta) {

  /** Checks the ranges. */
  public KernelCoefficients {
    SpinnakerRegister.ETA.require(eta);
    SpinnakerRegister.GAIN.require(gain);
    SpinnakerRegister.ETA_PHI.require(etaPhi);
    SpinnakerRegister.ETA_THETA.require(etaTheta);
  }

  /** One learning rate, and one of thresholds, as in the reference data. */
  public KernelCoefficients(int eta, int etaPhi) {
    this(eta, eta, etaPhi, etaPhi);
  }

  /** What E keeps of itself in an interval, u0.16. */
  public int keep() {
    return Fract16.COEFFICIENT_ONE - eta;
  }
}
