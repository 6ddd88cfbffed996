package plastron.slayer.f64;

import plastron.core.memory.ArrayBytes;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.f64.Kernels64;
import plastron.slayer.sweep.SpikeEvents;

/**
 * From the spikes of a population to its own currents and back, step by step: what arrives in a
 * step depends on the spikes of the steps before. In every window {@link #begin}, for every step
 * {@link #arrive} and {@link #send}, and {@link #end}; the reverse in reverse.
 */
final class RecurrentSweep64 {

  private static final Kernels64 KERNELS = Kernels64.FASTEST;

  private final ProjectionSweep64 projection;
  private final SynapseSweep64 synapses;
  private final double[][] sent;
  private final double[][] arrivedAdjoint;
  private final SpikeEvents spikes = new SpikeEvents();
  private final double[][] row = new double[1][];
  private final double[][] spikeRow = new double[1][];
  private double[][] weight = new double[0][];

  /**
   * @param window greatest number of steps of a window
   * @param n number of neurons
   */
  RecurrentSweep64(ProjectionSweep64 projection, int window, int n) {
    this.projection = projection;
    synapses = projection.synapses;
    sent = new double[window][n];
    arrivedAdjoint = new double[window][n];
  }

  /** Bytes of the arrays that are its own. */
  static long bytes(int window, int n) {
    return 2 * ArrayBytes.rows(window, n, Double.BYTES);
  }

  /** Starts window {@code w} of the tape. */
  void begin(ProjectionTape64 tape, int w) {
    weight = projection.rule.weightInOrder(tape, w);
    synapses.renew(weight, tape.trace[w]);
  }

  /** Adds what arrives in step {@code t} of the window to {@code current}. */
  void arrive(int t, double[] current) {
    KERNELS.add(current, synapses.delay.leaving(sent, t));
  }

  /** Takes the spikes of step {@code t} of the window, which is {@code step} of the episode. */
  void send(int t, SpikeRaster raster, int step) {
    spikes.read(raster, step, step + 1);
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
   * @param spikeAdjoint adjoints of the spikes by step of the window, added to
   */
  void beginAdjoint(ProjectionTape64 tape, int w, double[][] spikeAdjoint, int steps) {
    weight = projection.rule.weight(tape, w);
    synapses.followAdjoint(spikeAdjoint, steps);
  }

  /**
   * The reverse of {@link #send} in a window of {@code steps} steps; adds to the spikes' adjoints.
   */
  void sendAdjoint(int t, int steps, double[] spikeAdjoint) {
    row[0] = synapses.delayAdjoint.entering(arrivedAdjoint, t, steps);
    spikeRow[0] = spikeAdjoint;
    synapses.respondAdjoint(weight, row, true, spikeRow, 1);
  }

  /** The reverse of {@link #arrive}; the currents' adjoints are not modified. */
  void arriveAdjoint(int t, double[] currentAdjoint) {
    System.arraycopy(currentAdjoint, 0, arrivedAdjoint[t], 0, currentAdjoint.length);
  }

  /**
   * Ends the reverse of window {@code w}: the adjoints of weights and of what was before it.
   *
   * @param window the population's spikes in it
   * @param first whether this is the first window that adjoints reach
   */
  void endAdjoint(ProjectionTape64 tape, int w, SpikeEvents window, boolean first) {
    // From here on the rows are the adjoints of what was sent, which sendAdjoint has made.
    synapses.delayAdjoint.backward(arrivedAdjoint, window.steps());
    synapses.weightAdjoint(
        weight,
        tape.trace[w],
        window,
        arrivedAdjoint,
        true,
        projection.rule.weightAdjoint(),
        projection.rule.isDirect());
    projection.rule.spread(tape, w, first);
  }
}
