package plastron.loihi.scale;

import java.util.List;
import java.util.Map;
import plastron.loihi.legal.LegalTerm;
import plastron.loihi.legal.TraceSlots;
import plastron.loihi.rule.Gate;
import plastron.loihi.rule.Variable;
import plastron.plasticity.rule.SpikeTrace;

/**
 * A rule takes a presynaptic spike where it arrives, the engine where it is sent, one latency
 * before. What a presynaptic spike reads of the other side has decayed by that much when it
 * arrives, which a factor makes exact. What a postsynaptic spike reads holds the spikes that are on
 * their way; with the same factor it comes to as much on average, pairs being further apart.
 *
 * @param slots the traces of spikes
 * @param latency steps between a spike and its arrival
 */
record ArrivalLag(TraceSlots slots, int latency) {

  /** The terms for the values that the engine reads. */
  List<LegalTerm> corrected(List<LegalTerm> terms) {
    return terms.stream()
        .map(t -> t.gate() == Gate.U ? t : t.with(t.traces(), t.coefficient() * decay(t)))
        .toList();
  }

  private double decay(LegalTerm term) {
    double decay = 1;
    for (Map.Entry<Variable, SpikeTrace> slot : slots.traces().entrySet()) {
      boolean crosses =
          term.traces().contains(slot.getKey()) && !TraceSlots.isOfGate(slot.getKey(), term.gate());
      decay *= crosses ? Math.pow(slot.getValue().decay(), latency) : 1;
    }
    return decay;
  }
}
