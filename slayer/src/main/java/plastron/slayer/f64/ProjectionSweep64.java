package plastron.slayer.f64;

import java.util.List;
import java.util.Optional;
import plastron.slayer.f64.rule.RuleSweep64;
import plastron.slayer.f64.rule.SiteSweep64;
import plastron.slayer.f64.rule.SiteTape64;
import plastron.slayer.f64.rule.SpikeSweep64;
import plastron.slayer.sweep.SpikeEvents;

/**
 * One projection, forwards and backwards over one window after another: synapses and their rule.
 */
final class ProjectionSweep64 {

  private static final double[][] NONE = new double[0][];

  final ProjectionForm64 form;
  final SiteSweep64 site;
  final RuleSweep64 rule;
  final SynapseSweep64 synapses;

  /** What single spikes do, if they do anything. */
  final Optional<SpikeSweep64> spikes;

  /**
   * @param window greatest number of steps of a window
   */
  ProjectionSweep64(ProjectionForm64 form, int window) {
    this.form = form;
    site = new SiteSweep64(form.site());
    rule = site.rule;
    synapses = new SynapseSweep64(form, window);
    spikes = form.isTimed() ? Optional.of(site.spikes(form.site(), window)) : Optional.empty();
  }

  /** Everything that changes during an episode, but for rule states. */
  List<double[][]> evolving() {
    List<double[][]> all = synapses.evolving();
    spikes.ifPresent(s -> all.addAll(s.evolving()));
    return all;
  }

  /** Bytes of all arrays. */
  static long bytes(ProjectionForm64 form, int window) {
    return SiteSweep64.bytes(form.site())
        + SynapseSweep64.bytes(form, window)
        + (form.isTimed()
            ? SpikeSweep64.bytes(form.site(), window) + TimedSweep64.bytes(form.shape(), window)
            : 0);
  }

  /** Bytes of all that changes during an episode, rule states included. */
  static long evolvingBytes(ProjectionForm64 form) {
    return SynapseSweep64.evolvingBytes(form)
        + SiteTape64.stateBytes(form.site())
        + SiteSweep64.evolvingBytes(form.site())
        + SpikeSweep64.traceBytes(form.site());
  }

  /** An empty tape. */
  SiteTape64 tape() {
    return new SiteTape64(form.site(), form.traceStates());
  }

  /**
   * The currents of window {@code w} of the tape.
   *
   * @param pre the sender's spikes in the window
   * @param current overwritten
   */
  void forward(SiteTape64 tape, int w, SpikeEvents pre, double[][] current) {
    synapses.forward(rule.weightInOrder(tape, w), tape.trace[w], pre, current);
  }

  /**
   * The reverse of {@link #forward}.
   *
   * @param adjoint adjoints of the currents by step of the window, modified
   * @param preAdjoint adjoints of the sender's spikes by step of the window, added to; unused where
   *     the sender is a spike source
   * @param first whether this is the first window that adjoints reach
   */
  void backward(
      SiteTape64 tape,
      int w,
      SpikeEvents pre,
      double[][] adjoint,
      double[][] preAdjoint,
      boolean first) {
    double[][] weight = form.inner() ? rule.weight(tape, w) : NONE;
    synapses.backward(
        weight,
        tape.trace[w],
        pre,
        adjoint,
        preAdjoint,
        form.inner(),
        rule.weightAdjoint(),
        rule.isDirect());
    if (first) {
      synapses.heardAdjoint(tape.heard, rule.weightAdjoint());
    }
    rule.spread(tape, w, first);
  }
}
