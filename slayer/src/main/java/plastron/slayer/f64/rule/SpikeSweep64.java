package plastron.slayer.f64.rule;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.f64.timing.SpikeLog64;
import plastron.plasticity.f64.timing.SpikeRule64;
import plastron.plasticity.f64.timing.SpikeTraces64;
import plastron.slayer.f64.kernel.Arrays64;
import plastron.slayer.sweep.SpikeEvents;

/**
 * What single spikes do to the synapses of one site, forwards and backwards step by step through a
 * window. That a spike is there decides whether there is an update, and has no gradient; that
 * traces go on from it has the one of the spike.
 *
 * <p>The way back first goes through the window forwards once more, by the spikes on the tape, and
 * keeps what every update replaced.
 */
public final class SpikeSweep64 {

  /** The effective weights at present, rows by pre neuron. */
  public final double[][] weight;

  private final RuleSweep64 rule;
  private final SpikeRule64 spikes;
  private final SpikeTraces64 traces;
  private final int[] traceAt;
  private final SpikeLog64 log = SpikeLog64.empty();
  private final SpikeLog64 unread = SpikeLog64.none();

  /** Traces as they are read in each step, {@code [step of the window][trace][neuron]}. */
  private final double[][][] read;

  /**
   * @param window greatest number of steps of a window
   */
  SpikeSweep64(RuleSweep64 rule, RuleShape64 shape, int window) {
    this.rule = rule;
    spikes = new SpikeRule64(rule.rule, shape);
    traces = new SpikeTraces64(rule.rule);
    traceAt = traces.symbols();
    weight = shape.zeros(Axis.SYNAPSE);
    read = new double[window][traceAt.length][];
    for (double[][] step : read) {
      Arrays.setAll(step, k -> new double[traces()[k][0].length]);
    }
  }

  /**
   * Bytes of all arrays; what a way back keeps of updates as of spikes in every tenth step of every
   * neuron.
   */
  public static long bytes(SiteForm64 form, int window) {
    long states = SiteTape64.stateBytes(form);
    return form.shape().bytes(Axis.SYNAPSE)
        + SpikeRule64.bytes(form.shape())
        + window * traceBytes(form)
        + window * states / 5;
  }

  /** Bytes of the traces. */
  public static long traceBytes(SiteForm64 form) {
    return form.rule().rule().timing().traces().stream()
        .mapToLong(trace -> form.shape().bytes(trace.symbol()))
        .sum();
  }

  /** The arrays of the traces. */
  private double[][][] traces() {
    return IntStream.of(traceAt).mapToObj(s -> rule.frame.value[s]).toArray(double[][][]::new);
  }

  /** Everything that changes during an episode, but for rule states. */
  public List<double[][]> evolving() {
    return List.of(traces());
  }

  /** Starts window {@code w} of the tape, which keeps the traces. */
  public void begin(SiteTape64 tape, int w) {
    copyTraces(tape.spikeTrace[w], false);
    start(tape, w);
  }

  /** Starts window {@code w} of the tape once more, to go back through it afterwards. */
  public void beginAgain(SiteTape64 tape, int w) {
    copyTraces(tape.spikeTrace[w], true);
    log.clear();
    start(tape, w);
  }

  private void copyTraces(double[][] kept, boolean back) {
    for (int k = 0; k < traceAt.length; k++) {
      double[] live = rule.frame.value[traceAt[k]][0];
      System.arraycopy(back ? kept[k] : live, 0, back ? live : kept[k], 0, live.length);
    }
  }

  private void start(SiteTape64 tape, int w) {
    Arrays64.copy(rule.weight(tape, w), weight);
    rule.begin(tape, w);
  }

  /**
   * Step {@code t} of the window ends.
   *
   * @param pre presynaptic spikes that take effect in it
   * @param post postsynaptic spikes of it
   */
  public void step(int t, SpikeEvents pre, SpikeEvents post) {
    step(t, pre, post, unread);
  }

  /** The same once more, to go back through it afterwards. */
  public void stepAgain(int t, SpikeEvents pre, SpikeEvents post) {
    step(t, pre, post, log);
  }

  private void step(int t, SpikeEvents pre, SpikeEvents post, SpikeLog64 into) {
    double[][][] value = rule.frame.value;
    traces.decay(value);
    for (int k = 0; k < traceAt.length; k++) {
      System.arraycopy(value[traceAt[k]][0], 0, read[t][k], 0, read[t][k].length);
    }
    for (int k = 0; k < pre.count(); k++) {
      spikes.pre(value, weight, pre.neuron[k], into);
    }
    for (int k = 0; k < post.count(); k++) {
      spikes.post(value, weight, post.neuron[k], into);
    }
    for (int k = 0; k < pre.count(); k++) {
      traces.enter(Axis.PRE, pre.neuron[k], value);
    }
    for (int k = 0; k < post.count(); k++) {
      traces.enter(Axis.POST, post.neuron[k], value);
    }
  }

  /**
   * The reverse of {@link #step}: states and weights become those of before.
   *
   * @param preAdjoint of the presynaptic spikes that take effect in the step, added to; empty where
   *     nobody reads it
   * @param postAdjoint of the postsynaptic spikes, added to
   */
  public void stepAdjoint(
      int t, SpikeEvents pre, SpikeEvents post, double[] preAdjoint, double[] postAdjoint) {
    double[][][] value = rule.frame.value;
    double[][][] adjoint = rule.symbolAdjoint;
    for (int k = 0; k < traceAt.length; k++) {
      System.arraycopy(read[t][k], 0, value[traceAt[k]][0], 0, read[t][k].length);
    }
    traces.enterAdjoint(Axis.PRE, pre.neuron, pre.count(), value, adjoint, preAdjoint);
    traces.enterAdjoint(Axis.POST, post.neuron, post.count(), value, adjoint, postAdjoint);
    for (int k = post.count() - 1; k >= 0; k--) {
      spikes.postAdjoint(value, weight, post.neuron[k], log, adjoint);
    }
    for (int k = pre.count() - 1; k >= 0; k--) {
      spikes.preAdjoint(value, weight, pre.neuron[k], log, adjoint);
    }
    traces.decayAdjoint(adjoint);
  }

  /**
   * The adjoints of the weights that spikes met, with the states and weights of that step.
   *
   * @param met the spikes
   * @param received adjoint of what each post neuron received from them
   */
  public void weightAdjoint(SpikeEvents met, double[] received) {
    for (int k = 0; k < met.count(); k++) {
      spikes.weightAdjoint(rule.frame.value, met.neuron[k], received, rule.symbolAdjoint);
    }
  }
}
