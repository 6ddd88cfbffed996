package plastron.core.circuit;

/** How synapses change with spikes: for good, which is learning, or for a short time. */
public sealed interface Plasticity
    permits PairStdp, TripletStdp, DopamineStdp, RulePlasticity, ShortTerm {

  /** Whether weights change for good. */
  boolean learns();

  /** The least weight that synapses may have. */
  double least();

  /** The greatest weight that synapses may have. */
  double greatest();
}
