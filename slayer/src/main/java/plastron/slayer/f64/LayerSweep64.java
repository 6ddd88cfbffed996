package plastron.slayer.f64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plastron.core.network.Delivery;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.f64.RowKernels64;
import plastron.plasticity.f64.RuleAdjoint64;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleProgram64;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.model.PlasticLayer;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.SweepObserver;
import plastron.slayer.sweep.SweepOptions;

/**
 * One layer, forwards and backwards over one window after another.
 *
 * <p>Inside a window the effective weights are constant. The kernel is linear, so it is applied
 * after the weights: the rows of the inputs that spiked are added up and the sum is filtered.
 * Delivery by trace differs from delivery on arrival only in that the filtered sum is formed anew
 * from the filtered inputs at the start of every window. Layers with fixed weights do the same, so
 * that a plastic layer without plasticity has their bits.
 */
final class LayerSweep64 {

  final RuleDerivation rule;
  final RuleFrame64 frame;

  /** Adjoints by symbol; those of parameters add up over the episode. */
  final double[][][] symbolAdjoint;

  private final RuleShape64 shape;
  private final Synapses64 synapses;
  private final RuleProgram64 program;
  private final RuleAdjoint64 reverse;
  private final Filter64 filter;
  private final Membrane64 membrane;
  private final boolean refreshed;
  private final boolean first;
  private final double[][] weight;
  private final double[][] weightAdjoint;
  private final double[][] current;
  private final double[][] currentAdjoint;
  private final double[][] trace;
  private final double[][] traceAdjoint;
  private final double[][] pending;
  private final double[][] pendingAdjoint;
  private final double[][] potential;
  private final double[][] potentialAdjoint;
  private final int[] stateAt;
  private double[][][] stateAdjoint;
  private double[][][] spareAdjoint;
  private final int[] spiking;
  private final double[] scratch;
  private LayerTape64 tape;

  LayerSweep64(PlasticLayer layer, int pre, int modulator, boolean first, SweepOptions options) {
    rule = RuleDerivation.of(layer.rule());
    shape = new RuleShape64(pre, layer.size(), modulator, Synapses64.rows(pre, layer.size()));
    synapses = Synapses64.of(shape);
    frame = new RuleFrame64(rule, shape);
    program = new RuleProgram64(rule, shape);
    reverse = new RuleAdjoint64(rule, shape);
    filter = Filter64.of(layer.kernel());
    membrane = Membrane64.of(layer.neuron(), options);
    refreshed = layer.delivery() == Delivery.TRACE;
    this.first = first;
    weight = shape.zeros(Axis.SYNAPSE);
    weightAdjoint = shape.zeros(Axis.SYNAPSE);
    current = new double[filter.stateCount()][layer.size()];
    currentAdjoint = new double[filter.stateCount()][layer.size()];
    trace = new double[refreshed ? filter.stateCount() : 0][pre];
    traceAdjoint = new double[trace.length][pre];
    pending = new double[layer.latency()][layer.size()];
    pendingAdjoint = new double[layer.latency()][layer.size()];
    potential = new double[membrane.stateCount()][layer.size()];
    potentialAdjoint = new double[membrane.stateCount()][layer.size()];
    symbolAdjoint = new RuleFrame64(rule, shape).value;
    stateAt = rule.updates().stream().mapToInt(u -> rule.index(u.state())).toArray();
    stateAdjoint = new RuleFrame64(rule, shape).next;
    spareAdjoint = new RuleFrame64(rule, shape).next;
    spiking = new int[pre];
    scratch = new double[layer.size()];
    tape = new LayerTape64(rule, shape, 0, 0, 0);
  }

  /** Whether the arrays of a symbol are stored {@code [to][from]}. */
  private boolean isTurned(int symbol) {
    return shape.rows() == Axis.POST && rule.symbols().get(symbol).axis() == Axis.SYNAPSE;
  }

  /** Takes over the value of a parameter. */
  void load(ParameterLayout.Slot slot, FlatVector parameters) {
    int symbol = rule.index(slot.symbol());
    for (int r = 0; r < slot.rows(); r++) {
      for (int c = 0; c < slot.columns(); c++) {
        double value = (double) parameters.get(slot.offset() + r * slot.columns() + c);
        if (isTurned(symbol)) {
          frame.value[symbol][c][r] = value;
        } else {
          frame.value[symbol][r][c] = value;
        }
      }
    }
  }

