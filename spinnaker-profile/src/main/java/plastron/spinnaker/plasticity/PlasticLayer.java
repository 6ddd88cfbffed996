package plastron.spinnaker.plasticity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import plastron.spinnaker.fixed.Fract16;

/**
 * The plastic synapses between two populations on one core, bit for bit (section 6 of the SpiNNaker
 * reference data; for {@link Prediction#SUMMED}, {@link PostFactor#SLIDING_THRESHOLD}, {@link
 * Decay#POST_SQUARE} and shifts other than {@link KernelShifts#STANDARD} our own arithmetic, stated
 * there). Matrices are rows by pre neuron, {@code [nPre][nPost]}; all values s0.15 unless said
 * otherwise. E, phi and theta start at 0. Single owner, not thread-safe; an interval allocates
 * nothing.
 */
public final class PlasticLayer {

  private final PlasticKernel kernel;
  private final KernelCoefficients coefficients;
  private final KernelShifts shifts;
  private final int keep;
  private final int min;
  private final int max;
  private final int[][] weights;
  private final int[][] alpha;
  private final int[][] eligibility;
  private final int[][] effective;
  private final PreSide pre;
  private final PostSide post;
  private final long[] predictionSums;
  private final int[] prediction;
  private final int[] error;
  private final int[] keeps;
  private final int[] preRates;
  private final int[] postRates;
  private final boolean ownModulator;
  private long rateClips;
  private long predictionSaturations;
  private long errorSaturations;
  private long eligibilitySaturations;
  private long weightSaturations;

  /**
   * Sets a layer up with the arithmetic of the reference data; all arrays as in {@link
   * LayerNumbers} and copied.
   */
  public PlasticLayer(
      PlasticKernel kernel,
      KernelCoefficients coefficients,
      int[] psi,
      int[][] weights,
      int[][] alpha,
      int @Nullable [][] modulatorWeights) {
    this(
        kernel,
        coefficients,
        KernelShifts.STANDARD,
        new LayerNumbers(
            psi,
            weights,
            alpha,
            modulatorWeights == null ? new int[0][] : modulatorWeights,
            -Fract16.MIN));
  }

  /**
   * Sets a layer up.
   *
   * @param kernel the rule
   * @param coefficients learning rates and the rate of a spike
   * @param shifts where the binary points of products lie
   * @param numbers weights and the like; copied
   * @throws IllegalArgumentException if modulator weights are not given exactly for a modulated
   *     kernel
   */
  public PlasticLayer(
      PlasticKernel kernel,
      KernelCoefficients coefficients,
      KernelShifts shifts,
      LayerNumbers numbers) {
    int[][] modulators = numbers.modulatorWeights();
    if (kernel.modulated() != (modulators.length > 0)) {
      throw new IllegalArgumentException(
          "modulator weights (%s) must be given exactly for a modulated kernel (%s)"
              .formatted(modulators.length == 0 ? "none" : "given", kernel));
    }
    this.kernel = kernel;
    this.coefficients = coefficients;
    this.shifts = shifts;
    keep = coefficients.keep();
    min = Math.max(Fract16.MIN, -numbers.limit());
    max = Math.min(Fract16.MAX, numbers.limit());
    int nPre = numbers.preSize();
    int nPost = numbers.postSize();
    weights = LayerNumbers.copy(numbers.weights());
    alpha = LayerNumbers.copy(numbers.alpha());
    eligibility = new int[nPre][nPost];
    effective = new int[nPre][nPost];
    pre = new PreSide(kernel.pre(), coefficients, shifts, numbers.psi());
    post =
        new PostSide(
            kernel.post(),
            coefficients,
            shifts,
            nPost,
            modulators.length == 0 ? null : LayerNumbers.copy(modulators));
    ownModulator = numbers.modulators() == nPost;
    predictionSums = new long[nPost];
    prediction = new int[nPost];
    error = new int[nPost];
    keeps = new int[nPost];
    preRates = new int[nPre];
    postRates = new int[nPost];
    reset();
  }

  /**
   * Forgets what was learned: E, phi, theta and M become 0 and the effective weights W; the
   * counters stay.
   */
  public void reset() {
    pre.reset();
    post.reset();
    for (int i = 0; i < eligibility.length; i++) {
      Arrays.fill(eligibility[i], 0);
      System.arraycopy(weights[i], 0, effective[i], 0, effective[i].length);
    }
  }

