package plastron.spinnaker.plasticity;

import java.util.Arrays;
import plastron.spinnaker.fixed.Fract16;

/**
 * The pre neurons of a layer: rates, sliding thresholds and gains. On the chip this lives in the
 * row headers.
 */
final class PreSide {

  private final PreFactor factor;
  private final KernelCoefficients coefficients;
  private final KernelShifts shifts;
  private final int[] psi;
  final int[] rate;
  final int[] phi;
  final int[] gain;
  long factorSaturations;

  PreSide(PreFactor factor, KernelCoefficients coefficients, KernelShifts shifts, int[] psi) {
    this.factor = factor;
    this.coefficients = coefficients;
    this.shifts = shifts;
    this.psi = psi.clone();
    rate = new int[psi.length];
    phi = new int[psi.length];
    gain = new int[psi.length];
  }

  void reset() {
    Arrays.fill(phi, 0);
  }

  /** Computes rates and gains of an interval, then moves phi on. */
  void endInterval(int[] rates) {
    for (int i = 0; i < rate.length; i++) {
      int r = rates[i];
      rate[i] = r;
      int s = factor == PreFactor.RATE ? r : distance(r, i);
      gain[i] = (int) Fract16.rn((long) coefficients.gain() * s, shifts.gain());
      long etaPhi = coefficients.etaPhi();
      phi[i] = (int) Fract16.rn(phi[i] * (Fract16.COEFFICIENT_ONE - etaPhi) + r * etaPhi, 16);
    }
  }

  private int distance(int r, int i) {
    long exact = Fract16.rn((long) r * (r - (phi[i] + psi[i])), shifts.preFactor());
    int clamped = Fract16.sat(exact);
    if (clamped != exact) {
      factorSaturations++;
    }
    return clamped;
  }
}
