package plastron.slayer.f64;

import java.util.Arrays;
import java.util.List;
import plastron.slayer.f64.rule.SiteTape64;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.Chunk;
import plastron.slayer.sweep.OutputAdjoint;

/**
 * The way back: the windows of {@link ForwardSweep64} in reverse, from one chunk into the one
 * before.
 */
final class BackwardSweep64 {

  private final GraphSweep64 parts;
  private final ForwardSweep64 forward;
  private final int truncateWindows;

  /** By population and step of the window. */
  private final double[][][] spikeAdjoint;

  BackwardSweep64(GraphSweep64 parts, ForwardSweep64 forward) {
    this.parts = parts;
    this.forward = forward;
    truncateWindows = parts.form.options().truncateWindows();
    int[] sizes = parts.sizes;
    spikeAdjoint = new double[sizes.length][parts.window][];
    for (int p = 0; p < sizes.length; p++) {
      int n = parts.isSource(p) ? 0 : sizes[p];
      Arrays.setAll(spikeAdjoint[p], t -> new double[n]);
    }
  }

  /** Adds to the gradients. */
  void run(List<Chunk> chunks) {
    // A chunk without steps is no place for a cut.
    List<Chunk> taken = chunks.stream().filter(chunk -> chunk.tape().steps() > 0).toList();
    for (int c = taken.size() - 1; c >= 0; c--) {
      Tape64 tape = (Tape64) taken.get(c).tape();
      Adjoints adjoints = taken.get(c).adjoints();
      int windows = tape.plan.total();
      for (int w = windows - 1; w >= 0; w--) {
        boolean last = (w == windows - 1 && c == taken.size() - 1) || isCut(tape, w + 1);
        boolean first = (w == 0 && c == 0) || isCut(tape, w);
        window(tape, adjoints, w, last, first);
      }
    }
  }

  /** Whether what a window begins with is a constant, wherever chunks begin. */
  private boolean isCut(Tape64 tape, int w) {
    return truncateWindows < Integer.MAX_VALUE
        && (tape.first / parts.window + w) % truncateWindows == 0;
  }

  /**
   * @param last whether this is the last window that adjoints come from
   * @param first whether this is the first window that adjoints reach
   */
  private void window(Tape64 tape, Adjoints adjoints, int w, boolean last, boolean first) {
    int slot = forward.hold(tape, w);
    if (last) {
      parts.clearAdjoints();
    }
    int steps = tape.stepsOf(w, parts.window);
    parts.again(tape, slot, w);
    setSpikeAdjoints(adjoints, w * parts.window, steps);
    if (!last || (parts.modules.length > 0 && steps == parts.window)) {
      endAdjoint(tape, adjoints, w, slot, last);
    }
    for (int k = parts.components.length - 1; k >= 0; k--) {
      parts.components[k].backward(tape, slot, spikeAdjoint, w * parts.window, steps, first);
    }
  }

  private void setSpikeAdjoints(Adjoints adjoints, int from, int steps) {
    for (int p = 0; p < parts.sizes.length; p++) {
      OutputAdjoint own = adjoints.of(p);
      for (int t = 0; parts.populations[p] != null && t < steps; t++) {
        if (own.isEmpty()) {
          Arrays.fill(spikeAdjoint[p][t], 0);
        } else {
          own.copy(from + t, spikeAdjoint[p][t]);
        }
      }
    }
  }

  /**
   * The reverse of what happens at the end of a full window.
   *
   * @param last whether nothing depends on what the rules did there
   */
  private void endAdjoint(Tape64 tape, Adjoints adjoints, int w, int slot, boolean last) {
    parts.meters.clearRateAdjoint();
    for (int m = 0; m < parts.modules.length; m++) {
      parts.modules[m].beginAdjoint(tape.modules[m], w, adjoints.ofModule(m));
    }
    for (int s = 0; s < parts.sites.length && !last; s++) {
      SiteTape64 site = tape.sites[s];
      parts.sites[s].show(site, slot, tape.rates[slot], tape.input(), tape.modules, w);
      parts.sites[s].updateAdjoint(site, slot, w);
    }
    for (int k = parts.modules.length - 1; k >= 0; k--) {
      int m = parts.moduleOrder[k];
      parts.modules[m].backward(tape.modules[m], w, parts.meters.rateAdjoint, parts.modules);
    }
    parts.meters.backward(spikeAdjoint, parts.window);
  }
}
