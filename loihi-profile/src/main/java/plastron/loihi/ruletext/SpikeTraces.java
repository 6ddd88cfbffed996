package plastron.loihi.ruletext;

import java.util.EnumMap;
import java.util.Map;
import plastron.loihi.learning.TraceParameters;
import plastron.loihi.legal.TraceSlots;
import plastron.loihi.rule.Factor;
import plastron.loihi.rule.Gate;
import plastron.loihi.rule.Variable;
import plastron.loihi.ruletext.RuleTranslation.NoWords;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.RuleBuilder;
import plastron.plasticity.rule.SpikeTrace;

/**
 * The traces that products opened by a spike read, as spike traces of the rule language: there a
 * trace is read as it was before the spikes of its step. Single use.
 *
 * @param lava the rule
 * @param builder of the rule in the language
 * @param symbols of those that were read
 */
record SpikeTraces(LavaRule lava, RuleBuilder builder, Map<Variable, Symbol> symbols) {

  SpikeTraces(LavaRule lava, RuleBuilder builder) {
    this(lava, builder, new EnumMap<>(Variable.class));
  }

  /** The value of a factor in spikes; {@link #scale} is its unit. */
  Expr factor(Factor factor, Gate gate) throws NoWords {
    Variable variable = factor.variable();
    double impulse = LanguageRule.impulse(trace(variable));
    double more = factor.constant().orElse(0) / impulse;
    // In Lava the spike that opens the gate is in its own trace already.
    more += TraceSlots.isOfGate(variable, gate) ? 1 : 0;
    Expr trace = Expr.ref(symbol(variable));
    return more == 0 ? trace : Expr.sum(trace, Expr.constant(more));
  }

  /** How many of Lava's units a spike of a factor is. */
  double scale(Factor factor) throws NoWords {
    return LanguageRule.impulse(trace(factor.variable()));
  }

  private Symbol symbol(Variable variable) throws NoWords {
    Symbol known = symbols.get(variable);
    if (known != null) {
      return known;
    }
    String name = variable.symbol();
    Symbol symbol =
        builder.trace(
            name,
            variable.axis() == Variable.Axis.PRE ? Axis.PRE : Axis.POST,
            -1 / Math.log(trace(variable).decay()),
            SpikeTrace.Entry.ADDED,
            name.charAt(0) + "_" + name.charAt(1));
    symbols.put(variable, symbol);
    return symbol;
  }

  private TraceParameters trace(Variable variable) throws NoWords {
    String name = variable.symbol();
    if (lava.isWritten(variable)) {
      throw new NoWords(
          "%s is written by neurons and read at spikes, where the language has traces of spikes."
              .formatted(name));
    }
    if (lava.reads(Gate.U, variable)) {
      throw new NoWords(
          "%s is read at spikes and at the end of windows: it is a trace of spikes or a rate."
              .formatted(name));
    }
    TraceParameters trace = lava.trace(variable).orElse(TraceParameters.OFF);
    if (LanguageRule.impulse(trace) == 0 || trace.decay() <= 0 || trace.decay() >= 1) {
      throw new NoWords(
          "%s is read at spikes without %s_impulse and %s_tau above 0: it is no trace of spikes."
              .formatted(name, name, name));
    }
    return trace;
  }
}
