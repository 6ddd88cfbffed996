package plastron.loihi.scale;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plastron.loihi.legal.LegalTerm;
import plastron.loihi.legal.TraceSlots;
import plastron.loihi.rule.Gate;
import plastron.loihi.rule.Variable;
import plastron.plasticity.rule.SpikeTrace;

/** Says what the engine makes of the times of single spikes; refuses what it cannot tell apart. */
record TimingReport(LayerValues values, Report report) {

  /**
   * Reports.
   *
   * @param epoch steps of an epoch that the update interval would take
   */
  void report(int epoch) {
    if (epoch > 1 && terms().anyMatch(t -> t.gate() == Gate.U)) {
      report.refuse(
          "L-EPOCH",
          "the update interval (%d) takes epochs of %d steps, of which the engine keeps the last spike of every neuron alone: pairs of spikes would be lost or counted as nearer than they are, by up to %d steps."
              .formatted(values.interval(), epoch, epoch - 1),
          "Maybe train with an update interval that is a power of two up to 512.");
      return;
    }
    String crossing = crossing();
    if (!crossing.isEmpty()) {
      report.lossy(
          "L-COINCIDENT",
          String.format(
              Locale.ROOT,
              "the engine takes a presynaptic spike when it is sent, %d steps before it arrives,"
                  + " and both sides read traces that hold the other's spike of the same step,"
                  + " where the rule reads them as they were before; for this the coefficients have"
                  + " the factors %s. What presynaptic spikes do is then as in the rule; a"
                  + " postsynaptic spike 0 to %d steps after one changes weights here and does not"
                  + " in the rule, and one later by these factors less.",
              latency(),
              crossing,
              latency()),
          "");
    }
  }

  private int latency() {
    return values.layer().source().projection().latency();
  }

  private Stream<LegalTerm> terms() {
    return Stream.concat(values.rule().terms().stream(), values.rule().stateTerms().stream());
  }

  /** Decays of the traces that spikes of the other side read. */
  private String crossing() {
    return values.rule().slots().traces().entrySet().stream()
        .filter(slot -> terms().anyMatch(term -> crosses(slot.getKey(), term)))
        .map(TimingReport::factor)
        .collect(Collectors.joining(", "));
  }

  private static boolean crosses(Variable trace, LegalTerm term) {
    return term.gate() != Gate.U
        && term.traces().contains(trace)
        && !TraceSlots.isOfGate(trace, term.gate());
  }

  private static String factor(Map.Entry<Variable, SpikeTrace> slot) {
    return String.format(
        Locale.ROOT, "%.4f of %s", slot.getValue().decay(), slot.getValue().symbol());
  }
}
