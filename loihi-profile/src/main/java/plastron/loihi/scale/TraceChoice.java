package plastron.loihi.scale;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import plastron.export.calibration.PopulationRanges;
import plastron.loihi.arithmetic.LearningScale;
import plastron.loihi.legal.LegalRule;
import plastron.loihi.program.Epoch;
import plastron.loihi.program.TraceScale;
import plastron.loihi.rule.Variable;
import plastron.loihi.scale.coefficient.ScaleChoice;
import plastron.loihi.scale.coefficient.UnitChoice;
import plastron.loihi.scale.coefficient.Units;
import plastron.plasticity.rule.SpikeTrace;

/**
 * Chooses units and impulses of the presynaptic and postsynaptic traces, and reports their steps.
 */
final class TraceChoice {

  /** Room above what calibration saw. */
  private static final double HEADROOM = 1.05;

  private final LayerValues values;
  private final LegalRule rule;
  private final ScaleChoice choice;
  private final Epoch epoch;

  /** Value up to which traces are used. */
  private final int most;

  private final Report report;

  TraceChoice(LayerValues values, ScaleChoice choice, Report report) {
    this.values = values;
    this.rule = values.rule();
    this.choice = choice;
    this.epoch = Epoch.of(values.interval());
    most = values.largestTrace();
    this.report = report;
  }

  /** A trace that makes rates for the engine, with room for those expected as far as there is. */
  TraceScale fast(double decay, PopulationRanges seen, Variable variable) {
    String name = variable.symbol();
    double room = Math.min(seen.expectedTraceRate(), most * (1 - decay));
    double largest = Math.max(Math.max(seen.maxTraceRate(), room), 1 - decay);
    double right = choice.rightAt() * seen.maxWindowRate();
    TraceScale trace =
        TraceScale.whole(decay, largest, values.referenceRate(), most)
            .showing(epoch.shown(right, decay));
    if (trace.impulse().whole() < 1) {
      report.refuse(
          "L-TRACE-RES",
          String.format(
              Locale.ROOT,
              "a spike adds %.3g to the trace %s of 0 to %d if the largest rate is %.3g, expected"
                  + " at least 1.",
              most * (1 - decay) / largest,
              name,
              most,
              largest),
          most < TraceScale.LARGEST
              ? "Maybe choose more trace-bits or a shorter update interval."
              : "Maybe use a shorter update interval.");
    } else {
      report.lossy(
          "L-TRACE",
          String.format(
              Locale.ROOT,
              "trace %s has steps of %.3g%s and the impulse %d; it reaches %d at a rate of %.3g.",
              name,
              trace.unit(),
              epoch.isExact() ? "" : " (right at a rate of %.3g)".formatted(right),
              trace.impulse().whole(),
              most,
              most * trace.unit()),
          "");
    }
    return trace;
  }

  /** What a spike adds to every trace of spikes. */
  static Map<Variable, Integer> impulses(LayerValues values) {
    Map<Variable, Integer> impulses = new EnumMap<>(Variable.class);
    values
        .rule()
        .slots()
        .traces()
        .forEach((slot, trace) -> impulses.put(slot, impulse(values, trace)));
    return impulses;
  }

  /** A trace that is set is one to which so much is added that it is at its end. */
  private static int impulse(LayerValues values, SpikeTrace trace) {
    if (trace.entry() == SpikeTrace.Entry.SET) {
      return values.largestTrace();
    }
    double reached = values.layer().ranges().symbol(trace.symbol().name()).room(HEADROOM);
    double most = Math.min(Math.max(reached, 1), 1 / (1 - trace.decay()));
    return (int) Math.floor(values.largestTrace() / most);
  }

  /** The traces of spikes, each as fine as the largest value allows; may be added to. */
  Map<Variable, TraceScale> ofSpikes() {
    Map<Variable, TraceScale> traces = new EnumMap<>(Variable.class);
    impulses(values)
        .forEach(
            (slot, impulse) -> {
              SpikeTrace trace = Objects.requireNonNull(rule.slots().traces().get(slot));
              if (impulse < 1) {
                refuse(trace);
              } else {
                traces.put(slot, TraceScale.ofSpikes(trace.decay(), impulse));
                report(trace, slot, impulse);
              }
            });
    rule.slots().coincidence().ifPresent(slot -> traces.put(slot, TraceScale.ofStep(step(slot))));
    return traces;
  }

  /** What the engine takes off a product with this trace as its only one: no bit of it is lost. */
  private int step(Variable slot) {
    boolean tagged =
        rule.alphaInTag() && rule.stateTerms().stream().noneMatch(t -> t.traces().contains(slot));
    return 1 << LearningScale.shiftLava(slot.width() + (tagged ? Variable.T.width() : 0));
  }

  private void refuse(SpikeTrace trace) {
    report.refuse(
        "L-TRACE-RES",
        "trace %s reaches more than %d spikes, of which a trace of 0 to %d can tell none apart."
            .formatted(trace.symbol(), most, most),
        "Maybe use a shorter time constant than %s steps.".formatted(trace.timeConstant()));
  }

  private void report(SpikeTrace trace, Variable slot, int impulse) {
    report.lossy(
        "L-TRACE",
        String.format(
            Locale.ROOT,
            "%s is the trace %s, %.5f a step; a spike %s %d of 127.",
            trace.symbol(),
            slot.symbol(),
            trace.decay(),
            trace.entry() == SpikeTrace.Entry.SET ? "sets it to" : "adds",
            impulse),
        "");
  }

  /**
   * The slow trace of a rule that has one. Its unit is free: it makes the coefficient that reads it
   * exact, or else the random steps of the trace small.
   */
  TraceScale slow(Series weights, Units units, double unit) {
    double rate = values.constant(rule.slow().get().rate());
    double decay = Math.pow(1 - rate, 1.0 / values.interval());
    double largest =
        Math.max(values.seen(rule.slow().get().state()), (1 - decay) / values.referenceRate());
    double smallest = Math.max(largest, Double.MIN_NORMAL) * HEADROOM / most;
    double chosen =
        weights
            .reading(Variable.X2)
            .filter(t -> !choice.finest())
            .flatMap(
                t ->
                    UnitChoice.multiplying(
                        weights.wanted(t, units, unit), smallest, weights.smallMantissa(t)))
            .orElse(smallest);
    TraceScale x2 = TraceScale.near(decay, chosen, values.referenceRate());
    double impulse = x2.meanImpulse();
    if (decay < 1 && impulse < 1.0 / 64) {
      report.refuse(
          "L-TRACE-RES",
          String.format(
              Locale.ROOT,
              "a spike adds %.3g to the slow trace %s, expected at least 1/64.",
              impulse,
              rule.slow().get().state()),
          "Maybe raise %s or shorten the update interval.".formatted(rule.slow().get().rate()));
    } else if (impulse < 2) {
      report.lossy(
          "L-PHI-RES",
          String.format(
              Locale.ROOT,
              "a spike adds %.3g to the slow trace %s of 0 to 127: its random rounding is about as"
                  + " large as the square root of its value.",
              impulse,
              rule.slow().get().state()),
          "Maybe raise %s or shorten the update interval.".formatted(rule.slow().get().rate()));
    }
    report.lossy(
        "L-PHI",
        String.format(
            Locale.ROOT,
            "%s is the trace x2 with %.5f a step and steps of %.3g; it follows spikes, not"
                + " windows.",
            rule.slow().get().state(),
            decay,
            x2.unit()),
        "");
    return x2;
  }
}
