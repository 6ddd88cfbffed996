package plastron.spinnaker.plasticity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import plastron.spinnaker.fixed.Fract16;

/** The post neurons of a layer: rates, neuromodulators and post factors. On the chip this lives in DTCM. */
final class PostSide {

  private final KernelCoefficients coefficients;
  private final int @Nullable [][] modulatorWeights;
  private final long[] sums;
  final int[] rate;
  final int[] modulator;
  final int[] factor;
  long rateClips;
  long modulatorSaturations;
  long factorSaturations;

  /** Takes the modulator weights as {@code [source][target]}, without copying; null means no modulation. */
  PostSide(KernelCoefficients coefficients, int size, int @Nullable [][] modulatorWeights) {
    this.coefficients = coefficients;
    this.modulatorWeights = modulatorWeights;
    sums = new long[size];
    rate = new int[size];
    modulator = new int[size];
    factor = new int[size];
  }

  void reset() {
    Arrays.fill(modulator, 0);
  }

  void endInterval(int[] counts) {
    for (int j = 0; j < rate.length; j++) {
      if (coefficients.clipsRate(counts[j])) {
        rateClips++;
      }
      rate[j] = coefficients.rate(counts[j]);
      factor[j] = rate[j];
    }
    if (modulatorWeights != null) {
      modulate(modulatorWeights);
    }
  }

  private void modulate(int[][] weights) {
    Arrays.fill(sums, 0);
    for (int q = 0; q < rate.length; q++) {
      if (rate[q] != 0) {
        RowUpdate.accumulate(sums, weights[q], rate[q]);
      }
    }
    modulatorSaturations += narrow(sums, modulator);
    for (int j = 0; j < factor.length; j++) {
      long exact = Fract16.rn((long) modulator[j] * rate[j], 15);
      factor[j] = Fract16.sat(exact);
      if (factor[j] != exact) {
        factorSaturations++;
      }
    }
  }

  /** {@code out[j] = sat(rn(sums[j], 15))}; returns the number of saturated values. */
  static int narrow(long[] sums, int[] out) {
    int saturated = 0;
    for (int j = 0; j < out.length; j++) {
      long exact = Fract16.rn(sums[j], 15);
      out[j] = Fract16.sat(exact);
      saturated += out[j] == exact ? 0 : 1;
    }
    return saturated;
  }
}
