package plastron.slayer.f64;

import plastron.core.memory.ArrayBytes;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.f64.kernel.Kernels64;
import plastron.slayer.f64.kernel.Arrays64;
import plastron.slayer.f64.rule.SiteTape64;
import plastron.slayer.sweep.SpikeEvents;

/**
 * One projection, forwards and backwards step by step: between populations that reach each other,
 * where what arrives in a step depends on the spikes of the steps before, or one whose weights
 * depend on them. In every window {@link #begin}, for every step {@link #arrive}, {@link #send} and
 * {@link #learn}, and {@link #end}; the reverse in reverse.
 */
class LoopSweep64 {

  private static final Kernels64 KERNELS = Kernels64.FASTEST;
  private static final double[] NOBODY = new double[0];

  final ProjectionSweep64 projection;
  final SynapseSweep64 synapses;
  final int axonDelay;
  final boolean inner;

  /** Whether nothing delays currents behind the weights. */
  private final boolean atOnce;

  private final double[][] sent;
  final double[][] arrivedAdjoint;
  private final SpikeEvents spikes = new SpikeEvents();
  final double[][] row = new double[1][];
  private final double[][] spikeRow = new double[1][];
  private double[][] senderAdjoint = new double[0][];
  double[][] weight = new double[0][];

  /**
   * @param window greatest number of steps of a window
   */
  LoopSweep64(ProjectionSweep64 projection, int window) {
    this.projection = projection;
    synapses = projection.synapses;
    axonDelay = projection.form.axonDelay();
    inner = projection.form.inner();
    atOnce = projection.form.dendriteDelay() == 0;
    int post = projection.form.shape().post();
    sent = new double[window][post];
    arrivedAdjoint = new double[window][post];
  }

  /** Bytes of the arrays that are its own. */
  static long bytes(int window, RuleShape64 shape) {
    return 2 * ArrayBytes.rows(window, shape.post(), Double.BYTES);
  }

  /** Starts window {@code w} of the tape. */
  void begin(SiteTape64 tape, int w) {
    weight = projection.rule.weightInOrder(tape, w);
    synapses.renew(weight, tape.trace[w]);
  }

  /**
   * Adds what arrives in step {@code t} of the window, which is {@code step} of the episode.
   *
   * @param tape holds the sender's spikes, of earlier steps
   * @param current added to
   */
  void arrive(Tape64 tape, int t, int step, double[] current) {
    if (atOnce) {
      respond(tape, t, step - axonDelay);
      KERNELS.add(current, sent[t]);
    } else {
      KERNELS.add(current, synapses.delay.leaving(sent, t));
    }
  }

  /** Takes the spikes of step {@code t} of the window, which is {@code step} of the episode. */
  void send(Tape64 tape, int t, int step) {
    if (!atOnce) {
      respond(tape, t, step);
    }
  }

  /**
   * Lets the spikes on the tape change the weights of window {@code w} of it once more, if they do.
   *
   * @param from first step of the window
   */
  void again(Tape64 tape, SiteTape64 site, int w, int from, int steps) {}

  /** The weights change by the spikes of step {@code t} of the window. */
  void learn(Tape64 tape, int t, int step) {}

  /** Sees that the weights that spikes meet are those of the step. */
  void meet(SpikeEvents met) {}

  private void respond(Tape64 tape, int t, int step) {
    tape.read(projection.form.from(), step, step + 1, spikes);
    meet(spikes);
    row[0] = sent[t];
    synapses.respond(weight, spikes, row);
    synapses.follow(spikes);
  }

  /** Ends a window of {@code steps} steps. */
  void end(int steps) {
    synapses.delay.forward(sent, steps);
  }

  /**
   * Starts the reverse of window {@code w} of the tape.
   *
   * @param spikeAdjoint adjoints of the sender's spikes by step of the window, added to
   */
  void beginAdjoint(SiteTape64 tape, int w, double[][] spikeAdjoint, int steps) {
    weight = projection.rule.weight(tape, w);
    clearMet(spikeAdjoint);
    if (inner) {
      synapses.followAdjoint(axonDelay > 0 ? synapses.metAdjoint : spikeAdjoint, steps);
    }
  }

  /**
   * Begins the adjoints of what meets the weights.
   *
   * @param spikeAdjoint adjoints of the sender's spikes by step of the window, added to from now on
   */
  final void clearMet(double[][] spikeAdjoint) {
    Arrays64.clear(synapses.metAdjoint);
    senderAdjoint = spikeAdjoint;
  }

  /**
   * The reverse of {@link #learn}.
   *
   * @param postAdjoint adjoints of the receiver's spikes of the step, added to
   */
  void learnAdjoint(Tape64 tape, int t, int step, double[] postAdjoint) {}

  /** The reverse of {@link #send} in a window of {@code steps} steps. */
  void sendAdjoint(Tape64 tape, int t, int step, int steps) {
    if (axonDelay > 0 && inner) {
      KERNELS.add(senderAdjoint[t], synapses.axonAdjoint.entering(synapses.metAdjoint, t, steps));
    }
    if (!atOnce) {
      respondAdjoint(tape, t, step, synapses.delayAdjoint.entering(arrivedAdjoint, t, steps));
    }
  }

  /** The reverse of {@link #arrive}; the currents' adjoints are not modified. */
  void arriveAdjoint(Tape64 tape, int t, int step, double[] currentAdjoint) {
    System.arraycopy(currentAdjoint, 0, arrivedAdjoint[t], 0, currentAdjoint.length);
    if (atOnce) {
      respondAdjoint(tape, t, step, arrivedAdjoint[t]);
    }
  }

  /** Adjoints of the spikes that meet the weights in step {@code t} of the window. */
  double[] metAdjoint(int t) {
    if (!inner) {
      return NOBODY;
    }
    return axonDelay > 0 ? synapses.metAdjoint[t] : senderAdjoint[t];
  }

  /**
   * The reverse of the response to the spikes that met the weights in a step.
   *
   * @param responseAdjoint replaced by the adjoint of the weighted spikes
   */
  void respondAdjoint(Tape64 tape, int t, int step, double[] responseAdjoint) {
    row[0] = responseAdjoint;
    spikeRow[0] = metAdjoint(t);
    synapses.respondAdjoint(weight, row, inner, spikeRow, 1);
  }

  /**
   * Ends the reverse of window {@code w}: the adjoints of weights and of what was before it.
   *
   * @param window the sender's spikes in it
   * @param first whether this is the first window that adjoints reach
   */
  void endAdjoint(SiteTape64 tape, int w, SpikeEvents window, boolean first) {
    leaveAdjoint(window.steps());
    synapses.weightAdjoint(
        weight,
        tape.trace[w],
        synapses.met(window),
        arrivedAdjoint,
        inner,
        projection.rule.weightAdjoint(),
        projection.rule.isDirect());
    if (first) {
      synapses.heardAdjoint(tape.heard, projection.rule.weightAdjoint());
    }
    projection.rule.spread(tape, w, first);
  }

  /** From here on rows are adjoints of what met the weights, made step by step before. */
  final void leaveAdjoint(int steps) {
    synapses.delayAdjoint.backward(arrivedAdjoint, steps);
    if (inner) {
      synapses.axonAdjoint.backward(synapses.metAdjoint, steps);
    }
  }
}
