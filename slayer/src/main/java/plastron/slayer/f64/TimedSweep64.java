package plastron.slayer.f64;

import java.util.Arrays;
import plastron.plasticity.f64.RuleShape64;
import plastron.slayer.f64.rule.SiteTape64;
import plastron.slayer.f64.rule.SpikeSweep64;
import plastron.slayer.sweep.SpikeEvents;

/**
 * One projection whose weights single spikes change, forwards and backwards step by step. The way
 * back through a window begins with {@link #again}.
 */
final class TimedSweep64 extends LoopSweep64 {

  private final SpikeSweep64 spikes;
  private final int site;

  /** By step of the window: the presynaptic spikes that take effect, and the postsynaptic ones. */
  private final SpikeEvents[] pre;

  private final SpikeEvents[] post;

  /** The window that {@link #again} went through last. */
  private SiteTape64 states;

  private int window;

  /** Key of it. */
  private long key;

  /** The first step of it that is logged. */
  private int logged;

  /**
   * @param site index of the projection among the model's sites
   * @param window greatest number of steps of a window
   */
  TimedSweep64(ProjectionSweep64 projection, SpikeSweep64 spikes, int site, int window) {
    super(projection, window);
    this.spikes = spikes;
    this.site = site;
    states = projection.tape();
    weight = spikes.weight;
    pre = new SpikeEvents[window];
    post = new SpikeEvents[window];
    Arrays.setAll(pre, t -> new SpikeEvents());
    Arrays.setAll(post, t -> new SpikeEvents());
  }

  /** Bytes of the lists of spikes, however many there are. */
  static long bytes(RuleShape64 shape, int window) {
    return window * (SpikeEvents.bytes(1, shape.pre(), 1) + SpikeEvents.bytes(1, shape.post(), 1));
  }

  @Override
  void begin(SiteTape64 tape, int w) {
    spikes.begin(tape, w);
  }

  private void read(Tape64 tape, int t, int step) {
    tape.read(projection.form.from(), step - axonDelay, step - axonDelay + 1, pre[t]);
    tape.read(projection.form.to(), step, step + 1, post[t]);
  }

  private long key(Tape64 tape, int step) {
    return tape.key(pre.length, step / pre.length, site);
  }

  @Override
  void meet(SpikeEvents met) {
    spikes.meet(met);
  }

  @Override
  void learn(Tape64 tape, int t, int step) {
    read(tape, t, step);
    spikes.step(t, pre[t], post[t], key(tape, step));
  }

  @Override
  void again(Tape64 tape, SiteTape64 place, int w, int from, int steps) {
    states = place;
    window = w;
    key = key(tape, from);
    for (int t = 0; t < steps; t++) {
      read(tape, t, from + t);
    }
    again(steps);
  }

  /** Goes forwards once more through the first steps of the window, and logs as many as it can. */
  private void again(int steps) {
    long room = 0;
    logged = steps;
    while (logged > 0) {
      long more = spikes.logged(pre[logged - 1], post[logged - 1]);
      if (room + more > spikes.mostLogged()) {
        break;
      }
      room += more;
      logged--;
    }
    spikes.beginAgain(states, window, room);
    for (int t = 0; t < steps; t++) {
      spikes.stepAgain(t, pre[t], post[t], key, t >= logged);
    }
  }

  @Override
  void beginAdjoint(SiteTape64 tape, int w, double[][] spikeAdjoint, int steps) {
    clearMet(spikeAdjoint);
  }

  @Override
  void learnAdjoint(Tape64 tape, int t, int step, double[] postAdjoint) {
    if (t < logged) {
      again(t + 1);
    }
    spikes.stepAdjoint(t, pre[t], post[t], metAdjoint(t), postAdjoint);
  }

  @Override
  void respondAdjoint(Tape64 tape, int t, int step, double[] responseAdjoint) {
    if (inner) {
      spikes.weights();
    }
    super.respondAdjoint(tape, t, step, responseAdjoint);
    spikes.meetAdjoint(pre[t], responseAdjoint);
  }

  @Override
  void endAdjoint(SiteTape64 tape, int w, SpikeEvents window, boolean first) {
    leaveAdjoint(window.steps());
  }
}
