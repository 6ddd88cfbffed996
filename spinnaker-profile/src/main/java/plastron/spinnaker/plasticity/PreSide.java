package plastron.spinnaker.plasticity;

import java.util.Arrays;
import plastron.spinnaker.fixed.Fract16;

/**
 * The pre neurons of a layer: rates, sliding thresholds and gains. On the chip this lives in the
 * row headers.
 */
final class PreSide {

  private final PlasticKernel kernel;
  private final KernelCoefficients coefficients;
  private final KernelShifts shifts;
  private final int[] psi;
  final int[] rate;
  final int[] phi;

  /** What post factors are multiplied by. */
  final int[] gain;

  /** What summed predictions are multiplied by, where that is not {@link #gain}. */
  final int[] predicted;

  /** What E loses by its own prediction, where that is a loss. */
  final int[] loss;

  long factorSaturations;

  PreSide(PlasticKernel kernel, KernelCoefficients coefficients, KernelShifts shifts, int[] psi) {
    this.kernel = kernel;
    this.coefficients = coefficients;
    this.shifts = shifts;
    this.psi = psi.clone();
    rate = new int[psi.length];
    phi = new int[psi.length];
    gain = new int[psi.length];
    predicted = new int[psi.length];
    loss = new int[psi.length];
  }

  void reset() {
    Arrays.fill(phi, 0);
  }

  /** Computes rates and gains of an interval, then moves phi on. */
  void endInterval(int[] rates) {
    System.arraycopy(rates, 0, rate, 0, rate.length);
    if (kernel.pre() == PreFactor.RATE) {
      for (int i = 0; i < rate.length; i++) {
        gain[i] = scaled(rate[i], shifts.gain());
      }
    }
    // phi slides for every kernel: the reference data says what it becomes
    for (int i = 0; i < rate.length; i++) {
      if (kernel.pre() == PreFactor.SLIDING_THRESHOLD) {
        gain[i] = scaled(distance(rate[i], i), shifts.gain());
      }
      phi[i] = slide(phi[i], rate[i]);
    }
    if (kernel.predictsApart()) {
      predictApart();
    }
  }

  private int scaled(int factor, int shift) {
    return (int) Fract16.rn((long) coefficients.gain() * factor, shift);
  }

  private int distance(int r, int i) {
    long threshold = (long) (phi[i] + psi[i]) << shifts.phi();
    long exact = Fract16.rn(r * (r - threshold), shifts.preFactor());
    int clamped = Fract16.sat(exact);
    if (clamped != exact) {
      factorSaturations++;
    }
    return clamped;
  }

  private int slide(int old, int r) {
    long etaPhi = coefficients.etaPhi();
    long goal = shifts.phi() == 0 ? r : Fract16.rn(r, shifts.phi());
    return (int) Fract16.rn(old * (Fract16.COEFFICIENT_ONE - etaPhi) + goal * etaPhi, 16);
  }

  private void predictApart() {
    for (int i = 0; i < rate.length; i++) {
      predicted[i] = scaled(rate[i], shifts.predicted());
      loss[i] = (int) Fract16.rn((long) coefficients.gain() * rate[i] * rate[i], shifts.own());
    }
  }
}
