package plastron.loihi.legal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plastron.loihi.rule.Gate;
import plastron.loihi.rule.Variable;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.SpikeTrace;

/**
 * Which of the engine's traces hold the spike traces of a rule: those that its rates and slow
 * averages leave, in order of declaration.
 *
 * @param traces by variable; what found no place is missing
 * @param coincidence a trace without memory that tells whether its neuron fires in the same step;
 *     empty if none is left for it, or if there is nothing to tell
 */
public record TraceSlots(Map<Variable, SpikeTrace> traces, Optional<Variable> coincidence) {

  /** Of a rule without traces of spikes. */
  static final TraceSlots NONE = new TraceSlots(Map.of(), Optional.empty());

  /** Copies the map, in the order of variables. */
  public TraceSlots {
    EnumMap<Variable, SpikeTrace> copy = new EnumMap<>(Variable.class);
    copy.putAll(traces);
    traces = Collections.unmodifiableMap(copy);
  }

  /**
   * Of a rule.
   *
   * @param thirdFactor whether neurons write the post traces: y2 and y3 then take what they compute
   */
  static TraceSlots of(RuleDerivation rule, boolean thirdFactor) {
    List<Variable> pre = new ArrayList<>(List.of(Variable.X1, Variable.X2));
    List<Variable> post =
        thirdFactor
            ? new ArrayList<>(List.of(Variable.Y1))
            : new ArrayList<>(List.of(Variable.Y1, Variable.Y2, Variable.Y3));
    if (reads(rule, Axis.PRE, Role.ACTIVITY)) {
      pre.removeFirst();
    }
    if (reads(rule, Axis.PRE, Role.STATE)) {
      pre.removeLast();
    }
    if (reads(rule, Axis.POST, Role.ACTIVITY) && !thirdFactor) {
      post.removeFirst();
    }
    EnumMap<Variable, SpikeTrace> traces = new EnumMap<>(Variable.class);
    for (SpikeTrace trace : rule.rule().timing().traces()) {
      List<Variable> free = trace.symbol().axis() == Axis.PRE ? pre : post;
      if (!free.isEmpty()) {
        traces.put(free.removeFirst(), trace);
      }
    }
    boolean set = traces.values().stream().anyMatch(t -> t.entry() == SpikeTrace.Entry.SET);
    Optional<Variable> coincidence =
        set || traces.isEmpty() || (thirdFactor && pre.isEmpty())
            ? Optional.empty()
            : thirdFactor
                ? Optional.of(pre.getFirst())
                : Stream.concat(post.stream(), pre.stream()).findFirst();
    return new TraceSlots(traces, coincidence);
  }

  /** Whether synaptic states follow something of this kind. */
  private static boolean reads(RuleDerivation rule, Axis axis, Role role) {
    Expansion all = new Expansion(rule, s -> true);
    return rule.updates().stream()
        .filter(update -> update.state().axis() == Axis.SYNAPSE)
        .map(NormalUpdate::next)
        .flatMap(next -> all.of(next).terms().stream())
        .flatMap(term -> term.factors(axis).stream())
        .anyMatch(factor -> factor.role() == role);
  }

  /** Whether the rule has spike traces. */
  public boolean isEmpty() {
    return traces.isEmpty();
  }

  /** Where a spike trace lives. */
  Optional<Variable> of(Symbol symbol) {
    return traces.entrySet().stream()
        .filter(e -> e.getValue().symbol().equals(symbol))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether a spike sets a trace to one instead of adding to it. */
  boolean isSet(Symbol symbol) {
    return traces.values().stream()
        .anyMatch(t -> t.symbol().equals(symbol) && t.entry() == SpikeTrace.Entry.SET);
  }

  /** The gate that opens products with the coincidence: that of the other side. */
  Gate coincidenceGate() {
    return coincidence.orElseThrow().axis() == Variable.Axis.PRE ? Gate.Y0 : Gate.X0;
  }

  /** Whether a trace, when a term reads it, holds a spike that the rule reads it without. */
  public boolean holdsSpike(Variable trace, LegalTerm term) {
    return traces.containsKey(trace)
        && (isOfGate(trace, term.gate())
            || coincidence.filter(term.traces()::contains).isPresent());
  }

  /** Whether a trace is of the spikes that open a gate: it holds them when the gate reads it. */
  public static boolean isOfGate(Variable trace, Gate gate) {
    return switch (gate) {
      case X0 -> trace.axis() == Variable.Axis.PRE;
      case Y0 -> trace.axis() == Variable.Axis.POST;
      case U -> false;
    };
  }
}
