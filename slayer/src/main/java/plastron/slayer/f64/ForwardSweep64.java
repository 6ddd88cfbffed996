package plastron.slayer.f64;

import org.jspecify.annotations.Nullable;
import plastron.slayer.f64.rule.SiteSweep64;
import plastron.slayer.sweep.SweepObserver;

/**
 * The way forward: windows in order, in each window component by component, at its end all trace
 * updates from the same rates. On the way back it recomputes what a tape does not hold.
 */
final class ForwardSweep64 {

  private final GraphSweep64 parts;

  ForwardSweep64(GraphSweep64 parts) {
    this.parts = parts;
  }

  /**
   * Runs all windows of a tape from what the parts are at present.
   *
   * @param tape begun
   * @param observer told everything, or null
   */
  void run(Tape64 tape, @Nullable SweepObserver observer) {
    tape.run = 0;
    for (int run = 0; run < tape.plan.runs(); run++) {
      if (run > 0) {
        int length = tape.plan.start(run) - tape.plan.start(run - 1);
        for (int s = 0; s < parts.sites.length; s++) {
          parts.sites[s].rule.carry(tape.sites[s], length, 0);
        }
      }
      if (tape.plan.runs() > 1 || tape.isChunk()) {
        parts.save(tape, run);
      }
      run(tape, run, observer);
    }
  }

  private void run(Tape64 tape, int run, @Nullable SweepObserver observer) {
    tape.run = run;
    rounds(tape);
    int start = tape.plan.start(run);
    int end = tape.plan.start(run + 1);
    tape.stretch = tape.plan.stretchOf(end - 1 - start);
    for (int w = start; w < end; w++) {
      window(tape, w, w - start);
      if (observer != null) {
        observe(observer, tape, w, w - start);
      }
    }
  }

  private void rounds(Tape64 tape) {
    for (SiteSweep64 site : parts.sites) {
      site.rounds(!tape.exact);
    }
  }

  private void window(Tape64 tape, int w, int slot) {
    int from = w * parts.window;
    int steps = tape.stepsOf(w, parts.window);
    for (int p : parts.inputs) {
      tape.list(slot, p, from, steps);
    }
    for (ComponentSweep64 component : parts.components) {
      component.forward(tape, slot, from, steps);
    }
    keepPotentials(tape, slot, from, steps);
    parts.meters.forward(tape.events(slot), tape.rates[slot]);
    if (steps == parts.window) {
      for (int m : parts.moduleOrder) {
        parts.modules[m].forward(tape.modules[m], w, tape.rates[slot], tape.input(), tape.modules);
      }
    }
    SiteSweep64[] sites = parts.sites;
    for (int s = 0; s < sites.length; s++) {
      if (steps == parts.window) {
        long key = tape.key(parts.window, w, s);
        sites[s].measure(tape.sites[s], slot, tape.events(slot), key);
        sites[s].show(tape.sites[s], slot, tape.rates[slot], tape.input(), tape.modules, w);
        sites[s].rule.update(tape.sites[s], slot, key);
      } else {
        sites[s].rule.keep(tape.sites[s], slot);
      }
    }
  }

  private void keepPotentials(Tape64 tape, int slot, int from, int steps) {
    for (int p = 0; p < parts.sizes.length; p++) {
      for (int t = 0; tape.potentials[p].length > 0 && t < steps; t++) {
        double[] u = tape.population(p).potential[slot * parts.window + t];
        System.arraycopy(u, 0, tape.potentials[p][from + t], 0, u.length);
      }
    }
  }

  private void observe(SweepObserver observer, Tape64 tape, int w, int slot) {
    int steps = tape.stepsOf(w, parts.window);
    for (int p = 0; p < parts.sizes.length; p++) {
      for (int t = 0; parts.populations[p] != null && t < steps; t++) {
        double[] u = tape.population(p).potential[slot * parts.window + t];
        for (int i = 0; i < u.length; i++) {
          observer.potential(p, w * parts.window + t, i, u[i]);
        }
      }
    }
    for (int s = 0; steps == parts.window && s < parts.sites.length; s++) {
      parts.sites[s].rule.observe(observer, w, s);
    }
  }

  /** Recomputes what the tape does not hold of a window; returns its number within its run. */
  int hold(Tape64 tape, int w) {
    rounds(tape);
    int run = tape.plan.runOf(w);
    if (run != tape.run) {
      parts.restore(tape, tape.boundaries.get(run));
      run(tape, run, null);
    }
    int slot = w - tape.plan.start(run);
    if (tape.plan.stretchOf(slot) != tape.stretch) {
      recall(tape, slot);
    }
    return slot;
  }

  /**
   * Fills a stretch of the run that is held, as far as a window: none of those before it ended
   * without an update.
   */
  private void recall(Tape64 tape, int slot) {
    tape.stretch = tape.plan.stretchOf(slot);
    int start = tape.plan.start(tape.run);
    SiteSweep64[] sites = parts.sites;
    for (int s = tape.plan.stretchStart(tape.stretch); s <= slot; s++) {
      int w = start + s;
      for (int p = 0; p < parts.sizes.length; p++) {
        tape.list(s, p, w * parts.window, tape.stepsOf(w, parts.window));
      }
      if (s < slot) {
        parts.again(tape, s, w);
      }
      for (int k = 0; s < slot && k < sites.length; k++) {
        sites[k].show(tape.sites[k], s, tape.rates[s], tape.input(), tape.modules, w);
        sites[k].rule.updateAgain(tape.sites[k], s, tape.key(parts.window, w, k));
      }
    }
  }
}
