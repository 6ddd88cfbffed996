package plastron.export.profile;

import plastron.core.network.Neuron;

/** Kinds of neurons, as far as chips tell them apart. */
public enum NeuronForm {
  /** Leaky integrate-and-fire, potential to zero after a spike. */
  LIF_HARD_RESET,
  /** Leaky integrate-and-fire, threshold subtracted after a spike. */
  LIF_SUBTRACT_THRESHOLD,
  /** Leaky integrate-and-fire, every spike raises the threshold for a while. */
  ADAPTIVE_LIF,
  /** Spike response model with an additive refractory kernel. */
  SRM,
  /** Leaky integrator without spikes. */
  LEAKY_INTEGRATOR,
  /** Spikes from outside. */
  SPIKE_SOURCE;

  /** The form of a neuron. */
  public static NeuronForm of(Neuron neuron) {
    return switch (neuron) {
      case Neuron.SpikeSource source -> SPIKE_SOURCE;
      case Neuron.Srm srm -> SRM;
      case Neuron.AdaptiveLif alif -> ADAPTIVE_LIF;
      case Neuron.LeakyIntegrator li -> LEAKY_INTEGRATOR;
      case Neuron.Lif lif ->
          lif.reset() == Neuron.Reset.HARD ? LIF_HARD_RESET : LIF_SUBTRACT_THRESHOLD;
    };
  }
}
