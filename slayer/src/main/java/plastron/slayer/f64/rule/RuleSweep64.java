package plastron.slayer.f64.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import plastron.core.network.SynapseRows;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleAdjoint64;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleProgram64;
import plastron.plasticity.f64.RuleShape64;
import plastron.slayer.f64.kernel.Arrays64;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.StateGrid;
import plastron.slayer.sweep.SweepObserver;

/**
 * The plasticity rule of one site: its parameters, its states on the tape, and their adjoints.
 * Long, because both directions share all their frames.
 */
public final class RuleSweep64 {

  private static final int NONE = -1;

  public final RuleDerivation rule;
  final RuleFrame64 frame;

  /** Adjoints by symbol; those of parameters add up until they are drained. */
  final double[][][] symbolAdjoint;

  private final RuleShape64 shape;
  private final RuleProgram64 program;
  private @Nullable RoundedUpdate64 rounding;
  private @Nullable RoundedSpikes64 roundedSpikes;
  private List<StateGrid> rounded = List.of();
  private boolean rounds = true;
  private final RuleAdjoint64 reverse;
  private final int direct;
  private final double[][] weightAdjoint;
  private final int[] stateAt;
  private final int[] signalAt;
  private final double[][][] stateAdjoint;
  private final int[] traceAt;

  /** Where single spikes change states: those of the present step, by update. */
  private final double[][][] live;

  /**
   * @param wanted symbols whose adjoints somebody reads
   */
  RuleSweep64(RuleDerivation rule, RuleShape64 shape, Set<Symbol> wanted) {
    this.rule = rule;
    this.shape = shape;
    frame = new RuleFrame64(rule, shape);
    program = new RuleProgram64(rule, shape);
    reverse = new RuleAdjoint64(rule, shape, wanted);
    symbolAdjoint = new RuleFrame64(rule, shape).value;
    direct =
        rule.weight()
            .asSymbol()
            .filter(w -> w.axis() == Axis.SYNAPSE && w.role() == Role.PARAMETER)
            .filter(w -> rule.updates().isEmpty())
            .map(rule::index)
            .orElse(NONE);
    weightAdjoint = shape.zeros(Axis.SYNAPSE);
    stateAt = rule.updates().stream().mapToInt(u -> rule.index(u.state())).toArray();
    signalAt =
        IntStream.range(0, rule.symbols().size())
            .filter(s -> rule.symbols().get(s).role() == Role.SIGNAL)
            .toArray();
    stateAdjoint = new double[stateAt.length][][];
    for (int u = 0; u < stateAt.length; u++) {
      stateAdjoint[u] = symbolAdjoint[stateAt[u]];
    }
    traceAt =
        rule.rule().timing().traces().stream().mapToInt(t -> rule.index(t.symbol())).toArray();
    live = rule.rule().isTimed() ? states().toArray(double[][][]::new) : new double[0][][];
  }

  /** Whether the weights change during an episode. */
  public boolean isPlastic() {
    return stateAt.length > 0;
  }

  /** Bytes of all arrays. */
  public static long bytes(RuleDerivation rule, RuleShape64 shape) {
    return 2 * RuleFrame64.bytes(rule, shape)
        + RuleProgram64.bytes(rule, shape)
        + RuleAdjoint64.bytes(rule, shape)
        + shape.bytes(Axis.SYNAPSE)
        + (rule.rule().isTimed() ? RuleFrame64.nextBytes(rule, shape) : 0)
        + shape.synapses().map(SynapseRows::bytes).orElse(0L);
  }

  /** Begins to change the states of window {@code w} of the tape spike by spike. */
  void begin(SiteTape64 tape, int w) {
    for (int u = 0; u < live.length; u++) {
      Arrays64.copy(tape.state(w)[u], live[u]);
      frame.value[stateAt[u]] = live[u];
    }
  }

  /** Whether the arrays of a symbol are stored {@code [to][from]}. */
  private boolean isTurned(int symbol) {
    return shape.rows() == Axis.POST && rule.symbols().get(symbol).axis() == Axis.SYNAPSE;
  }

