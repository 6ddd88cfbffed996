package plastron.slayer.f64;

import plastron.slayer.f64.rule.SiteTape64;
import plastron.slayer.f64.rule.SpikeSweep64;
import plastron.slayer.sweep.SpikeEvents;

/**
 * One projection whose weights single spikes change, forwards and backwards step by step. The way
 * back through a window begins with {@link #again}.
 */
final class TimedSweep64 extends LoopSweep64 {

  private final SpikeSweep64 spikes;
  private final SpikeEvents pre = new SpikeEvents();
  private final SpikeEvents post = new SpikeEvents();

  /** The window that {@link #again} went through last, and the first step of it that is logged. */
  private SiteTape64 states;

  private int window;
  private int start;
  private int logged;

  /**
   * @param window greatest number of steps of a window
   */
  TimedSweep64(ProjectionSweep64 projection, SpikeSweep64 spikes, int window) {
    super(projection, window);
    this.spikes = spikes;
    states = projection.tape();
    weight = spikes.weight;
  }

  @Override
  void begin(SiteTape64 tape, int w) {
    spikes.begin(tape, w);
  }

  private void read(Tape64 tape, int step) {
    tape.read(projection.form.from(), step - axonDelay, step - axonDelay + 1, pre);
    tape.read(projection.form.to(), step, step + 1, post);
  }

  @Override
  void learn(Tape64 tape, int t, int step) {
    read(tape, step);
    spikes.step(t, pre, post);
  }

  @Override
  void again(Tape64 tape, SiteTape64 site, int w, int from, int steps) {
    states = site;
    window = w;
    start = from;
    again(tape, steps);
  }

  /** Goes forwards once more through the first steps of the window, and logs as many as it can. */
  private void again(Tape64 tape, int steps) {
    long room = 0;
    logged = steps;
    while (logged > 0) {
      read(tape, start + logged - 1);
      long more = spikes.logged(pre, post);
      if (room + more > spikes.mostLogged()) {
        break;
      }
      room += more;
      logged--;
    }
    spikes.beginAgain(states, window, room);
    for (int t = 0; t < steps; t++) {
      read(tape, start + t);
      spikes.stepAgain(t, pre, post, t >= logged);
    }
  }

  @Override
  void beginAdjoint(SiteTape64 tape, int w, double[][] spikeAdjoint, int steps) {
    clearMet(spikeAdjoint);
  }

  @Override
  void learnAdjoint(Tape64 tape, int t, int step, double[] postAdjoint) {
    if (t < logged) {
      again(tape, t + 1);
    }
    read(tape, step);
    spikes.stepAdjoint(t, pre, post, metAdjoint(t), postAdjoint);
  }

  @Override
  void respondAdjoint(Tape64 tape, int t, int step, double[] responseAdjoint) {
    super.respondAdjoint(tape, t, step, responseAdjoint);
    tape.read(projection.form.from(), step - axonDelay, step - axonDelay + 1, pre);
    spikes.weightAdjoint(pre, responseAdjoint);
  }

  @Override
  void endAdjoint(SiteTape64 tape, int w, SpikeEvents window, boolean first) {
    leaveAdjoint(window.steps());
  }
}
