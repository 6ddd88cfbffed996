package plastron.slayer.f64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.Kernels64;
import plastron.plasticity.rule.PlasticityRule;
import plastron.slayer.sweep.SpikeEvents;

/**
 * One projection, forwards and backwards over one window after another: synapses and their rule.
 */
final class ProjectionSweep64 {

  private static final Kernels64 KERNELS = Kernels64.FASTEST;
  private static final double[][] NONE = new double[0][];

  final RuleSweep64 rule;
  final SynapseSweep64 synapses;

  private final ProjectionForm64 form;
  private final int[] rateSymbol;
  private final int[] ratePopulation;
  private final int[] externalSymbol;

  /** Adjoints of rates that are added to those of another symbol for the same rates. */
  private record Detour(double[] from, double[] to) {}

  private final List<Detour> detours = new ArrayList<>();

  /**
   * @param window greatest number of steps of a window
   */
  ProjectionSweep64(ProjectionForm64 form, int window) {
    this.form = form;
    List<Symbol> rates = form.rates();
    rateSymbol = rates.stream().mapToInt(form.rule()::index).toArray();
    ratePopulation = rates.stream().mapToInt(form::population).toArray();
    rule = new RuleSweep64(form.rule(), form.shape(), wanted(form.rule().rule()));
    synapses = new SynapseSweep64(form, window);
    externalSymbol =
        form.rule().rule().symbols(Role.EXTERNAL).stream().mapToInt(form.rule()::index).toArray();
  }

  /** Bytes of all arrays. */
  static long bytes(ProjectionForm64 form, int window) {
    return RuleSweep64.bytes(form.rule(), form.shape()) + SynapseSweep64.bytes(form, window);
  }

  /** Bytes of {@link #evolving}. */
  static long evolvingBytes(ProjectionForm64 form) {
    return SynapseSweep64.evolvingBytes(form) + ProjectionTape64.stateBytes(form);
  }

  /** Everything but what nobody can change: the rates of the input and what comes from outside. */
  private Set<Symbol> wanted(PlasticityRule plasticity) {
    Set<Symbol> wanted = new HashSet<>(plasticity.symbols(Role.PARAMETER));
    wanted.addAll(plasticity.symbols(Role.STATE));
    form.rates().stream().filter(rate -> form.population(rate) > 0).forEach(wanted::add);
    return wanted;
  }

  /** An empty tape. */
  ProjectionTape64 tape() {
    return new ProjectionTape64(form);
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
    double[][] weight = form.inner() ? rule.weight(tape, w) : NONE;
    synapses.backward(
        weight,
        tape.trace[w],
        pre,
        adjoint,
        preAdjoint,
        form.inner(),
        rule.weightAdjoint(),
        rule.isDirect());
    rule.spread(tape, w, first);
  }
}