  /** Adds the adjoint of a parameter. */
  void addGradient(ParameterLayout.Slot slot, FlatVector gradient) {
    int symbol = rule.index(slot.symbol());
    double[][] adjoint = symbolAdjoint[symbol];
    for (int r = 0; r < slot.rows(); r++) {
      for (int c = 0; c < slot.columns(); c++) {
        gradient.add(
            slot.offset() + r * slot.columns() + c,
            isTurned(symbol) ? adjoint[c][r] : adjoint[r][c]);
      }
    }
  }

  /** Makes room for a run of windows. */
  void record(int windows, int windowSteps) {
    if (tape.trace.length < windows) {
      tape = new LayerTape64(rule, shape, windows, windowSteps, trace.length);
    }
  }

  /** Returns to the start of an episode. */
  void reset() {
    for (double[][] rows : evolving()) {
      Arrays64.clear(rows);
    }
  }

  /**
   * Everything that changes during an episode, with the rule states of the first window on the
   * tape.
   */
  List<double[][]> evolving() {
    List<double[][]> all = new ArrayList<>(List.of(current, trace, pending, potential));
    all.addAll(Arrays.asList(tape.state[0]));
    return all;
  }

  /** Runs window {@code w} of the tape, steps {@code from} to {@code to} of the episode. */
  void forward(int w, int windowSteps, int from, int to, SpikeRaster pre, SpikeRaster post) {
    show(w);
    program.weight(frame, weight);
    if (refreshed) {
      for (int k = 0; k < trace.length; k++) {
        System.arraycopy(trace[k], 0, tape.trace[w][k], 0, trace[k].length);
        synapses.forward(weight, trace[k], current[k]);
      }
    }
    for (int t = from; t < to; t++) {
      filter.advance(current);
      int count = pre.spikes(t, spiking);
      synapses.deliver(weight, spiking, count, current[0]);
      if (refreshed) {
        filter.advance(trace);
        for (int k = 0; k < count; k++) {
          trace[0][spiking[k]] += 1;
        }
      }
      double[] filtered = filter.output(current, scratch);
      membrane.forward(
          potential,
          delayed(pending, filtered),
          tape.potential[w * windowSteps + t - from],
          post,
          t);
      store(pending, filtered);
    }
  }

  /**
   * Updates the traces at the end of window {@code w} of the tape; the frame's rates and externals
   * must be set.
   */
  void update(int w) {
    show(w);
    System.arraycopy(tape.state[w + 1], 0, frame.next, 0, stateAt.length);
    program.update(frame);
  }

  /**
   * Copies the states of window {@code w} to its successor: a window that ended without an update.
   */
  void keep(int w) {
    for (int u = 0; u < stateAt.length; u++) {
      Arrays64.copy(tape.state[w][u], tape.state[w + 1][u]);
    }
  }

  /** Makes the last states on a tape of {@code windows} windows the first ones of the next. */
  void carry(int windows) {
    for (int u = 0; u < stateAt.length; u++) {
      Arrays64.copy(tape.state[windows][u], tape.state[0][u]);
    }
  }

  /** The potentials of a step of the tape. */
  double[] potential(int step) {
    return tape.potential[step];
  }

  /** Shows the frame of the last update: rates, signals and new states. */
  void observe(SweepObserver observer, int window, int layer) {
    for (int s = 0; s < frame.value.length; s++) {
      if (rule.symbols().get(s).role() != Role.PARAMETER
          && rule.symbols().get(s).role() != Role.STATE) {
        observe(observer, window, layer, s, frame.value[s]);
      }
    }
    for (int u = 0; u < stateAt.length; u++) {
      observe(observer, window, layer, stateAt[u], frame.next[u]);
    }
  }

  private void observe(SweepObserver observer, int window, int layer, int symbol, double[][] rows) {
    for (int from = 0; from < rows.length; from++) {
      for (int to = 0; to < rows[from].length; to++) {
        boolean flipped = isTurned(symbol);
        String name = rule.symbols().get(symbol).name();
        observer.symbol(
            window, layer, name, flipped ? to : from, flipped ? from : to, rows[from][to]);
      }
    }
  }