  /** Takes over the value of a parameter. */
  public void load(ParameterLayout.RuleSlot slot, FlatVector parameters) {
    int symbol = rule.index(slot.symbol());
    double[][] value = frame.value[symbol];
    for (int r = 0; r < slot.rows(); r++) {
      if (!isTurned(symbol)) {
        parameters.copy(slot.offset(r), value[r]);
        continue;
      }
      for (int c = 0; c < slot.columns(r); c++) {
        value[c][r] = (double) parameters.get(slot.offset(r) + c);
      }
    }
  }

  /**
   * Rounds states and traces of spikes from now on; parameters are loaded.
   *
   * @param grids of these; none to round nothing
   * @throws IllegalArgumentException if it has no such states
   */
  public void round(List<StateGrid> grids) {
    if (!grids.equals(rounded)) {
      List<StateGrid> traces = grids.stream().filter(g -> g.isTrace(rule.rule())).toList();
      List<StateGrid> states = grids.stream().filter(g -> !traces.contains(g)).toList();
      rounding = grids.isEmpty() ? null : new RoundedUpdate64(rule, shape, states);
      roundedSpikes =
          rounding == null || !rule.rule().isTimed()
              ? null
              : new RoundedSpikes64(rounding, shape, traces);
      rounded = List.copyOf(grids);
    }
    if (rounding != null) {
      rounding.load(frame);
    }
  }

  /** Whether what {@link #round} says is done. */
  void rounds(boolean whether) {
    rounds = whether;
  }

  private @Nullable RoundedUpdate64 rounding() {
    return rounds ? rounding : null;
  }

  /** What spikes do, rounded; null where nothing is. */
  @Nullable RoundedSpikes64 roundedSpikes() {
    return rounds ? roundedSpikes : null;
  }

  /** Puts the adjoint of a parameter into {@code gradient} and forgets it. */
  public void drain(ParameterLayout.RuleSlot slot, FlatVector gradient) {
    int symbol = rule.index(slot.symbol());
    double[][] adjoint = symbolAdjoint[symbol];
    for (int r = 0; r < slot.rows(); r++) {
      if (!isTurned(symbol)) {
        gradient.set(slot.offset(r), adjoint[r]);
        continue;
      }
      for (int c = 0; c < slot.columns(r); c++) {
        gradient.set(slot.offset(r) + c, adjoint[c][r]);
      }
    }
    Arrays64.clear(adjoint);
  }

  /** Rule states at rest, in the order of the tape's. */
  public List<double[][]> states() {
    return rule.updates().stream().map(update -> shape.zeros(update.state())).toList();
  }

  /** Computes the effective weights of the states in the frame. {@code out} is overwritten. */
  void weights(double[][] out) {
    program.weight(frame, out);
  }

  /** The effective weights in window {@code w} of the tape; not to be modified, nor kept. */
  public double[][] weight(SiteTape64 tape, int w) {
    show(tape, w);
    return program.weight(frame);
  }

  /**
   * The same where windows are visited in order, from the first on the tape on: {@link #update} of
   * the window before has already computed them.
   */
  public double[][] weightInOrder(SiteTape64 tape, int w) {
    if (w == 0 || !isPlastic()) {
      return weight(tape, w);
    }
    show(tape, w);
    RoundedUpdate64 by = rounding();
    return by == null ? program.nextWeight(frame) : by.nextWeight(frame);
  }

  /**
   * Updates the traces at the end of window {@code w} of the tape; the frame's rates and externals
   * must be set.
   *
   * @param key decides what is drawn at random
   */
  public void update(SiteTape64 tape, int w, long key) {
    if (isPlastic()) {
      showEnd(tape, w);
      showSignals(tape, w);
      System.arraycopy(tape.state(w + 1), 0, frame.next, 0, stateAt.length);
      RoundedUpdate64 by = rounding();
      if (by == null) {
        program.updateAndWeight(frame);
      } else {
        by.updateAndWeight(frame, key);
      }
    }
  }

  /** Does {@link #update} again, for the states alone: the signals are still on the tape. */
  public void updateAgain(SiteTape64 tape, int w, long key) {
    showEnd(tape, w);
    showSignals(tape, w);
    System.arraycopy(tape.state(w + 1), 0, frame.next, 0, stateAt.length);
    RoundedUpdate64 by = rounding();
    if (by == null) {
      program.next(frame);
    } else {
      by.next(frame, key);
    }
  }

  /**
   * Copies the states of window {@code w} to its successor: a window that ended without an update.
   */
  public void keep(SiteTape64 tape, int w) {
    copy(live.length > 0 ? live : tape.state(w), tape.state(w + 1));
  }

