package plastron.spinnaker.plasticity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import plastron.spinnaker.fixed.Fract16;

/**
 * The plastic synapses between two populations on one core, bit for bit (section 6 of the SpiNNaker reference data; for
 * {@link Prediction#SUMMED} our own arithmetic, stated there). Matrices are rows by pre neuron, {@code [nPre][nPost]}; all
 * values s0.15 unless said otherwise. E and phi start at 0. Single owner, not thread-safe; an interval allocates nothing.
 */
public final class PlasticLayer {

  private final PlasticKernel kernel;
  private final int keep;
  private final int[][] weights;
  private final int[][] alpha;
  private final int[][] eligibility;
  private final int[][] effective;
  private final PreSide pre;
  private final PostSide post;
  private final long[] predictionSums;
  private final int[] prediction;
  private final int[] error;
  private long predictionSaturations;
  private long errorSaturations;
  private long eligibilitySaturations;
  private long weightSaturations;

  /**
   * Sets a layer up; all arrays are copied.
   *
   * @param kernel the rule
   * @param coefficients learning rates and the rate of a spike
   * @param psi fixed part of the sliding threshold, length nPre; unused by kernels without one
   * @param weights fixed part W of the weights, {@code [nPre][nPost]}
   * @param alpha plastic share of the weights, {@code [nPre][nPost]}
   * @param modulatorWeights neuromodulator weights W_m as {@code [source][target]}, {@code [nPost][nPost]}; null if and only
   *     if the kernel is not modulated
   * @throws IllegalArgumentException if a shape or a value does not fit
   */
  public PlasticLayer(
      PlasticKernel kernel,
      KernelCoefficients coefficients,
      int[] psi,
      int[][] weights,
      int[][] alpha,
      int @Nullable [][] modulatorWeights) {
    this.kernel = kernel;
    this.keep = coefficients.keep();
    int nPre = psi.length;
    int nPost = weights.length == 0 ? 0 : weights[0].length;
    if (nPre == 0 || nPost == 0) {
      throw new IllegalArgumentException("a layer (%d x %d) must have pre and post neurons".formatted(nPre, nPost));
    }
    if (kernel.modulated() != (modulatorWeights != null)) {
      throw new IllegalArgumentException(
          "modulator weights (%s) must be given exactly for a modulated kernel (%s)"
              .formatted(modulatorWeights == null ? "none" : "given", kernel));
    }
    checkValues("psi", psi);
    this.weights = copy("weights", weights, nPre, nPost);
    this.alpha = copy("alpha", alpha, nPre, nPost);
    this.eligibility = new int[nPre][nPost];
    this.effective = new int[nPre][nPost];
    this.pre = new PreSide(kernel.pre(), coefficients, psi);
    this.post =
        new PostSide(
            coefficients,
            nPost,
            modulatorWeights == null ? null : copy("modulator weights", modulatorWeights, nPost, nPost));
    this.predictionSums = new long[nPost];
    this.prediction = new int[nPost];
    this.error = new int[nPost];
    reset();
  }

  private static int[][] copy(String name, int[][] matrix, int rows, int columns) {
    if (matrix.length != rows) {
      throw new IllegalArgumentException("%s (%d rows) must have %d".formatted(name, matrix.length, rows));
    }
    int[][] copy = new int[rows][];
    for (int i = 0; i < rows; i++) {
      if (matrix[i].length != columns) {
        throw new IllegalArgumentException(
            "%s, row %d (%d values) must have %d".formatted(name, i, matrix[i].length, columns));
      }
      checkValues(name, matrix[i]);
      copy[i] = matrix[i].clone();
    }
    return copy;
  }

  private static void checkValues(String name, int[] values) {
    for (int value : values) {
      if (value < Fract16.MIN || value > Fract16.MAX) {
        throw new IllegalArgumentException("%s (raw %d) must lie within -32768 to 32767".formatted(name, value));
      }
    }
  }

  /** Forgets what was learned: E, phi and M become 0 and the effective weights W; the counters stay. */
  public void reset() {
    pre.reset();
    post.reset();
    for (int i = 0; i < eligibility.length; i++) {
      Arrays.fill(eligibility[i], 0);
      System.arraycopy(weights[i], 0, effective[i], 0, effective[i].length);
    }
  }

  /**
   * Ends an interval: updates E with its counts, then phi, then the effective weights.
   *
   * @param preCounts spikes of each pre neuron in the interval, length nPre, at least 0; not modified
   * @param postCounts spikes of each post neuron in the interval, length nPost, at least 0; not modified
   */
  public void endInterval(int[] preCounts, int[] postCounts) {
    post.endInterval(postCounts);
    pre.endInterval(preCounts);
    int[] shared = post.factor;
    if (kernel.prediction() == Prediction.SUMMED) {
      predictTogether();
      shared = error;
    }
    boolean alone = kernel.prediction() == Prediction.PER_SYNAPSE;
    for (int i = 0; i < eligibility.length; i++) {
      int[] row = eligibility[i];
      int[] factor = shared;
      if (alone && pre.rate[i] != 0) {
        errorSaturations += RowUpdate.predictionError(row, post.factor, pre.rate[i], error);
        factor = error;
      }
      eligibilitySaturations += RowUpdate.outer(row, factor, pre.gain[i], keep);
      weightSaturations += RowUpdate.effective(weights[i], alpha[i], row, effective[i]);
    }
  }

  private void predictTogether() {
    Arrays.fill(predictionSums, 0);
    for (int i = 0; i < eligibility.length; i++) {
      if (pre.rate[i] != 0) {
        RowUpdate.accumulate(predictionSums, eligibility[i], pre.rate[i]);
      }
    }
    predictionSaturations += PostSide.narrow(predictionSums, prediction);
    for (int j = 0; j < error.length; j++) {
      int exact = post.factor[j] - prediction[j];
      error[j] = Fract16.sat(exact);
      if (error[j] != exact) {
        errorSaturations++;
      }
    }
  }

  /** Number of pre neurons. */
  public int preSize() {
    return eligibility.length;
  }

  /** Number of post neurons. */
  public int postSize() {
    return error.length;
  }

  /**
   * The weights a spike of this pre neuron delivers, one for each post neuron, s0.15 in units of the weight format: positive
   * to the excitatory slot, negative with its magnitude to the inhibitory one. The live row, not a copy: do not modify.
   */
  public int[] effectiveRow(int preNeuron) {
    return effective[preNeuron];
  }

  /** E of one synapse. */
  public int eligibility(int preNeuron, int postNeuron) {
    return eligibility[preNeuron][postNeuron];
  }

  /** The sliding threshold of a pre neuron. */
  public int phi(int preNeuron) {
    return pre.phi[preNeuron];
  }

  /** The neuromodulator of a post neuron in the last interval; 0 for kernels without one. */
  public int modulator(int postNeuron) {
    return post.modulator[postNeuron];
  }

  /** The counts so far. */
  public Saturations saturations() {
    return new Saturations(
        pre.rateClips + post.rateClips,
        post.modulatorSaturations,
        post.factorSaturations,
        predictionSaturations,
        errorSaturations,
        pre.factorSaturations,
        eligibilitySaturations,
        weightSaturations);
  }
}
