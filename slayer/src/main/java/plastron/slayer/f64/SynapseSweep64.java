package plastron.slayer.f64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plastron.core.memory.ArrayBytes;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.f64.kernel.Kernels64;
import plastron.slayer.f64.kernel.Arrays64;
import plastron.slayer.f64.kernel.Filter64;
import plastron.slayer.f64.synapse.DelayLine64;
import plastron.slayer.f64.synapse.Synapses64;
import plastron.slayer.sweep.SpikeEvents;

/**
 * From the spikes of one population to the currents of another and back, window by window.
 *
 * <p>Inside a window the effective weights are constant, unless it is taken a step at a time. The
 * kernel is linear, so it is applied after the weights: the rows of the inputs that spiked are
 * added up and the sum is filtered. Delivery by trace differs from delivery on arrival only in that
 * the filtered sum is formed anew from the filtered inputs at the start of every window. Where
 * weights never change and no gradient is cut, that would change nothing and is left out. A delay
 * in the axon is one of the spikes that meet the weights, a delay in the dendrite one of the
 * currents. Long, because both directions share all their arrays.
 */
final class SynapseSweep64 {

  private static final Kernels64 KERNELS = Kernels64.FASTEST;

  private final Synapses64 synapses;
  private final Filter64 filter;
  private final boolean refreshed;
  private final double[][] current;
  private final double[][] currentAdjoint;
  private final double[][] trace;
  private final double[][] traceAdjoint;

  final DelayLine64 delay;
  final DelayLine64 delayAdjoint;

  /** Adjoints of the spikes that meet the weights of a window, {@code [step][pre]}. */
  final double[][] metAdjoint;

  final DelayLine64 axonAdjoint;

  private final int axonDelay;
  private final SpikeEvents met = new SpikeEvents();

  /**
   * @param window greatest number of steps of a window
   */
  SynapseSweep64(ProjectionForm64 form, int window) {
    RuleShape64 shape = form.shape();
    synapses = Synapses64.of(shape);
    filter = form.filter();
    refreshed = form.refreshed();
    current = new double[filter.stateCount()][shape.post()];
    currentAdjoint = new double[filter.stateCount()][shape.post()];
    trace = new double[form.traceStates()][shape.pre()];
    traceAdjoint = new double[trace.length][shape.pre()];
    delay = new DelayLine64(form.dendriteDelay(), window, shape.post());
    delayAdjoint = new DelayLine64(form.dendriteDelay(), window, shape.post());
    axonDelay = form.axonDelay();
    boolean backwards = axonDelay > 0 && form.inner();
    metAdjoint = new double[backwards ? window : 0][shape.pre()];
    axonAdjoint = new DelayLine64(backwards ? axonDelay : 0, window, shape.pre());
  }

  /** Bytes of all arrays. */
  static long bytes(ProjectionForm64 form, int window) {
    RuleShape64 shape = form.shape();
    return 2 * ArrayBytes.rows(form.filter().stateCount(), shape.post(), Double.BYTES)
        + 2 * ArrayBytes.rows(form.traceStates(), shape.pre(), Double.BYTES)
        + 2 * DelayLine64.bytes(form.dendriteDelay(), window, shape.post())
        + (form.axonDelay() > 0 && form.inner()
            ? DelayLine64.bytes(form.axonDelay(), window, shape.pre())
                + ArrayBytes.rows(window, shape.pre(), Double.BYTES)
            : 0)
        + (form.inner() ? Synapses64.bytes(shape, window) : 0);
  }

  /** Bytes of {@link #evolving}. */
  static long evolvingBytes(ProjectionForm64 form) {
    RuleShape64 shape = form.shape();
    return ArrayBytes.rows(
            form.filter().stateCount() + form.dendriteDelay(), shape.post(), Double.BYTES)
        + ArrayBytes.rows(form.traceStates(), shape.pre(), Double.BYTES);
  }

  /** Everything that changes during an episode. */
  List<double[][]> evolving() {
    return new ArrayList<>(List.of(current, trace, delay.pending));
  }

  /** Forgets the adjoints of everything later. */
  void clearAdjoint() {
    Arrays64.clear(currentAdjoint);
    Arrays64.clear(traceAdjoint);
    Arrays64.clear(delayAdjoint.pending);
    Arrays64.clear(axonAdjoint.pending);
  }

  /** The spikes that meet the weights in the steps of a window. */
  SpikeEvents met(SpikeEvents pre) {
    if (axonDelay == 0) {
      return pre;
    }
    int from = pre.from() - axonDelay;
    met.read(pre.before(), pre.raster(), from, from + pre.steps());
    return met;
  }

  /**
   * The currents of a window.
   *
   * @param traceAtStart overwritten with the filtered inputs
   * @param rows overwritten, {@code [step][post]}
   */
  void forward(double[][] weight, double[][] traceAtStart, SpikeEvents pre, double[][] rows) {
    SpikeEvents now = met(pre);
    renew(weight, traceAtStart);
    respond(weight, now, rows);
    follow(now);
    delay.forward(rows, pre.steps());
  }

