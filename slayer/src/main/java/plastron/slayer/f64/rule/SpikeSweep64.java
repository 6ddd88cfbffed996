package plastron.slayer.f64.rule;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import plastron.core.memory.ArrayBytes;
import plastron.core.random.Seeds;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.f64.timing.SpikeLog64;
import plastron.plasticity.f64.timing.SpikeRule64;
import plastron.plasticity.f64.timing.SpikeTraces64;
import plastron.slayer.sweep.SpikeEvents;

/**
 * What single spikes do to the synapses of one site, forwards and backwards step by step through a
 * window. That a spike is there decides whether there is an update, and has no gradient; that
 * traces go on from it has the one of the spike.
 *
 * <p>The way back first goes through the window forwards once more, by the spikes on the tape, and
 * logs what every update replaced. Where the log has no room for all of a window, it has its last
 * steps, and when the way back has gone through these, it goes forwards again to the step before
 * them.
 */
public final class SpikeSweep64 {

  private static final int LOGGED = 5;
  private static final long LONGEST_LOG = Integer.MAX_VALUE - 8;

  /**
   * The effective weights, rows by pre neuron, as of the last {@link #meet} or {@link #weights}.
   */
  public final double[][] weight;

  private final RuleSweep64 rule;
  private final SpikeRule64 spikes;
  private final SpikeTraces64 traces;
  private final int[] traceAt;
  private final SpikeLog64 log = SpikeLog64.empty();
  private final SpikeLog64 unread = SpikeLog64.none();
  private final long mostLogged;

  /** Whether states have changed since {@link #weights} computed all weights. */
  private boolean changed = true;

  /** Traces as they are read in each step, {@code [step of the window][trace][neuron]}. */
  private final double[][][] read;

  /**
   * @param window greatest number of steps of a window
   */
  SpikeSweep64(RuleSweep64 rule, RuleShape64 shape, int window) {
    this.rule = rule;
    mostLogged = mostLogged(rule.rule, shape, window);
    spikes = new SpikeRule64(rule.rule, shape);
    traces = new SpikeTraces64(rule.rule);
    traceAt = traces.symbols();
    weight = shape.zeros(Axis.SYNAPSE);
    read = new double[window][traceAt.length][];
    for (double[][] step : read) {
      Arrays.setAll(step, k -> new double[traces()[k][0].length]);
    }
  }

  /** Bytes of all arrays. */
  public static long bytes(SiteForm64 form, int window) {
    return form.shape().bytes(Axis.SYNAPSE)
        + SpikeRule64.bytes(form.rule(), form.shape())
        + window * traceBytes(form)
        + ArrayBytes.of(mostLogged(form.rule(), form.shape(), window), Double.BYTES);
  }

  /**
   * Numbers that the log has room for: those of all neurons' spikes in every {@value #LOGGED}th
   * step of a window. Where there are more spikes, a way back goes through a window in parts.
   */
  private static long mostLogged(RuleDerivation rule, RuleShape64 shape, int window) {
    long step = SpikeRule64.mostLogged(rule, shape);
    return Math.max(step, Math.min(Math.ceilDiv(window, LOGGED) * step, LONGEST_LOG));
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
    rule.begin(tape, w);
  }

  /**
   * Starts window {@code w} of the tape once more, to go back through it afterwards.
   *
   * @param room numbers that will be logged, see {@link #logged}
   */
  public void beginAgain(SiteTape64 tape, int w, long room) {
    copyTraces(tape.spikeTrace[w], true);
    log.begin(Math.toIntExact(room), Math.toIntExact(mostLogged));
    rule.begin(tape, w);
    changed = true;
  }

  /** Numbers that are logged of a step. */
  public long logged(SpikeEvents pre, SpikeEvents post) {
    return spikes.logged(pre.neuron, pre.count(), post.neuron, post.count());
  }

  /** The greatest sum of these that is logged, at least that of any one step. */
  public long mostLogged() {
    return mostLogged;
  }

  private void copyTraces(double[][] kept, boolean back) {
    for (int k = 0; k < traceAt.length; k++) {
      double[] live = rule.frame.value[traceAt[k]][0];
      System.arraycopy(back ? kept[k] : live, 0, back ? live : kept[k], 0, live.length);
    }
  }

  /**
   * Step {@code t} of the window ends.
   *
   * @param pre presynaptic spikes that take effect in it
   * @param post postsynaptic spikes of it
   * @param key of the window, decides what is drawn at random
   */
  public void step(int t, SpikeEvents pre, SpikeEvents post, long key) {
    step(t, pre, post, key, unread);
  }

  /**
   * The same once more, on the way to a step to go back from.
   *
   * @param logged whether the way back comes here before it is gone forwards again
   */
  public void stepAgain(int t, SpikeEvents pre, SpikeEvents post, long key, boolean logged) {
    step(t, pre, post, key, logged ? log : unread);
  }

  private void step(int t, SpikeEvents pre, SpikeEvents post, long key, SpikeLog64 into) {
    double[][][] value = rule.frame.value;
    RoundedSpikes64 by = rule.roundedSpikes();
    // Rates and updates at the window's end have the numbers around 0.
    long own = Seeds.then(key, Long.MAX_VALUE - t);
    traces.decay(value);
    if (by != null) {
      by.decayed(rule.frame, own);
    }
    for (int k = 0; k < traceAt.length; k++) {
      System.arraycopy(value[traceAt[k]][0], 0, read[t][k], 0, read[t][k].length);
    }
    if (by == null) {
      spikes.pre(value, pre.neuron, pre.count(), into);
      spikes.post(value, post.neuron, post.count(), into);
    } else {
      by.change(rule.frame, own, pre, post, into);
    }
    for (int k = 0; k < pre.count(); k++) {
      traces.enter(Axis.PRE, pre.neuron[k], value);
    }
    for (int k = 0; k < post.count(); k++) {
      traces.enter(Axis.POST, post.neuron[k], value);
    }
    if (by != null) {
      by.entered(rule.frame);
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
    spikes.postAdjoint(value, post.neuron, post.count(), log, adjoint);
    spikes.preAdjoint(value, pre.neuron, pre.count(), log, adjoint);
    changed |= pre.count() > 0 || post.count() > 0;
    traces.decayAdjoint(adjoint);
  }

  /** Computes the present weights of the rows that spikes meet. */
  public void meet(SpikeEvents met) {
    spikes.weights(rule.frame.value, weight, met.neuron, met.count());
  }

  /** Computes all present weights. */
  public void weights() {
    if (changed) {
      rule.weights(weight);
      changed = false;
    }
  }

  /**
   * The adjoints of the weights that spikes met, with the states of that step.
   *
   * @param met the spikes
   * @param received adjoint of what each post neuron received from them
   */
  public void meetAdjoint(SpikeEvents met, double[] received) {
    spikes.weightsAdjoint(rule.frame.value, met.neuron, met.count(), received, rule.symbolAdjoint);
  }
}
