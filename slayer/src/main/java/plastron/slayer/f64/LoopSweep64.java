package plastron.slayer.f64;

import plastron.core.memory.ArrayBytes;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.f64.kernel.Kernels64;
import plastron.slayer.f64.kernel.Arrays64;
import plastron.slayer.f64.rule.SiteTape64;
import plastron.slayer.sweep.SpikeEvents;

/**
 * One projection between populations that reach each other, forwards and backwards step by step:
 * what arrives in a step depends on the spikes of the steps before. In every window {@link #begin},
 * for every step {@link #arrive} and {@link #send}, and {@link #end}; the reverse in reverse.
 */
final class LoopSweep64 {

  private static final Kernels64 KERNELS = Kernels64.FASTEST;

  private final ProjectionSweep64 projection;
  private final SynapseSweep64 synapses;
  private final int axonDelay;
  private final double[][] sent;
  private final double[][] arrivedAdjoint;
  private final SpikeEvents spikes = new SpikeEvents();
  private final double[][] row = new double[1][];
  private final double[][] spikeRow = new double[1][];
  private double[][] weight = new double[0][];

  /**
   * @param window greatest number of steps of a window
   */
  LoopSweep64(ProjectionSweep64 projection, int window) {
    this.projection = projection;
    synapses = projection.synapses;
    axonDelay = projection.form.axonDelay();
    int post = projection.form.shape().post();
    sent = new double[window][post];
    arrivedAdjoint = new double[window][post];
  }

  /** Bytes of the arrays that are its own. */
  static long bytes(int window, RuleShape64 shape) {
    return 2 * ArrayBytes.rows(window, shape.post(), Double.BYTES);
  }

  private boolean delaysInAxon() {
    return axonDelay > 0;
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
    if (delaysInAxon()) {
      respond(tape, t, step - axonDelay);
      KERNELS.add(current, sent[t]);
    } else {
      KERNELS.add(current, synapses.delay.leaving(sent, t));
    }
  }

  /** Takes the spikes of step {@code t} of the window, which is {@code step} of the episode. */
  void send(Tape64 tape, int t, int step) {
    if (!delaysInAxon()) {
      respond(tape, t, step);
    }
  }

  private void respond(Tape64 tape, int t, int step) {
    tape.read(projection.form.from(), step, step + 1, spikes);
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
    Arrays64.clear(synapses.metAdjoint);
    synapses.followAdjoint(delaysInAxon() ? synapses.metAdjoint : spikeAdjoint, steps);
  }

  /**
   * The reverse of {@link #send} in a window of {@code steps} steps; adds to the spikes' adjoints.
   */
  void sendAdjoint(int t, int steps, double[] spikeAdjoint) {
    if (delaysInAxon()) {
      KERNELS.add(spikeAdjoint, synapses.axonAdjoint.entering(synapses.metAdjoint, t, steps));
    } else {
      respondAdjoint(synapses.delayAdjoint.entering(arrivedAdjoint, t, steps), spikeAdjoint);
    }
  }

  /** The reverse of {@link #arrive}; the currents' adjoints are not modified. */
  void arriveAdjoint(int t, double[] currentAdjoint) {
    System.arraycopy(currentAdjoint, 0, arrivedAdjoint[t], 0, currentAdjoint.length);
    if (delaysInAxon()) {
      respondAdjoint(arrivedAdjoint[t], synapses.metAdjoint[t]);
    }
  }

  private void respondAdjoint(double[] responseAdjoint, double[] spikeAdjoint) {
    row[0] = responseAdjoint;
    spikeRow[0] = spikeAdjoint;
    synapses.respondAdjoint(weight, row, true, spikeRow, 1);
  }

  /**
   * Ends the reverse of window {@code w}: the adjoints of weights and of what was before it.
   *
   * @param window the sender's spikes in it
   * @param first whether this is the first window that adjoints reach
   */
  void endAdjoint(SiteTape64 tape, int w, SpikeEvents window, boolean first) {
    // From here on the rows are the adjoints of what met the weights, made step by step before.
    synapses.delayAdjoint.backward(arrivedAdjoint, window.steps());
    synapses.axonAdjoint.backward(synapses.metAdjoint, window.steps());
    synapses.weightAdjoint(
        weight,
        tape.trace[w],
        synapses.met(window),
        arrivedAdjoint,
        true,
        projection.rule.weightAdjoint(),
        projection.rule.isDirect());
    if (first) {
      synapses.heardAdjoint(tape.heard, projection.rule.weightAdjoint());
    }
    projection.rule.spread(tape, w, first);
  }
}
