package plastron.slayer.f64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plastron.core.spikes.SpikeEvents;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.model.PlasticLayer;
import plastron.slayer.sweep.SweepOptions;

/** One layer, forwards and backwards over one window after another: synapses, rule and neurons. */
final class LayerSweep64 {

  final RuleSweep64 rule;

  private final RuleShape64 shape;
  private final SynapseSweep64 synapses;
  private final Membrane64 membrane;
  private final boolean inner;
  private final int window;
  private final double[][] current;
  private final double[][] state;
  private final double[][] stateAdjoint;
  private final int[] rateSymbol;
  private final int[] ratePopulation;
  private final int[] externalSymbol;

  /**
   * @param index 0 for the first layer
   * @param sizes of all populations, the input first
   * @param window greatest number of steps of a window
   */
  LayerSweep64(PlasticLayer layer, int index, int[] sizes, int window, SweepOptions options) {
    int modulator = layer.modulatorPopulation();
    int pre = sizes[index];
    shape =
        new RuleShape64(
            pre,
            layer.size(),
            modulator < 0 ? 0 : sizes[modulator],
            Synapses64.rows(pre, layer.size()));
    RuleDerivation derivation = RuleDerivation.of(layer.rule());
    List<Symbol> rates = layer.rule().symbols(Role.ACTIVITY);
    rateSymbol = rates.stream().mapToInt(derivation::index).toArray();
    ratePopulation =
        rates.stream()
            .mapToInt(
                s -> s.axis() == Axis.PRE ? index : s.axis() == Axis.POST ? index + 1 : modulator)
            .toArray();
    rule = new RuleSweep64(derivation, shape, wanted(layer));
    boolean cut = options.truncateWindows() < Integer.MAX_VALUE;
    synapses = new SynapseSweep64(layer, shape, cut || rule.isPlastic(), window);
    membrane = Membrane64.of(layer.neuron(), layer.size(), options);
    inner = index > 0;
    this.window = window;
    current = new double[window][layer.size()];
    state = new double[membrane.stateCount()][layer.size()];
    stateAdjoint = new double[membrane.stateCount()][layer.size()];
    externalSymbol =
        layer.rule().symbols(Role.EXTERNAL).stream().mapToInt(derivation::index).toArray();
  }

  /** Everything but what nobody can change: the rates of the input and what comes from outside. */
  private Set<Symbol> wanted(PlasticLayer layer) {
    Set<Symbol> wanted = new HashSet<>(layer.rule().symbols(Role.PARAMETER));
    wanted.addAll(layer.rule().symbols(Role.STATE));
    List<Symbol> rates = layer.rule().symbols(Role.ACTIVITY);
    for (int k = 0; k < rates.size(); k++) {
      if (ratePopulation[k] > 0) {
        wanted.add(rates.get(k));
      }
    }
    return wanted;
  }

  /** Room for a run of windows. */
  LayerTape64 tape(int windows) {
    return new LayerTape64(rule.rule, shape, windows, window, synapses.traceStates());
  }

  /** About how many numbers a window takes on the tape. */
  long windowNumbers() {
    return (long) window * shape.post()
        + rule.stateNumbers()
        + (long) synapses.traceStates() * shape.pre();
  }

  /** About how many numbers change during an episode. */
  long boundaryNumbers() {
    long count = rule.stateNumbers();
    for (double[][] rows : synapses.evolving()) {
      count += (long) rows.length * shape.post();
    }
    return count + (long) state.length * shape.post();
  }

  /** Populations whose rates the rule reads. */
  int[] ratePopulations() {
    return ratePopulation.clone();
  }

  /** Where the adjoints of rates go, {@code [population][0][n]}. */
  void wire(double[][][] rateAdjoint) {
    for (int k = 0; k < rateSymbol.length; k++) {
      rule.symbolAdjoint[rateSymbol[k]] = rateAdjoint[ratePopulation[k]];
    }
  }

  /** Puts the rates of a window, by population, and its external modulator into the frame. */
  void show(double[][] rates, double external) {
    for (int k = 0; k < rateSymbol.length; k++) {
      rule.frame.value[rateSymbol[k]][0] = rates[ratePopulation[k]];
    }
    for (int symbol : externalSymbol) {
      for (double[] row : rule.frame.value[symbol]) {
        Arrays.fill(row, external);
      }
    }
  }

  /**
   * Everything that changes during an episode, with the rule states of the first window on the
   * tape.
   */
  List<double[][]> evolving(LayerTape64 tape) {
    List<double[][]> all = new ArrayList<>(synapses.evolving());
    all.add(state);
    all.addAll(rule.evolving(tape));
    return all;
  }

  /** Runs window {@code w} of the tape; its first step is {@code from} of the episode. */
  void forward(LayerTape64 tape, int w, SpikeEvents pre, SpikeRaster post, int from) {
    synapses.forward(rule.weight(tape, w), tape.trace[w], pre, current);
    membrane.forward(state, current, tape.potential, w * window, post, from, pre.steps());
  }

  /** Forgets the adjoints of everything later. */
  void clearAdjoint() {
    synapses.clearAdjoint();
    Arrays64.clear(stateAdjoint);
    rule.clearAdjoint();
  }

  /**
   * The reverse of {@link #forward}.
   *
   * @param postAdjoint adjoints of this layer's spikes by step of the window, modified
   * @param preAdjoint adjoints of the sender's spikes by step of the window, added to; unused in
   *     the first layer
   * @param first whether this is the first window that adjoints reach
   */
  void backward(
      LayerTape64 tape,
      int w,
      SpikeEvents pre,
      double[][] postAdjoint,
      double[][] preAdjoint,
      boolean first) {
    membrane.backward(stateAdjoint, tape.potential, w * window, postAdjoint, pre.steps());
    double[][] weight = inner ? rule.weight(tape, w) : NONE;
    synapses.backward(
        weight,
        tape.trace[w],
        pre,
        postAdjoint,
        preAdjoint,
        inner,
        rule.weightAdjoint(),
        rule.isDirect());
    rule.spread(tape, w, first);
  }

  private static final double[][] NONE = new double[0][];
}
