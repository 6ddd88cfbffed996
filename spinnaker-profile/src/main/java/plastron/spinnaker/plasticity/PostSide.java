package plastron.spinnaker.plasticity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import plastron.spinnaker.fixed.Fract16;

/**
 * The post neurons of a layer: rates, neuromodulators, thresholds and post factors. On the chip
 * this lives in DTCM.
 */
final class PostSide {

  private final PostFactor kind;
  private final KernelCoefficients coefficients;
  private final KernelShifts shifts;
  private final int @Nullable [][] modulatorWeights;
  private final long[] sums;
  private int[] rate;
  final int[] modulator;
  final int[] theta;
  final int[] factor;
  long modulatorSaturations;
  long factorSaturations;

  /**
   * Takes the modulator weights as {@code [source][target]}, without copying; null means no
   * modulation.
   */
  PostSide(
      PostFactor kind,
      KernelCoefficients coefficients,
      KernelShifts shifts,
      int size,
      int @Nullable [][] modulatorWeights) {
    this.kind = kind;
    this.coefficients = coefficients;
    this.shifts = shifts;
    this.modulatorWeights = modulatorWeights;
    sums = new long[size];
    rate = new int[size];
    modulator = new int[size];
    theta = new int[size];
    factor = new int[size];
  }

  void reset() {
    Arrays.fill(modulator, 0);
    Arrays.fill(theta, 0);
  }

  /** The rates of the interval that ended last; not to be modified. */
  int[] rates() {
    return rate;
  }

  void endInterval(int[] rates, int[] modulatorRates) {
    rate = rates;
    switch (kind) {
      case RATE -> System.arraycopy(rates, 0, factor, 0, factor.length);
      case MODULATED_RATE -> modulate(modulatorRates);
      case HOST_MODULATED_RATE -> take(modulatorRates);
      case SLIDING_THRESHOLD -> slide();
    }
  }

  private void modulate(int[] modulatorRates) {
    if (modulatorWeights == null) {
      throw new IllegalStateException("kernel %s has no modulator weights".formatted(kind));
    }
    Arrays.fill(sums, 0);
    for (int q = 0; q < modulatorRates.length; q++) {
      if (modulatorRates[q] != 0) {
        RowUpdate.accumulate(sums, modulatorWeights[q], modulatorRates[q]);
      }
    }
    modulatorSaturations += narrow(sums, shifts.modulator(), modulator);
    multiply();
  }

  /** Takes what the host wrote for M. */
  private void take(int[] written) {
    for (int j = 0; j < modulator.length; j++) {
      modulator[j] = Fract16.sat(written[j]);
      modulatorSaturations += modulator[j] == written[j] ? 0 : 1;
    }
    multiply();
  }

  private void multiply() {
    for (int j = 0; j < factor.length; j++) {
      factor[j] = saturate(Fract16.rn((long) modulator[j] * rate[j], shifts.postFactor()));
    }
  }

  private void slide() {
    long rateOfTheta = coefficients.etaTheta();
    long keep = Fract16.COEFFICIENT_ONE - rateOfTheta;
    for (int j = 0; j < factor.length; j++) {
      long r = rate[j];
      long threshold = (long) theta[j] << shifts.theta();
      factor[j] = saturate(Fract16.rn(r * (r - threshold), shifts.postFactor()));
      long goal = saturate(Fract16.rn(r * r, shifts.goal()));
      theta[j] = (int) Fract16.rn(theta[j] * keep + goal * rateOfTheta, 16);
    }
  }

  private int saturate(long exact) {
    int saturated = Fract16.sat(exact);
    if (saturated != exact) {
      factorSaturations++;
    }
    return saturated;
  }

  /** {@code out[j] = sat(rn(sums[j], shift))}; returns the number of saturated values. */
  static int narrow(long[] sums, int shift, int[] out) {
    int saturated = 0;
    for (int j = 0; j < out.length; j++) {
      long exact = Fract16.rn(sums[j], shift);
      out[j] = Fract16.sat(exact);
      saturated += out[j] == exact ? 0 : 1;
    }
    return saturated;
  }
}
