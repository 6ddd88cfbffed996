package plastron.slayer.f64;

import java.util.List;
import java.util.Objects;
import plastron.core.run.Input;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.f64.membrane.VariedMembrane64;
import plastron.slayer.f64.rule.SiteSweep64;
import plastron.slayer.sweep.Chunk;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.StateGrid;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepMemory;
import plastron.slayer.sweep.SweepObserver;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.SweepState;
import plastron.slayer.sweep.Tape;
import plastron.slayer.sweep.TapePlan;

/**
 * A whole model, forwards ({@link ForwardSweep64}) and backwards ({@link BackwardSweep64}), and its
 * parameters. What a {@link TapePlan} leaves out is recomputed on the way back: rule states stretch
 * by stretch, everything else run by run.
 */
public final class Sweep64 implements Sweep {

  private final ParameterLayout layout;
  private final PlasticGraph graph;
  private final SweepOptions options;
  private final SweepMemory memory;
  private final GraphSweep64 parts;
  private final ForwardSweep64 forward;
  private final BackwardSweep64 backward;
  private long key;
  private boolean exact;

  /** A sweep for a model's shape, loaded with its parameters. */
  public Sweep64(PlasticModel model, SweepOptions options) {
    this.options = options;
    graph = model.graph();
    layout = new ParameterLayout(model);
    GraphForm64 form = GraphForm64.of(graph, options);
    memory = form.memory();
    parts = new GraphSweep64(form);
    forward = new ForwardSweep64(parts);
    backward = new BackwardSweep64(parts, forward);
    load(layout.flatten(model));
  }

  /** What such a sweep and its tapes take. */
  public static SweepMemory memory(PlasticGraph graph, SweepOptions options) {
    return GraphForm64.of(graph, options).memory();
  }

  @Override
  public void load(FlatVector parameters) {
    for (ParameterLayout.RuleSlot slot : layout.rules()) {
      parts.sites[slot.site()].rule.load(slot, parameters);
    }
    for (ParameterLayout.NeuronSlot slot : layout.neurons()) {
      learned(slot).load(slot, parameters);
    }
    for (ParameterLayout.ModuleSlot slot : layout.modules()) {
      parts.modules[slot.module()].load(parameters, slot.offset());
    }
    for (SiteSweep64 site : parts.sites) {
      site.rule.clearGradient();
    }
    for (ParameterLayout.NeuronSlot slot : layout.neurons()) {
      learned(slot).clearGradient();
    }
  }

  @Override
  public void round(List<StateGrid> states) {
    for (int s = 0; s < parts.sites.length; s++) {
      int site = s;
      parts.sites[s].round(states.stream().filter(g -> g.site() == site).toList());
    }
  }

  @Override
  public void key(long newKey) {
    key = newKey;
    exact = false;
  }

  @Override
  public void exact() {
    exact = true;
  }

  private VariedMembrane64 learned(ParameterLayout.NeuronSlot slot) {
    return (VariedMembrane64) Objects.requireNonNull(parts.populations[slot.population()]).membrane;
  }

  @Override
  public Tape tape() {
    return parts.tape();
  }

  @Override
  public SweepState state() {
    return parts.state();
  }

  @Override
  public void forward(Tape record, Input input) {
    check(input);
    Tape64 tape = (Tape64) record;
    tape.key = key;
    tape.exact = exact;
    tape.begin(input, memory.plan(options.tape(), input.steps()));
    parts.rest(tape);
    parts.beginModules(tape);
    forward.run(tape, null);
  }

  @Override
  public void forward(Tape record, SweepState from, Input input) {
    check(input);
    SweepState64 state = (SweepState64) from;
    Tape64 tape = (Tape64) record;
    parts.requireOwn(state);
    if (state.step() % parts.form.chunkSteps() != 0) {
      throw new IllegalArgumentException(
          "State (after %d steps) must be at the end of a window of %d steps for a chunk to go on."
              .formatted(state.step(), parts.form.chunkSteps()));
    }
    tape.key = key;
    tape.exact = exact;
    tape.beginChunk(input, memory.chunkPlan(options.tape(), input.steps()), state);
    parts.restore(tape, state.evolving);
    parts.beginModules(tape);
    forward.run(tape, null);
    parts.leaveModules(tape);
    parts.leave(tape, state);
  }

  private void check(Input input) {
    int[] sources = graph.inputs();
    if (input.spikes().size() != sources.length) {
      throw new IllegalArgumentException(
          "Input (%d rasters) must have one for every one of the model's %d spike sources."
              .formatted(input.spikes().size(), sources.length));
    }
    for (int k = 0; k < sources.length; k++) {
      int neurons = graph.populations().get(sources[k]).size();
      if (input.spikes().get(k).neurons() != neurons) {
        throw new IllegalArgumentException(
            "Input raster (%d neurons) must have the %d of population %s."
                .formatted(
                    input.spikes().get(k).neurons(),
                    neurons,
                    graph.populations().get(sources[k]).name()));
      }
    }
    graph.checkSignals(input.signals());
  }

  @Override
  public void backward(List<Chunk> chunks) {
    for (int c = 1; c < chunks.size(); c++) {
      Tape64 earlier = (Tape64) chunks.get(c - 1).tape();
      Tape64 later = (Tape64) chunks.get(c).tape();
      if (later.first != earlier.first + earlier.steps) {
        throw new IllegalArgumentException(
            "Chunk %d (from step %d) must begin where the one before it ended, at step %d."
                .formatted(c, later.first, earlier.first + earlier.steps));
      }
    }
    backward.run(chunks);
  }

  @Override
  public void drain(FlatVector gradient) {
    for (ParameterLayout.RuleSlot slot : layout.rules()) {
      parts.sites[slot.site()].rule.drain(slot, gradient);
    }
    for (ParameterLayout.NeuronSlot slot : layout.neurons()) {
      learned(slot).drain(slot, gradient);
    }
    for (ParameterLayout.ModuleSlot slot : layout.modules()) {
      parts.modules[slot.module()].drain(gradient, slot.offset());
    }
    for (ParameterLayout.NeuronSlot slot : layout.neurons()) {
      learned(slot).clearGradient();
    }
  }

  @Override
  public void replay(Tape record, SweepObserver observer) {
    Tape64 tape = (Tape64) record;
    if (tape.steps == 0) {
      return;
    }
    if (tape.isChunk()) {
      parts.restore(tape, tape.boundaries.getFirst());
    } else {
      parts.rest(tape);
    }
    forward.run(tape, observer);
  }
}
