package plastron.tasks.simulate.record;

import java.util.Locale;

/** What can be recorded. */
public enum RecordedKind {
  /** Neuron and time of every spike. */
  SPIKES,

  /** Membrane potentials of some neurons after every step. */
  POTENTIALS,

  /** Mean rate of every population in bins. */
  RATES,

  /** Weights of synapses that learn, at the end and, if wanted, again and again. */
  WEIGHTS;

  /** As people write it, and as files are called. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
