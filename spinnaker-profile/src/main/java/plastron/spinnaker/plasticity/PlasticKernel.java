package plastron.spinnaker.plasticity;

import plastron.core.ledger.Departure;

/**
 * A rule of the form {@code E' = sat(rn(E * (1 - eta) + (post - prediction) * gain, 16))}; see
 * {@link Prediction} for what a prediction is multiplied by.
 *
 * @param post what the post neuron contributes
 * @param pre what the pre neuron contributes
 * @param prediction what is subtracted from the post factor
 * @param decay what E loses
 */
@Departure(
    from = "Plastron's kernels",
    what =
        "The reference data have Oja's rule with each synapse predicting alone; sums over "
            + "all synapses (equations 11 and 16), sliding thresholds of the post side, "
            + "host-written modulators, losses by the square of the post rate and other binary "
            + "points are in our own arithmetic.",
    reason =
        "The data leave them open; each is written down at its enum and held against "
            + "exact arithmetic.",
    test = "PlasticRowsProperties.everyKernelFollowsTheReference")
public record PlasticKernel(
    PostFactor post, PreFactor pre, Prediction prediction, TraceLoss decay) {

  /** DP-Linear. */
  public static final PlasticKernel DP_LINEAR =
      new PlasticKernel(PostFactor.RATE, PreFactor.RATE, Prediction.NONE);

  /** DP-Oja in which each synapse predicts alone. */
  public static final PlasticKernel DP_OJA_LOCAL =
      new PlasticKernel(PostFactor.RATE, PreFactor.RATE, Prediction.PER_SYNAPSE);

  /** DP-Oja as equation 11 prints it. */
  public static final PlasticKernel DP_OJA =
      new PlasticKernel(PostFactor.RATE, PreFactor.RATE, Prediction.SUMMED);

  /** DP-BCM. */
  public static final PlasticKernel DP_BCM =
      new PlasticKernel(PostFactor.RATE, PreFactor.SLIDING_THRESHOLD, Prediction.NONE);

  /** NDP-Oja in which each synapse predicts alone. */
  public static final PlasticKernel NDP_OJA_LOCAL =
      new PlasticKernel(PostFactor.MODULATED_RATE, PreFactor.RATE, Prediction.PER_SYNAPSE);

  /** NDP-Oja as equation 16 prints it. */
  public static final PlasticKernel NDP_OJA =
      new PlasticKernel(PostFactor.MODULATED_RATE, PreFactor.RATE, Prediction.SUMMED);

  /** NDP-BCM. */
  public static final PlasticKernel NDP_BCM =
      new PlasticKernel(PostFactor.MODULATED_RATE, PreFactor.SLIDING_THRESHOLD, Prediction.NONE);

  /** A kernel whose E decays by the same share everywhere, as all of the reference data do. */
  public PlasticKernel(PostFactor post, PreFactor pre, Prediction prediction) {
    this(post, pre, prediction, TraceLoss.CONSTANT);
  }

  /** Whether the layer needs neuromodulator weights W_m. */
  public boolean modulated() {
    return post == PostFactor.MODULATED_RATE;
  }

  /** Whether a prediction is multiplied by something else than the post factor. */
  boolean predictsApart() {
    return prediction != Prediction.NONE && pre != PreFactor.RATE;
  }
}