  /**
   * Forms the filtered sum anew where that is needed, with the weights of a window.
   *
   * @param traceAtStart overwritten with the filtered inputs
   */
  void renew(double[][] weight, double[][] traceAtStart) {
    for (int k = 0; k < trace.length; k++) {
      System.arraycopy(trace[k], 0, traceAtStart[k], 0, trace[k].length);
      Arrays.fill(current[k], 0);
      synapses.forward(weight, trace[k], current[k]);
    }
  }

  /** Overwrites {@code rows} with the response to the next steps, before any delay. */
  void respond(double[][] weight, SpikeEvents pre, double[][] rows) {
    for (int t = 0; t < pre.steps(); t++) {
      Arrays.fill(rows[t], 0);
    }
    synapses.deliver(weight, pre, rows);
    filter.filter(current, rows, pre.steps());
  }

  /** Lets the filtered inputs follow the next steps. */
  void follow(SpikeEvents pre) {
    if (refreshed) {
      filter.follow(trace, pre);
    }
  }

  /**
   * The reverse of {@link #forward}.
   *
   * @param adjoint adjoints of the currents, {@code [step][post]}, modified
   * @param preAdjoint adjoints of the pre spikes, added to; not read unless {@code inner}
   * @param inner whether the pre spikes depend on parameters
   * @param weightAdjoint added to, or overwritten
   * @param accumulate whether it is added to
   */
  void backward(
      double[][] weight,
      double[][] traceAtStart,
      SpikeEvents pre,
      double[][] adjoint,
      double[][] preAdjoint,
      boolean inner,
      double[][] weightAdjoint,
      boolean accumulate) {
    int steps = pre.steps();
    delayAdjoint.backward(adjoint, steps);
    boolean delayed = axonDelay > 0 && inner;
    double[][] spikeAdjoint = delayed ? metAdjoint : preAdjoint;
    if (delayed) {
      Arrays64.clear(metAdjoint);
    }
    respondAdjoint(weight, adjoint, inner, spikeAdjoint, steps);
    if (inner) {
      followAdjoint(spikeAdjoint, steps);
    }
    if (delayed) {
      axonAdjoint.backward(metAdjoint, steps);
      for (int t = 0; t < steps; t++) {
        KERNELS.add(preAdjoint[t], metAdjoint[t]);
      }
    }
    weightAdjoint(weight, traceAtStart, met(pre), adjoint, inner, weightAdjoint, accumulate);
  }

  /**
   * The reverse of {@link #respond}.
   *
   * @param adjoint of the response, {@code [step][post]}, replaced by that of the weighted spikes
   */
  void respondAdjoint(
      double[][] weight, double[][] adjoint, boolean inner, double[][] preAdjoint, int steps) {
    filter.filterAdjoint(currentAdjoint, adjoint, steps);
    if (inner) {
      synapses.backward(weight, adjoint, preAdjoint, steps);
    }
  }

  /** The reverse of {@link #follow}: adds to the adjoints of the pre spikes. */
  void followAdjoint(double[][] preAdjoint, int steps) {
    if (refreshed) {
      filter.followAdjoint(traceAdjoint, preAdjoint, steps);
    }
  }

  /**
   * The adjoints of weights that never change by the currents before the first window that adjoints
   * reach.
   *
   * @param heard filtered inputs then, none unless currents go on from them
   * @param weightAdjoint added to
   */
  void heardAdjoint(double[][] heard, double[][] weightAdjoint) {
    for (int k = 0; k < heard.length; k++) {
      synapses.outer(weightAdjoint, heard[k], currentAdjoint[k]);
    }
  }

  /**
   * The reverse of {@link #renew}, and the adjoints of the weights in all of {@link #forward}.
   *
   * @param adjoint of the weighted spikes, {@code [step][post]}, not modified
   */
  void weightAdjoint(
      double[][] weight,
      double[][] traceAtStart,
      SpikeEvents pre,
      double[][] adjoint,
      boolean inner,
      double[][] weightAdjoint,
      boolean accumulate) {
    if (trace.length > 0 && !accumulate) {
      synapses.setAdjoint(weightAdjoint, traceAtStart[0], currentAdjoint[0], pre, adjoint);
    } else {
      if (!accumulate) {
        Arrays64.clear(weightAdjoint);
      }
      synapses.deliverAdjoint(weightAdjoint, pre, adjoint);
    }
    for (int k = 0; k < trace.length; k++) {
      if (k > 0 || accumulate) {
        synapses.outer(weightAdjoint, traceAtStart[k], currentAdjoint[k]);
      }
      if (inner) {
        synapses.backward(weight, currentAdjoint[k], traceAdjoint[k]);
      }
      Arrays.fill(currentAdjoint[k], 0);
    }
  }
}
