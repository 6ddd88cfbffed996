package plastron.slayer.f64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.Kernels64;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.model.PlasticProjection;
import plastron.slayer.sweep.SpikeEvents;
import plastron.slayer.sweep.SweepOptions;

/**
 * One projection, forwards and backwards over one window after another: synapses and their rule.
 */
final class ProjectionSweep64 {

  private static final Kernels64 KERNELS = Kernels64.FASTEST;
  private static final double[][] NONE = new double[0][];

  final RuleSweep64 rule;
  final SynapseSweep64 synapses;

  private final RuleShape64 shape;
  private final boolean inner;
  private final int[] rateSymbol;
  private final int[] ratePopulation;
  private final int[] externalSymbol;

  /** Adjoints of rates that are added to those of another symbol for the same rates. */
  private record Detour(double[] from, double[] to) {}

  private final List<Detour> detours = new ArrayList<>();

  /**
   * @param from index of the sending population, 0 for the input
   * @param to index of the receiving population
   * @param sizes of all populations, the input first
   * @param window greatest number of steps of a window
   */
  ProjectionSweep64(
      PlasticProjection projection,
      int from,
      int to,
      int[] sizes,
      int window,
      SweepOptions options) {
    int modulator = projection.modulatorPopulation();
    int pre = sizes[from];
    int post = sizes[to];
    shape =
        new RuleShape64(
            pre, post, modulator < 0 ? 0 : sizes[modulator], Synapses64.rows(pre, post));
    RuleDerivation derivation = RuleDerivation.of(projection.rule());
    List<Symbol> rates = projection.rule().symbols(Role.ACTIVITY);
    rateSymbol = rates.stream().mapToInt(derivation::index).toArray();
    ratePopulation =
        rates.stream()
            .mapToInt(s -> s.axis() == Axis.PRE ? from : s.axis() == Axis.POST ? to : modulator)
            .toArray();
    rule = new RuleSweep64(derivation, shape, wanted(projection));
    boolean cut = options.truncateWindows() < Integer.MAX_VALUE;
    boolean recurrent = from == to;
    // What a population sends to itself has no effect before the next step.
    int latency = projection.latency() + (recurrent ? 1 : 0);
    synapses = new SynapseSweep64(projection, latency, shape, cut || rule.isPlastic(), window);
    inner = from > 0;
    externalSymbol =
        projection.rule().symbols(Role.EXTERNAL).stream().mapToInt(derivation::index).toArray();
  }

  /** Everything but what nobody can change: the rates of the input and what comes from outside. */
  private Set<Symbol> wanted(PlasticProjection projection) {
    Set<Symbol> wanted = new HashSet<>(projection.rule().symbols(Role.PARAMETER));
    wanted.addAll(projection.rule().symbols(Role.STATE));
    List<Symbol> rates = projection.rule().symbols(Role.ACTIVITY);
    for (int k = 0; k < rates.size(); k++) {
      if (ratePopulation[k] > 0) {
        wanted.add(rates.get(k));
      }
    }
    return wanted;
  }

  /** An empty tape. */
  ProjectionTape64 tape() {
    return new ProjectionTape64(rule.rule, shape, synapses.traceStates());
  }

  /** How many numbers a window takes on the tape without its rule states. */
  long windowNumbers() {
    return rule.signalNumbers() + (long) synapses.traceStates() * shape.pre();
  }

  /** How many numbers change during an episode. */
  long boundaryNumbers() {
    long count = rule.stateNumbers();
    for (double[][] rows : synapses.evolving()) {
      for (double[] row : rows) {
        count += row.length;
      }
    }
    return count;
  }

  /** Populations whose rates the rule reads. */
  int[] ratePopulations() {
    return ratePopulation.clone();
  }

  /** Where the adjoints of rates go, {@code [population][0][n]}. */
  void wire(double[][][] rateAdjoint) {
    Set<Integer> taken = new HashSet<>();
    for (int k = 0; k < rateSymbol.length; k++) {
      double[][] shared = rateAdjoint[ratePopulation[k]];
      if (taken.add(ratePopulation[k])) {
        rule.symbolAdjoint[rateSymbol[k]] = shared;
      } else {
        // Passes over a rule need different arrays for different symbols.
        detours.add(new Detour(rule.symbolAdjoint[rateSymbol[k]][0], shared[0]));
      }
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
  List<double[][]> evolving(ProjectionTape64 tape) {
    List<double[][]> all = new ArrayList<>(synapses.evolving());
    all.addAll(rule.evolving(tape));
    return all;
  }

  /** See {@link RuleSweep64#updateAdjoint}; adjoints of rates are added where they go. */
  void updateAdjoint(ProjectionTape64 tape, int w) {
    for (Detour detour : detours) {
      Arrays.fill(detour.from(), 0);
    }
    rule.updateAdjoint(tape, w);
    for (Detour detour : detours) {
      KERNELS.add(detour.to(), detour.from());
    }
  }

  /** Forgets the adjoints of everything later. */
  void clearAdjoint() {
    synapses.clearAdjoint();
    rule.clearAdjoint();
  }

  /** The currents of window {@code w} of the tape. {@code current} is overwritten. */
  void forward(ProjectionTape64 tape, int w, SpikeEvents pre, double[][] current) {
    synapses.forward(rule.weightInOrder(tape, w), tape.trace[w], pre, current);
  }

  /**
   * The reverse of {@link #forward}.
   *
   * @param adjoint adjoints of the currents by step of the window, modified
   * @param preAdjoint adjoints of the sender's spikes by step of the window, added to; unused where
   *     the sender is the input
   * @param first whether this is the first window that adjoints reach
   */
  void backward(
      ProjectionTape64 tape,
      int w,
      SpikeEvents pre,
      double[][] adjoint,
      double[][] preAdjoint,
      boolean first) {
    double[][] weight = inner ? rule.weight(tape, w) : NONE;
    synapses.backward(
        weight,
        tape.trace[w],
        pre,
        adjoint,
        preAdjoint,
        inner,
        rule.weightAdjoint(),
        rule.isDirect());
    rule.spread(tape, w, first);
  }
}
