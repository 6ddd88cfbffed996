package plastron.slayer.f64.rule;

import java.util.List;
import java.util.stream.Stream;
import plastron.core.memory.ArrayBytes;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleShape64;
import plastron.slayer.f64.kernel.Arrays64;
import plastron.slayer.sweep.TapePlan;

/**
 * What the backward sweep of one rule needs to know about a run of windows; these are counted from
 * the first of the run. Room is kept from one episode to the next.
 */
public final class SiteTape64 {

  /** Signals of the update at the end of each window, {@code [window][signal][0][n]}. */
  double[][][][] signal = new double[0][][][];

  /** Rounded rates of each window, {@code [window][activity][neuron]}. */
  double[][][] rate = new double[0][][];

  /**
   * Filtered pre spikes at the start of each window, {@code [window][filter state][pre]}; empty
   * unless needed.
   */
  public double[][][] trace = new double[0][][];

  /**
   * Filtered pre spikes where a chunk begins, {@code [filter state][pre]}; empty unless needed for
   * weights that never change.
   */
  public double[][] heard = new double[0][];

  /** Traces of single spikes at the start of each window, {@code [window][trace][neuron]}. */
  double[][][] spikeTrace = new double[0][][];

  /** Rule states where each stretch begins, {@code [stretch][update][from][to]}. */
  private double[][][][] first = new double[0][][][];

  /** Those of the other windows of one stretch. */
  private double[][][][] other = new double[0][][][];

  private final RuleDerivation rule;
  private final RuleShape64 shape;
  private final List<Symbol> activities;
  private final int traceStates;
  private TapePlan plan = new TapePlan(0, 1, 1);

  /**
   * @param traceStates rows of filtered pre spikes that are kept of each window
   */
  public SiteTape64(SiteForm64 form, int traceStates) {
    rule = form.rule();
    shape = form.shape();
    activities = form.activities();
    this.traceStates = traceStates;
  }

  /** Makes room for what a plan keeps. */
  public void begin(TapePlan newPlan) {
    plan = newPlan;
    heard = new double[0][];
    trace = Arrays64.grown(trace, plan.run(), w -> new double[traceStates][shape.pre()]);
    signal = Arrays64.grown(signal, plan.run(), w -> signals());
    rate = Arrays64.grown(rate, plan.run(), w -> rates());
    spikeTrace = Arrays64.grown(spikeTrace, plan.run(), w -> spikeTraces());
    // One more for the states after the last window.
    first = Arrays64.grown(first, plan.stretches() + 1, s -> states());
    other = Arrays64.grown(other, plan.stretch() - 1, s -> states());
  }

  /** Bytes of a window without its rule states. */
  public static long windowBytes(SiteForm64 form, int traceStates) {
    return ArrayBytes.rows(traceStates, form.shape().pre(), Double.BYTES)
        + signals(form.rule()).mapToLong(s -> form.shape().bytes(s)).sum()
        + SiteSweep64.evolvingBytes(form)
        + SpikeSweep64.traceBytes(form);
  }

  /** Bytes of the rule states of a window. */
  public static long stateBytes(SiteForm64 form) {
    return form.rule().updates().stream()
        .mapToLong(update -> form.shape().bytes(update.state()))
        .sum();
  }

  private static Stream<Symbol> signals(RuleDerivation rule) {
    return rule.symbols().stream().filter(s -> s.role() == Role.SIGNAL);
  }

  private double[][][] signals() {
    return signals(rule).map(s -> shape.zeros(s)).toArray(double[][][]::new);
  }

  private double[][] rates() {
    return activities.stream().map(symbol -> shape.zeros(symbol)[0]).toArray(double[][]::new);
  }

  private double[][] spikeTraces() {
    return rule.rule().timing().traces().stream()
        .map(trace -> shape.zeros(trace.symbol())[0])
        .toArray(double[][]::new);
  }

  private double[][][] states() {
    return rule.updates().stream()
        .map(update -> shape.zeros(update.state()))
        .toArray(double[][][]::new);
  }

  /**
   * Rule states at the start of a window, {@code [update][from][to]}; the window after the last has
   * some as well. Those of two windows are different arrays if both are in the stretch that is
   * held, or begin a stretch.
   */
  public double[][][] state(int window) {
    int place = plan.placeOf(window);
    return window == 0 || place == 0 ? first[plan.stretchOf(window)] : other[place - 1];
  }
}
