package plastron.slayer.f64;

import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.sweep.SweepOptions;

/**
 * How currents become spikes, for a whole population and the steps of a window, and the reverse.
 */
abstract sealed class Membrane64 permits SrmMembrane64, LifMembrane64 {

  /** The membrane of {@code n} neurons of a kind. */
  static Membrane64 of(Neuron neuron, int n, SweepOptions options) {
    return switch (neuron) {
      case Neuron.Srm srm -> new SrmMembrane64(srm, n, options);
      case Neuron.Lif lif -> new LifMembrane64(lif, options);
      case Neuron.SpikeSource source ->
          throw new IllegalArgumentException("A spike source has no membrane.");
    };
  }

  /** How many rows of state, of one number per neuron, there are. */
  abstract int stateCount();

  /**
   * The steps of a window.
   *
   * @param state {@code [stateCount][n]}, modified
   * @param current what arrives, {@code [step][n]}, not modified
   * @param u overwritten, rows {@code first} and on, with the potentials before any reset, negative
   *     infinity where a neuron is held
   * @param spikes receives the spikes of steps {@code from} and on
   */
  abstract void forward(
      double[][] state,
      double[][] current,
      double[][] u,
      int first,
      SpikeRaster spikes,
      int from,
      int steps);

  /**
   * The reverse of {@link #forward}.
   *
   * @param stateAdjoint {@code [stateCount][n]}, modified
   * @param u as {@link #forward} left it, not modified
   * @param adjoint {@code [step][n]}: adjoints of the spikes, overwritten with those of the
   *     currents
   */
  abstract void backward(
      double[][] stateAdjoint, double[][] u, int first, double[][] adjoint, int steps);
}