  /** Forgets the adjoints of parameters. */
  void clearGradient() {
    for (int s = 0; s < symbolAdjoint.length; s++) {
      if (rule.symbols().get(s).role() == Role.PARAMETER) {
        Arrays64.clear(symbolAdjoint[s]);
      }
    }
  }

  /** Forgets the adjoints of everything later. */
  void clearAdjoint() {
    Arrays64.clear(currentAdjoint);
    Arrays64.clear(traceAdjoint);
    Arrays64.clear(pendingAdjoint);
    Arrays64.clear(potentialAdjoint);
    for (double[][] rows : stateAdjoint) {
      Arrays64.clear(rows);
    }
  }

  /**
   * The reverse of {@link #update}; adjoints of rates are added to those that the caller has put
   * into the frame.
   */
  void updateAdjoint(int w) {
    show(w);
    program.signals(frame);
    for (int s = 0; s < symbolAdjoint.length; s++) {
      if (rule.symbols().get(s).role() == Role.SIGNAL) {
        Arrays64.clear(symbolAdjoint[s]);
      }
    }
    showAdjoint(spareAdjoint);
    for (double[][] rows : spareAdjoint) {
      Arrays64.clear(rows);
    }
    reverse.update(frame, stateAdjoint, symbolAdjoint);
    double[][][] later = stateAdjoint;
    stateAdjoint = spareAdjoint;
    spareAdjoint = later;
  }

  /**
   * The reverse of {@link #forward}.
   *
   * @param postAdjoint adjoints of this layer's spikes by step of the window, modified
   * @param preAdjoint adjoints of the sender's spikes by step of the window, added to; unused in
   *     the first layer
   */
  void backward(
      int w,
      int windowSteps,
      int from,
      int to,
      SpikeRaster pre,
      SpikeRaster post,
      double[][] postAdjoint,
      double[][] preAdjoint) {
    show(w);
    program.weight(frame, weight);
    Arrays64.clear(weightAdjoint);
    for (int t = to - 1; t >= from; t--) {
      double[] u = tape.potential[w * windowSteps + t - from];
      membrane.backward(potentialAdjoint, u, postAdjoint[t - from], post, t, scratch);
      double[] leaving = delayed(pendingAdjoint, scratch);
      filter.outputAdjoint(leaving, currentAdjoint);
      store(pendingAdjoint, scratch);
      int count = pre.spikes(t, spiking);
      synapses.deliverAdjoint(weightAdjoint, spiking, count, currentAdjoint[0]);
      if (!first) {
        synapses.backward(weight, currentAdjoint[0], preAdjoint[t - from]);
        if (refreshed) {
          RowKernels64.add(preAdjoint[t - from], traceAdjoint[0]);
          filter.advanceAdjoint(traceAdjoint);
        }
      }
      filter.advanceAdjoint(currentAdjoint);
    }
    if (refreshed) {
      for (int k = 0; k < trace.length; k++) {
        synapses.outer(weightAdjoint, tape.trace[w][k], currentAdjoint[k]);
        if (!first) {
          synapses.backward(weight, currentAdjoint[k], traceAdjoint[k]);
        }
        Arrays.fill(currentAdjoint[k], 0);
      }
    }
    showAdjoint(stateAdjoint);
    reverse.weight(frame, weightAdjoint, symbolAdjoint);
  }

  /** The oldest row under way; with no latency the newest itself. */
  private static double[] delayed(double[][] queue, double[] newest) {
    return queue.length == 0 ? newest : queue[queue.length - 1];
  }

  /** Puts the newest row in, over the oldest. */
  private static void store(double[][] queue, double[] newest) {
    if (queue.length > 0) {
      double[] oldest = queue[queue.length - 1];
      System.arraycopy(queue, 0, queue, 1, queue.length - 1);
      System.arraycopy(newest, 0, oldest, 0, newest.length);
      queue[0] = oldest;
    }
  }

  private void show(int w) {
    for (int u = 0; u < stateAt.length; u++) {
      frame.value[stateAt[u]] = tape.state[w][u];
    }
  }

  private void showAdjoint(double[][][] rows) {
    for (int u = 0; u < stateAt.length; u++) {
      symbolAdjoint[stateAt[u]] = rows[u];
    }
  }
}