  /** Copies the states of one window to another. */
  public void carry(SiteTape64 tape, int from, int to) {
    copy(tape.state(from), tape.state(to));
  }

  private void copy(double[][][] earlier, double[][][] later) {
    for (int u = 0; u < stateAt.length; u++) {
      Arrays64.copy(earlier[u], later[u]);
    }
  }

  /** Shows the frame of the last update: rates, signals and new states. */
  public void observe(SweepObserver observer, int window, int site) {
    for (int s = 0; s < frame.value.length; s++) {
      Role role = rule.symbols().get(s).role();
      if (role != Role.PARAMETER && role != Role.STATE) {
        observe(observer, window, site, s, frame.value[s]);
      }
    }
    for (int u = 0; u < stateAt.length; u++) {
      observe(observer, window, site, stateAt[u], frame.next[u]);
    }
  }

  private void observe(SweepObserver observer, int window, int site, int symbol, double[][] rows) {
    String name = rule.symbols().get(symbol).name();
    boolean flipped = isTurned(symbol);
    boolean listed =
        shape.synapses().isPresent() && rule.symbols().get(symbol).axis() == Axis.SYNAPSE;
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < rows[r].length; c++) {
        int to = listed ? post(r, c) : c;
        observer.symbol(window, site, name, flipped ? to : r, flipped ? r : to, rows[r][c]);
      }
    }
  }

  private int post(int pre, int synapse) {
    SynapseRows synapses = shape.synapses().orElseThrow();
    return synapses.targets()[synapses.begin(pre) + synapse];
  }

  /** Forgets the adjoints of everything later. */
  public void clearAdjoint() {
    for (double[][] rows : stateAdjoint) {
      Arrays64.clear(rows);
    }
    for (int trace : traceAt) {
      Arrays64.clear(symbolAdjoint[trace]);
    }
  }

  /** Forgets the adjoints of parameters. */
  public void clearGradient() {
    for (Symbol parameter : rule.rule().symbols(Role.PARAMETER)) {
      Arrays64.clear(symbolAdjoint[rule.index(parameter)]);
    }
  }

  /**
   * The reverse of {@link #update} at the end of window {@code w} and of the weights of the window
   * after it; adjoints of rates are added to those that the caller has put into the frame.
   */
  public void updateAdjoint(SiteTape64 tape, int w) {
    if (!isPlastic()) {
      return;
    }
    showEnd(tape, w);
    showSignals(tape, w);
    System.arraycopy(tape.state(w + 1), 0, frame.next, 0, stateAt.length);
    for (int s : signalAt) {
      Arrays64.clear(symbolAdjoint[s]);
    }
    reverse.updateAndWeight(frame, weightAdjoint(), symbolAdjoint);
  }

  /** Whether the weights are just a parameter, so that their adjoints add up to its gradient. */
  public boolean isDirect() {
    return direct != NONE;
  }

  /** Where the adjoints of a window's weights belong. */
  public double[][] weightAdjoint() {
    return isDirect() ? symbolAdjoint[direct] : weightAdjoint;
  }

  /**
   * The reverse of {@link #weight} where no {@link #updateAdjoint} comes after that does it:
   * spreads the adjoints of the weights over their causes.
   *
   * @param first whether window {@code w} is the first that adjoints reach
   */
  public void spread(SiteTape64 tape, int w, boolean first) {
    if (!isDirect() && (first || !isPlastic())) {
      show(tape, w);
      reverse.weight(frame, weightAdjoint, symbolAdjoint);
    }
  }

  /** Shows the states at the end of a window, before its update. */
  private void showEnd(SiteTape64 tape, int w) {
    if (live.length == 0) {
      show(tape, w);
    }
    for (int u = 0; u < live.length; u++) {
      frame.value[stateAt[u]] = live[u];
    }
  }

  private void show(SiteTape64 tape, int w) {
    double[][][] state = tape.state(w);
    for (int u = 0; u < stateAt.length; u++) {
      frame.value[stateAt[u]] = state[u];
    }
  }

  private void showSignals(SiteTape64 tape, int w) {
    for (int k = 0; k < signalAt.length; k++) {
      frame.value[signalAt[k]] = tape.signal[w][k];
    }
  }
}
