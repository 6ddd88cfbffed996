package plastron.loihi.profile;

import java.util.ArrayList;
import java.util.List;
import plastron.export.profile.RuleExplanation;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.legal.Channel;
import plastron.loihi.legal.LegalRule;
import plastron.loihi.legal.LegalTerm;
import plastron.loihi.legal.Outcome;
import plastron.loihi.legal.TraceSlots;
import plastron.loihi.rule.Gate;
import plastron.loihi.rule.Variable;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation.DotStep;
import plastron.plasticity.derive.RuleDerivation.FunctionStep;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.derive.RuleDerivation.PolynomialStep;
import plastron.plasticity.derive.RuleDerivation.SignalStep;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.rule.PlasticityRule;

/** Says what becomes of a rule, with letters for coefficients. */
record RuleExplainer(LoihiChip chip) {

  RuleExplanation explain(PlasticityRule rule) {
    Outcome outcome = LoihiProfile.legalize(rule, chip);
    if (outcome.rule().isEmpty()) {
      return new RuleExplanation(
          false,
          outcome.refusals().stream()
              .map(r -> "%s: %s %s".formatted(r.code(), r.message(), r.wayOut()))
              .toList());
    }
    LegalRule legal = outcome.rule().get();
    List<String> lines = new ArrayList<>();
    lines.add("static synapses: %s in 8 bits".formatted(legal.fixed()));
    if (legal.isPlastic()) {
      plastic(rule, legal, lines);
    }
    return new RuleExplanation(true, lines, departures(legal));
  }

  private static List<String> departures(LegalRule legal) {
    List<String> departures = new ArrayList<>();
    legal
        .slow()
        .ifPresent(
            s ->
                departures.add(
                    "%s follows spikes in every step, not rates at every update"
                        .formatted(s.state())));
    if (legal.isTimed() && legal.slots().coincidence().isEmpty()) {
      departures.add("spikes of one step read traces that hold each other");
    }
    for (SignalStep step : legal.signals()) {
      if (legal.thirdFactor() && step instanceof DotStep dot) {
        departures.add(
            dot.matrix().axis() == Axis.SYNAPSE
                ? "%s takes every spike with the %s it met on arrival, one step later"
                    .formatted(dot.symbol(), dot.matrix())
                : "%s lacks the last step before the update".formatted(dot.symbol()));
      }
    }
    return departures;
  }

  private void plastic(PlasticityRule rule, LegalRule legal, List<String> lines) {
    Letters letters = new Letters();
    String trace = legal.trace().orElseThrow().name();
    String tag = legal.alphaInTag() ? "t" : "";
    String alpha = gain(legal.alpha());
    lines.add(
        "plastic synapses: w = %s%s%s"
            .formatted(alpha, trace, legal.alphaInTag() ? ", t = " + legal.alpha() : ""));
    lines.add("  dw = " + series(legal, legal.terms(), Variable.W, tag, letters));
    if (legal.storesState()) {
      lines.add(
          "  d%s = ".formatted(legal.storedIn().symbol())
              + series(legal, legal.stateTerms(), legal.storedIn(), "", letters)
              + held(legal));
    } else {
      legal
          .stored()
          .ifPresent(
              s ->
                  lines.add(
                      "  d - %d = %s%s; a constant instead if %s is the same for all neurons"
                          .formatted(chip.delayOffset(), alpha, s, s)));
    }
    legal
        .slow()
        .ifPresent(
            s ->
                lines.add(
                    "  x2 = %s, decay (1 - %s)^(1/interval) a step"
                        .formatted(s.state(), s.rate())));
    legal
        .slots()
        .traces()
        .forEach(
            (slot, spikes) ->
                lines.add(
                    "  %s = %s, a trace of spikes of %s steps"
                        .formatted(slot.symbol(), spikes.symbol(), spikes.timeConstant())));
    legal
        .slots()
        .coincidence()
        .ifPresent(
            slot ->
                lines.add(
                    "  %s = whether the neuron fires in this step, a trace without memory"
                        .formatted(slot.symbol())));
    if (legal.needsAccumulator()) {
      lines.add("accumulator synapses: w = %s, into a current of their own".formatted(trace));
      lines.add("  dw = " + series(legal, legal.terms(), Variable.W, "", new Letters()));
    }
    legal.reward().ifPresent(reward -> lines.add(reward(reward, legal)));
    if (legal.thirdFactor()) {
      lines.add(
          chip.isAssisted()
              ? "program of the embedded processors, at every update:"
              : "neuron program, at every update:");
      rule.symbols(Role.EXTERNAL)
          .forEach(s -> lines.add("  %s = written by the host".formatted(s)));
      legal.signals().forEach(s -> lines.add("  " + signal(s)));
      for (NormalUpdate state : legal.states()) {
        lines.add("  %s' = %s".formatted(state.state(), state.next()));
      }
      for (Channel channel : legal.channels()) {
        lines.add(
            channel.signed()
                ? "  y2 = max(%s, 0), y3 = max(-%s, 0)".formatted(channel.name(), channel.name())
                : "  y1 = " + channel.name());
      }
    }
    lines.add("coefficients: " + letters);
  }

