package plastron.loihi.scale;

import java.util.stream.Stream;
import plastron.loihi.legal.LegalTerm;
import plastron.loihi.legal.TraceSlots;
import plastron.loihi.rule.Gate;

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
    if (values.rule().slots().coincidence().isPresent()) {
      report.lossy(
          "L-COINCIDENT",
          "where both neurons of a synapse fire in one step the engine reads traces that hold the other's spike, the rule reads them as they were before; the trace %s, without memory, and products of its own take that off again."
              .formatted(values.rule().slots().coincidence().get().symbol()),
          "");
    } else if (terms().anyMatch(this::crosses)) {
      report.lossy(
          "L-COINCIDENT",
          "where both neurons of a synapse fire in one step the engine reads traces that hold the"
              + " other's spike, the rule reads them as they were before; no trace is left that"
              + " would tell such steps apart.",
          "");
    }
  }

  private Stream<LegalTerm> terms() {
    return Stream.concat(values.rule().terms().stream(), values.rule().stateTerms().stream());
  }

  /** Whether spikes of one side read a trace of the other's. */
  private boolean crosses(LegalTerm term) {
    return term.gate() != Gate.U
        && values.rule().slots().traces().keySet().stream()
            .anyMatch(
                trace -> term.traces().contains(trace) && !TraceSlots.isOfGate(trace, term.gate()));
  }
}
