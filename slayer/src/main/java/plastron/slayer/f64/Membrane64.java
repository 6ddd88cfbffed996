package plastron.slayer.f64;

import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.sweep.SweepOptions;

/** How currents become spikes, for a whole population, and the reverse. */
abstract sealed class Membrane64 permits SrmMembrane64, LifMembrane64 {

  /** The membrane of a kind of neuron. */
  static Membrane64 of(Neuron neuron, SweepOptions options) {
    return switch (neuron) {
      case Neuron.Srm srm -> new SrmMembrane64(srm, options);
      case Neuron.Lif lif -> new LifMembrane64(lif, options);
      case Neuron.SpikeSource source ->
          throw new IllegalArgumentException("A spike source has no membrane.");
    };
  }

  /** How many rows of state, of one number per neuron, there are. */
  abstract int stateCount();

  /**
   * One step.
   *
   * @param state {@code [stateCount][n]}, modified
   * @param current what arrives, not modified
   * @param u overwritten with the potentials before any reset, negative infinity where a neuron is
   *     held
   * @param spikes receives the spikes of step {@code t}
   */
  abstract void forward(double[][] state, double[] current, double[] u, SpikeRaster spikes, int t);

  /**
   * The reverse of one step.
   *
   * @param stateAdjoint {@code [stateCount][n]}, modified
   * @param u potentials of the step, not modified
   * @param spikeAdjoint adjoint of the step's spikes, modified
   * @param currentAdjoint overwritten
   */
  abstract void backward(
      double[][] stateAdjoint,
      double[] u,
      double[] spikeAdjoint,
      SpikeRaster spikes,
      int t,
      double[] currentAdjoint);
}