  /** The whole reward: there is one signal, or none. */
  private static String reward(Channel reward, LegalRule legal) {
    return legal.signals().stream()
        .map(DotStep.class::cast)
        .map(
            dot ->
                "r1 = %s, a reward spike for every spike of %s, with %s"
                    .formatted(reward.name(), dot.vector(), dot.matrix()))
        .findFirst()
        .orElse("r1 = %s, written by the host at every update".formatted(reward.name()));
  }

  private static String gain(Polynomial alpha) {
    String printed = alpha.toString();
    if (printed.equals("1")) {
      return "";
    }
    return (alpha.terms().size() > 1 ? "(" + printed + ")" : printed) + ".";
  }

  private String signal(SignalStep step) {
    return switch (step) {
      case DotStep dot when dot.matrix().axis() == Axis.SYNAPSE ->
          "%s = filtered current of the accumulator synapses".formatted(dot.symbol());
      case DotStep dot ->
          "%s = sum of %s times %s of %s, %s one step before the update"
              .formatted(
                  dot.symbol(),
                  dot.matrix(),
                  chip.isAssisted() ? "rates" : "graded spikes",
                  dot.vector(),
                  chip.isAssisted() ? "read" : "sent");
      case PolynomialStep signal when signal.symbol().axis() == Axis.POST ->
          "%s = %s".formatted(signal.symbol(), signal.value());
      case FunctionStep f ->
          "%s = %s".formatted(f.symbol(), f.function().printed(f.operand().name()));
      case PolynomialStep signal -> "%s is multiplied out into the rule".formatted(signal.symbol());
    };
  }

  private String series(
      LegalRule legal, List<LegalTerm> terms, Variable target, String tag, Letters letters) {
    StringBuilder text = new StringBuilder();
    for (LegalTerm term : terms) {
      String letter = letters.of(term);
      text.append(
          product(
              legal,
              term,
              term.coefficient() < 0,
              letter,
              target,
              tag,
              term.channel().map(Channel::positive).orElse(null),
              text.isEmpty()));
      if (term.channel().filter(Channel::isSplit).isPresent()) {
        text.append(
            product(legal, term, term.coefficient() >= 0, letter, target, tag, Variable.Y3, false));
      }
    }
    return text.toString();
  }

  private String held(LegalRule legal) {
    return legal.storedIn() == Variable.D
        ? ", d - %d = %s".formatted(chip.delayOffset(), legal.stored().orElseThrow())
        : ", t = %s".formatted(legal.stored().orElseThrow());
  }

  private static String gate(Gate gate) {
    return switch (gate) {
      case X0 -> "x0";
      case Y0 -> "y0";
      case U -> "uK";
    };
  }

  /** A trace of spikes without one that the engine has added already. */
  private static String operand(Variable trace, LegalTerm term, TraceSlots slots) {
    return slots.holdsSpike(trace, term) ? "(%s-I)".formatted(trace.symbol()) : trace.symbol();
  }

  private String product(
      LegalRule legal,
      LegalTerm term,
      boolean negative,
      String letter,
      Variable target,
      String tag,
      @org.jspecify.annotations.Nullable Variable written,
      boolean first) {
    StringBuilder text =
        new StringBuilder(first ? (negative ? "-" : "") : (negative ? " - " : " + "));
    text.append(letter).append('*').append(gate(term.gate()));
    String delay = "*(d-" + chip.delayOffset() + ")";
    if (term.own()) {
      text.append(target == Variable.D ? delay : "*" + target.symbol());
    } else {
      text.append(tag.isEmpty() || term.storesAlpha() ? "" : "*" + tag);
      text.append(term.stored().isEmpty() ? "" : legal.storedIn() == Variable.D ? delay : "*t");
    }
    term.traces().forEach(t -> text.append('*').append(operand(t, term, legal.slots())));
    if (written != null) {
      text.append('*').append(written.symbol());
    }
    return text.toString();
  }
}