  /**
   * Ends an interval: updates E with its counts, then phi, then the effective weights. A modulated
   * layer modulates itself.
   *
   * @param preCounts spikes of each pre neuron in the interval, length nPre, at least 0; not
   *     modified
   * @param postCounts spikes of each post neuron in the interval, length nPost, at least 0; not
   *     modified
   */
  public void endInterval(int[] preCounts, int[] postCounts) {
    if (kernel.modulated() && !ownModulator) {
      throw new IllegalStateException("a layer modulated by another population needs its rates");
    }
    rates(preCounts, preRates);
    rates(postCounts, postRates);
    endInterval(preRates, postRates, postRates);
  }

  private void rates(int[] counts, int[] rates) {
    for (int i = 0; i < rates.length; i++) {
      if (coefficients.clipsRate(counts[i])) {
        rateClips++;
      }
      rates[i] = coefficients.rate(counts[i]);
    }
  }

  /**
   * Ends an interval with rates from elsewhere, 0 to 32767; nothing is modified.
   *
   * @param pre by pre neuron
   * @param post by post neuron; kept until the next interval
   * @param modulating by modulating neuron; not read by kernels without modulation
   */
  public void endInterval(int[] pre, int[] post, int[] modulating) {
    this.post.endInterval(post, modulating);
    this.pre.endInterval(pre);
    updateRows();
  }

  private void updateRows() {
    int[] shared = post.factor;
    if (kernel.prediction() == Prediction.SUMMED) {
      predictTogether();
      shared = error;
    }
    if (kernel.decay() == Decay.POST_SQUARE) {
      keepLess();
    }
    boolean alone = kernel.prediction() == Prediction.PER_SYNAPSE;
    int largest = RowUpdate.largest(shared);
    for (int i = 0; i < eligibility.length; i++) {
      int[] row = eligibility[i];
      int[] factor = shared;
      if (alone && pre.rate[i] != 0) {
        errorSaturations +=
            RowUpdate.predictionError(row, post.factor, pre.rate[i], shifts.prediction(), error);
        factor = error;
        largest = -Fract16.MIN;
      }
      eligibilitySaturations +=
          kernel.decay() == Decay.POST_SQUARE
              ? RowUpdate.outer(row, factor, pre.gain[i], keeps, min, max)
              : RowUpdate.outer(row, factor, largest, pre.gain[i], keep, min, max);
      weightSaturations +=
          RowUpdate.effective(weights[i], alpha[i], row, shifts.weight(), effective[i]);
    }
  }

  private void predictTogether() {
    Arrays.fill(predictionSums, 0);
    for (int i = 0; i < eligibility.length; i++) {
      if (pre.rate[i] != 0) {
        RowUpdate.accumulate(predictionSums, eligibility[i], pre.rate[i]);
      }
    }
    predictionSaturations += PostSide.narrow(predictionSums, shifts.prediction(), prediction);
    for (int j = 0; j < error.length; j++) {
      int exact = post.factor[j] - prediction[j];
      error[j] = Fract16.sat(exact);
      if (error[j] != exact) {
        errorSaturations++;
      }
    }
  }

  private void keepLess() {
    for (int j = 0; j < keeps.length; j++) {
      long rate = post.rates()[j];
      long loss = Fract16.rn(coefficients.eta() * rate * rate, 15 + shifts.square());
      keeps[j] = Fract16.COEFFICIENT_ONE - (int) loss;
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
   * The weights a spike of this pre neuron delivers, one for each post neuron, s0.15 in units of
   * the weight format: positive to the excitatory slot, negative with its magnitude to the
   * inhibitory one. The live row, not a copy: do not modify.
   */
  public int[] effectiveRow(int preNeuron) {
    return effective[preNeuron];
  }

  /** The fixed part of {@link #effectiveRow}. The live row, not a copy: do not modify. */
  public int[] fixedRow(int preNeuron) {
    return weights[preNeuron];
  }

  /** E of one synapse. */
  public int eligibility(int preNeuron, int postNeuron) {
    return eligibility[preNeuron][postNeuron];
  }

  /** The sliding threshold of a pre neuron. */
  public int phi(int preNeuron) {
    return pre.phi[preNeuron];
  }

  /** The sliding threshold of a post neuron. */
  public int theta(int postNeuron) {
    return post.theta[postNeuron];
  }

  /** The neuromodulator of a post neuron in the last interval; 0 for kernels without one. */
  public int modulator(int postNeuron) {
    return post.modulator[postNeuron];
  }

  /** The counts so far. */
  public Saturations saturations() {
    return new Saturations(
        rateClips,
        post.modulatorSaturations,
        post.factorSaturations,
        predictionSaturations,
        errorSaturations,
        pre.factorSaturations,
        eligibilitySaturations,
        weightSaturations);
  }
}
