package plastron.slayer.f64.kernel;

import plastron.core.spikes.SpikeRaster;

/**
 * Recursions over the steps of a window, neuron by neuron. {@link PlainStepKernels64} is the
 * specification, plain loops; {@link VectorStepKernels64} keeps the state of a few neurons in
 * registers for the whole window and has the same bits.
 */
public sealed interface StepKernels64 permits PlainStepKernels64, VectorStepKernels64 {

  /** The fastest implementation on this machine. */
  StepKernels64 FASTEST =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
          ? new VectorStepKernels64()
          : new PlainStepKernels64();

  /** {@code state = decay state + rows[t], rows[t] = state} for t = 0, 1, ... */
  void decay(double[] state, double decay, double[][] rows, int steps);

  /** The transpose of {@link #decay}: {@code state += rows[t], rows[t] = state, state *= decay}. */
  void decayAdjoint(double[] state, double decay, double[][] rows, int steps);

  /** {@code state = decay state}, and 1 more where the neuron spiked, step by step. */
  void follow(double[] state, double decay, SpikeRaster spikes, int from, int steps);

  /**
   * The transpose of {@link #follow}, last step first: {@code rows[t] += state, state *= decay}.
   *
   * @param rows adjoints of the spikes
   */
  void followAdjoint(double[] state, double decay, double[][] rows, int steps);

  /**
   * Neurons that respond to their own spikes: per step {@code sum = decay (sum + own), own = decay
   * own, u = current + (ownGain own + sumGain sum)}, and {@code own += 1} where {@code u >= theta}.
   *
   * @param own state, modified
   * @param sum state, modified
   * @param current {@code [step][neuron]}, not modified
   * @param u overwritten, rows {@code first} and on
   * @param spikes receives the spikes of steps {@code from} and on
   */
  void respond(
      Response64 response,
      double[] own,
      double[] sum,
      double[][] current,
      double[][] u,
      int first,
      SpikeRaster spikes,
      int from,
      int steps);

  /** {@code g *= scale e^(rate |u - theta|)} in one step. */
  void exponential(double[] g, double[] u, double theta, double scale, double rate);
}
