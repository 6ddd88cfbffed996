package plastron.loihi.legal;

import java.util.ArrayList;
import java.util.List;
import plastron.loihi.chip.LoihiChip;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.DotStep;
import plastron.plasticity.derive.RuleDerivation.FunctionStep;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.derive.RuleDerivation.PolynomialStep;
import plastron.plasticity.derive.RuleDerivation.SignalStep;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/** What a neuron program computes of a rule; refuses what neurons cannot know. */
record NeuronSide(
    RuleDerivation rule,
    LoihiChip chip,
    Symbol trace,
    FactorPlaces places,
    List<Refusal> refusals) {

  /** Sums and signals of post neurons in order, all others multiplied out. */
  List<SignalStep> signals() {
    List<SignalStep> signals = new ArrayList<>();
    for (SignalStep step : rule.signals()) {
      switch (step) {
        case DotStep dot -> {
          check(dot);
          signals.add(dot);
        }
        case PolynomialStep signal when signal.symbol().axis() == Axis.POST ->
            signals.add(
                new PolynomialStep(signal.symbol(), known(signal.symbol(), signal.value())));
        case PolynomialStep elsewhere -> {}
        case FunctionStep refused -> {}
      }
    }
    return signals;
  }

  /** States of post neurons. */
  List<NormalUpdate> states(List<NormalUpdate> updates) {
    return updates.stream()
        .map(u -> new NormalUpdate(u.state(), known(u.state(), u.next())))
        .toList();
  }

  private void check(DotStep dot) {
    boolean spikes = dot.vector().role() == Role.ACTIVITY;
    if (dot.matrix().axis() == Axis.SYNAPSE && !(spikes && dot.matrix().equals(trace))) {
      refuse(
          "the sum (%s %s)_i over a neuron's synapses; accumulator synapses of %s sum %s over spikes."
              .formatted(dot.matrix(), dot.vector(), chip.title(), trace));
    } else if (!(spikes && dot.matrix().role() == Role.PARAMETER)
        && dot.matrix().axis() != Axis.SYNAPSE) {
      refuse(
          "the sum (%s %s)_i over neurons; graded spikes of %s carry rates, with fixed weights."
              .formatted(dot.matrix(), dot.vector(), chip.title()));
    }
  }

  private Polynomial known(Symbol target, Polynomial value) {
    Polynomial expanded = places.expand(value);
    for (Term term : expanded.terms()) {
      for (Symbol factor : term.factors()) {
        boolean constant = factor.axis() == Axis.GLOBAL && factor.role() == Role.PARAMETER;
        boolean register = factor.axis() == Axis.POST || factor.role() == Role.EXTERNAL;
        if (!constant && !register) {
          refuse(
              "%s, which reads %s (axis %s, %s); neurons of %s know quantities of their own."
                  .formatted(target, factor, factor.axis(), factor.role(), chip.title()));
        }
      }
    }
    return expanded;
  }

  private void refuse(String what) {
    refusals.add(new Refusal("L-FUNC", "the rule needs " + what, ""));
  }
}
