package plastron.slayer.f64;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Populations that reach each other, or a single one, forwards and backwards over one window after
 * another: a population goes through a window at once, unless it has synapses to itself or receives
 * by synapses that single spikes change; others go step by step.
 */
final class ComponentSweep64 {

  private final List<PopulationSweep64> members;
  private final List<Loop> loops = new ArrayList<>();

  /** A projection to a member, its index, and that of the sending population. */
  private record Loop(LoopSweep64 sweep, int site, int from, PopulationSweep64 to) {}

  /**
   * @param members what is in the component, but for spike sources
   * @param projections all of the model
   */
  ComponentSweep64(
      GraphForm64 form, List<PopulationSweep64> members, ProjectionSweep64[] projections) {
    this.members = members;
    Map<Integer, PopulationSweep64> byIndex = new HashMap<>();
    members.forEach(m -> byIndex.put(m.index, m));
    for (int p = 0; p < projections.length; p++) {
      ProjectionForm64 projection = form.projections().get(p);
      PopulationSweep64 to = byIndex.get(projection.to());
      if (projection.loop() && to != null) {
        loops.add(new Loop(loop(projections[p], p, form.window()), p, projection.from(), to));
      }
    }
  }

  private static LoopSweep64 loop(ProjectionSweep64 projection, int site, int window) {
    return projection
        .spikes
        .<LoopSweep64>map(spikes -> new TimedSweep64(projection, spikes, site, window))
        .orElseGet(() -> new LoopSweep64(projection, window));
  }

  /**
   * Lets the spikes on the tape change weights once more in window {@code w} of it: rules have then
   * the states of its end.
   *
   * @param from first step of the window
   */
  void again(Tape64 tape, int w, int from, int steps) {
    for (Loop loop : loops) {
      loop.sweep().again(tape, tape.sites[loop.site()], w, from, steps);
    }
  }

  /** Runs window {@code w} of the tape, of so many steps from step {@code from} of the episode. */
  void forward(Tape64 tape, int w, int from, int steps) {
    for (PopulationSweep64 member : members) {
      member.gather(tape, w, steps);
    }
    if (loops.isEmpty()) {
      for (PopulationSweep64 member : members) {
        member.forward(tape, w, from, steps);
      }
    } else {
      forwardTogether(tape, w, from, steps);
    }
    for (PopulationSweep64 member : members) {
      tape.list(w, member.index, from, steps);
    }
  }

  private void forwardTogether(Tape64 tape, int w, int from, int steps) {
    for (Loop loop : loops) {
      loop.sweep().begin(tape.sites[loop.site()], w);
    }
    for (int t = 0; t < steps; t++) {
      for (Loop loop : loops) {
        loop.sweep().arrive(tape, t, from + t, loop.to().current[t]);
      }
      for (PopulationSweep64 member : members) {
        member.step(tape, w, from, t);
      }
      for (Loop loop : loops) {
        loop.sweep().send(tape, t, from + t);
      }
      for (Loop loop : loops) {
        loop.sweep().learn(tape, t, from + t);
      }
    }
    for (Loop loop : loops) {
      loop.sweep().end(steps);
    }
  }

  /**
   * The reverse of {@link #forward}.
   *
   * @param spikeAdjoint adjoints of spikes by population and step of the window, modified
   * @param from first step of the window
   * @param first whether this is the first window that adjoints reach
   */
  void backward(Tape64 tape, int w, double[][][] spikeAdjoint, int from, int steps, boolean first) {
    for (PopulationSweep64 member : members) {
      member.beginAdjoint(tape, w, steps);
    }
    if (loops.isEmpty()) {
      for (PopulationSweep64 member : members) {
        member.backward(tape, w, spikeAdjoint[member.index], steps);
      }
    } else {
      backwardTogether(tape, w, spikeAdjoint, from, steps, first);
    }
    for (PopulationSweep64 member : members) {
      member.gatherAdjoint(tape, w, spikeAdjoint[member.index], spikeAdjoint, steps, first);
    }
  }

  private void backwardTogether(
      Tape64 tape, int w, double[][][] spikeAdjoint, int from, int steps, boolean first) {
    for (Loop loop : loops) {
      double[][] sender = spikeAdjoint[loop.from()];
      loop.sweep().beginAdjoint(tape.sites[loop.site()], w, sender, steps);
    }
    for (int t = steps - 1; t >= 0; t--) {
      for (Loop loop : loops) {
        loop.sweep().learnAdjoint(tape, t, from + t, spikeAdjoint[loop.to().index][t]);
      }
      for (Loop loop : loops) {
        loop.sweep().sendAdjoint(tape, t, from + t, steps);
      }
      for (PopulationSweep64 member : members) {
        member.stepAdjoint(tape, w, t, spikeAdjoint[member.index][t]);
      }
      for (Loop loop : loops) {
        loop.sweep().arriveAdjoint(tape, t, from + t, spikeAdjoint[loop.to().index][t]);
      }
    }
    for (Loop loop : loops) {
      loop.sweep().endAdjoint(tape.sites[loop.site()], w, tape.events(w)[loop.from()], first);
    }
  }
}
