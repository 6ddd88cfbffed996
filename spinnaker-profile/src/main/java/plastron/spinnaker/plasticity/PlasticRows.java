package plastron.spinnaker.plasticity;

import java.util.Arrays;
import plastron.spinnaker.fixed.Fract16;

/**
 * The plastic synapses between two populations on one core, bit for bit (section 6 of the SpiNNaker
 * reference data; for {@link Prediction#SUMMED}, {@link PostFactor#SLIDING_THRESHOLD}, {@link
 * PostFactor#HOST_MODULATED_RATE}, {@link TraceLoss#POST_SQUARE} and shifts other than {@link
 * KernelShifts#STANDARD} our own arithmetic, stated there). Matrices are rows by pre neuron, {@code
 * [nPre][nPost]}; all values s0.15 unless said otherwise. E, phi and theta start at 0. Single
 * owner, not thread-safe; an interval allocates nothing.
 */
public final class PlasticRows {

  private final PlasticKernel kernel;
  private final KernelCoefficients coefficients;
  private final KernelShifts shifts;
  private final int low;
  private final int high;
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
  private long predictionSaturations;
  private long errorSaturations;
  private long eligibilitySaturations;
  private long weightSaturations;

  /**
   * Sets a layer up.
   *
   * @param kernel the rule
   * @param coefficients learning rates
   * @param shifts where the binary points of products lie
   * @param numbers weights and the like; copied
   * @throws IllegalArgumentException if modulator weights are not given exactly for a modulated
   *     kernel
   */
  public PlasticRows(
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
    low = numbers.low();
    high = numbers.high();
    int nPre = numbers.preSize();
    int nPost = numbers.postSize();
    weights = LayerNumbers.copy(numbers.weights());
    alpha = LayerNumbers.copy(numbers.alpha());
    eligibility = new int[nPre][nPost];
    effective = new int[nPre][nPost];
    pre = new PreSide(kernel, coefficients, shifts, numbers.psi());
    post =
        new PostSide(
            kernel.post(),
            coefficients,
            shifts,
            nPost,
            modulators.length == 0 ? null : LayerNumbers.copy(modulators));
    predictionSums = new long[nPost];
    prediction = new int[nPost];
    error = new int[nPost];
    keeps = new int[nPost];
    Arrays.fill(keeps, coefficients.keep());
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
   * Ends an interval: updates E with its rates, 0 to 32767, then the thresholds, then the effective
   * weights; nothing that is given is modified.
   *
   * @param pre by pre neuron
   * @param post by post neuron; kept until the next interval
   * @param modulating by modulating neuron, as many as there are rows of modulator weights; what
   *     the host wrote for M, by post neuron, for {@link PostFactor#HOST_MODULATED_RATE}; not read
   *     by kernels without modulation
   */
  public void endInterval(int[] pre, int[] post, int[] modulating) {
    this.post.endInterval(post, modulating);
    this.pre.endInterval(pre);
    if (kernel.prediction() == Prediction.SUMMED) {
      predictTogether();
    }
    if (kernel.decay() == TraceLoss.POST_SQUARE) {
      keepLess();
    }
    updateRows();
  }

  private void updateRows() {
    boolean subtracted = kernel.prediction() == Prediction.SUMMED && !kernel.predictsApart();
    boolean alone = kernel.prediction() == Prediction.PER_SYNAPSE && !kernel.predictsApart();
    int[] shared = subtracted ? error : post.factor;
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
      eligibilitySaturations += updateRow(i, row, factor, largest);
      weightSaturations +=
          RowUpdate.effective(weights[i], alpha[i], row, shifts.weight(), effective[i]);
    }
  }

  private int updateRow(int i, int[] row, int[] factor, int largest) {
    if (kernel.decay() == TraceLoss.CONSTANT && !kernel.predictsApart()) {
      return RowUpdate.outer(row, factor, largest, pre.gain[i], coefficients.keep(), low, high);
    }
    boolean own = kernel.predictsApart() && kernel.prediction() == Prediction.PER_SYNAPSE;
    boolean summed = kernel.predictsApart() && kernel.prediction() == Prediction.SUMMED;
    return RowUpdate.outer(
        row,
        keeps,
        own ? pre.loss[i] : 0,
        factor,
        pre.gain[i],
        prediction,
        summed ? pre.predicted[i] : 0,
        low,
        high);
  }

  private void predictTogether() {
    Arrays.fill(predictionSums, 0);
    for (int i = 0; i < eligibility.length; i++) {
      if (pre.rate[i] != 0) {
        RowUpdate.accumulate(predictionSums, eligibility[i], pre.rate[i]);
      }
    }
    predictionSaturations += PostSide.narrow(predictionSums, shifts.prediction(), prediction);
    if (kernel.predictsApart()) {
      return;
    }
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
      keeps[j] =
          Fract16.COEFFICIENT_ONE
              - (int) Fract16.rn(coefficients.eta() * rate * rate, shifts.loss());
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
        post.modulatorSaturations,
        post.factorSaturations,
        predictionSaturations,
        errorSaturations,
        pre.factorSaturations,
        eligibilitySaturations,
        weightSaturations);
  }
}
