package plastron.slayer.f64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import plastron.core.run.Input;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.OutputAdjoint;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.SpikeEvents;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepMemory;
import plastron.slayer.sweep.SweepObserver;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.Tape;
import plastron.slayer.sweep.TapePlan;

/**
 * A whole model, forwards and backwards: windows in order, in each window component by component,
 * at its end all trace updates from the same rates. What a {@link TapePlan} leaves out is
 * recomputed on the way back: rule states stretch by stretch, everything else run by run. Longer
 * than most, since both ways stand side by side.
 */
public final class Sweep64 implements Sweep {

  private final ParameterLayout layout;
  private final SweepOptions options;
  private final SweepMemory memory;
  private final PlasticGraph graph;
  private final int[] sizes;
  private final int[] inputs;
  private final int window;
  private final ProjectionSweep64[] projections;
  private final DriveSweep64[] drives;
  private final SiteSweep64[] sites;

  /** By population; none for spike sources. */
  private final @Nullable PopulationSweep64[] populations;

  private final List<ComponentSweep64> components = new ArrayList<>();
  private final RateMeters64 meters;
  private final double[][][] spikeAdjoint;
  private @Nullable SweepObserver observer;

  /** A sweep for a model's shape, loaded with its parameters. */
  public Sweep64(PlasticModel model, SweepOptions options) {
    this.options = options;
    graph = model.graph();
    layout = new ParameterLayout(model);
    GraphForm64 form = GraphForm64.of(graph, options);
    memory = form.memory();
    sizes = graph.sizes();
    inputs = graph.inputs();
    window = form.window();
    projections =
        form.projections().stream()
            .map(p -> new ProjectionSweep64(p, window))
            .toArray(ProjectionSweep64[]::new);
    drives = form.drives().stream().map(DriveSweep64::new).toArray(DriveSweep64[]::new);
    sites = new SiteSweep64[projections.length + drives.length];
    Arrays.setAll(
        sites,
        s -> s < projections.length ? projections[s].site : drives[s - projections.length].site);
    populations = new PopulationSweep64[sizes.length];
    for (List<Integer> members : form.components().members()) {
      List<PopulationSweep64> swept = new ArrayList<>();
      for (int p : members) {
        if (!isSource(p)) {
          populations[p] = new PopulationSweep64(form, p, projections, drives);
          swept.add(Objects.requireNonNull(populations[p]));
        }
      }
      if (!swept.isEmpty()) {
        components.add(new ComponentSweep64(form, swept, projections));
      }
    }
    spikeAdjoint = new double[sizes.length][window][];
    for (int p = 0; p < sizes.length; p++) {
      for (int t = 0; t < window; t++) {
        spikeAdjoint[p][t] = new double[isSource(p) ? 0 : sizes[p]];
      }
    }
    meters = new RateMeters64(graph.clock(), sizes, sites, window, inputs);
    for (SiteSweep64 site : sites) {
      site.wire(meters.rateAdjoint);
    }
    load(layout.flatten(model));
  }

  private boolean isSource(int population) {
    return IntStream.of(inputs).anyMatch(p -> p == population);
  }

  /** What such a sweep and its tapes take. */
  public static SweepMemory memory(PlasticGraph graph, SweepOptions options) {
    return GraphForm64.of(graph, options).memory();
  }

  @Override
  public void load(FlatVector parameters) {
    for (ParameterLayout.RuleSlot slot : layout.rules()) {
      sites[slot.site()].rule.load(slot, parameters);
    }
    for (ParameterLayout.NeuronSlot slot : layout.neurons()) {
      learned(slot).load(slot, parameters);
    }
    for (SiteSweep64 site : sites) {
      site.rule.clearGradient();
    }
    for (ParameterLayout.NeuronSlot slot : layout.neurons()) {
      learned(slot).clearGradient();
    }
  }

  private VariedMembrane64 learned(ParameterLayout.NeuronSlot slot) {
    return (VariedMembrane64) Objects.requireNonNull(populations[slot.population()]).membrane;
  }

  @Override
  public Tape tape() {
    PopulationTape64[] kept = new PopulationTape64[sizes.length];
    boolean[] integrators = new boolean[sizes.length];
    for (int p = 0; p < sizes.length; p++) {
      PopulationSweep64 population = populations[p];
      if (population != null) {
        kept[p] = population.tape();
        integrators[p] = population.membrane instanceof IntegratorMembrane64;
      }
    }
    SiteTape64[] tapes = new SiteTape64[sites.length];
    Arrays.setAll(
        tapes,
        s ->
            s < projections.length ? projections[s].tape() : drives[s - projections.length].tape());
    return new Tape64(sizes, inputs, integrators, kept, tapes);
  }

  @Override
  public void forward(Tape record, Input input) {
    check(input);
    Tape64 tape = (Tape64) record;
    TapePlan plan = memory.plan(options.tape(), input.steps());
    tape.begin(input, plan);
    for (double[][] rows : evolving(tape)) {
      Arrays64.clear(rows);
    }
    for (int run = 0; run < plan.runs(); run++) {
      for (int s = 0; run > 0 && s < sites.length; s++) {
        sites[s].rule.carry(tape.sites[s], plan.start(run) - plan.start(run - 1), 0);
      }
      if (plan.runs() > 1) {
        tape.boundaries.add(save(tape));
      }
      forwardRun(tape, run);
    }
  }

  private void check(Input input) {
    if (input.spikes().size() != inputs.length) {
      throw new IllegalArgumentException(
          "Input (%d rasters) must have one for every one of the model's %d spike sources."
              .formatted(input.spikes().size(), inputs.length));
    }
    for (int k = 0; k < inputs.length; k++) {
      if (input.spikes().get(k).neurons() != sizes[inputs[k]]) {
        throw new IllegalArgumentException(
            "Input raster (%d neurons) must have the %d of population %s."
                .formatted(
                    input.spikes().get(k).neurons(),
                    sizes[inputs[k]],
                    graph.populations().get(inputs[k]).name()));
      }
    }
    graph.checkSignals(input.signals());
  }

  private int windows(Tape64 tape) {
    return (tape.steps + window - 1) / window;
  }

  private List<double[][]> evolving(Tape64 tape) {
    List<double[][]> all = new ArrayList<>();
    for (PopulationSweep64 population : populations) {
      if (population != null) {
        all.add(population.evolving());
      }
    }
    for (int p = 0; p < projections.length; p++) {
      all.addAll(projections[p].evolving(tape.sites[p]));
    }
    for (int d = 0; d < drives.length; d++) {
      all.addAll(drives[d].site.rule.evolving(tape.sites[projections.length + d]));
    }
    all.addAll(meters.evolving());
    return all;
  }

  private List<double[][]> save(Tape64 tape) {
    List<double[][]> copies = new ArrayList<>();
    for (double[][] rows : evolving(tape)) {
      copies.add(Arrays64.copyOf(rows));
    }
    return copies;
  }

  private void restore(Tape64 tape, List<double[][]> saved) {
    List<double[][]> live = evolving(tape);
    for (int i = 0; i < live.size(); i++) {
      Arrays64.copy(saved.get(i), live.get(i));
    }
  }

  private void forwardRun(Tape64 tape, int run) {
    tape.run = run;
    int start = tape.plan.start(run);
    int end = tape.plan.start(run + 1);
    tape.stretch = tape.plan.stretchOf(end - 1 - start);
    for (int w = start; w < end; w++) {
      int from = w * window;
      int to = Math.min(from + window, tape.steps);
      int slot = w - start;
      SpikeEvents[] events = tape.events(slot);
      for (int p : inputs) {
        events[p].read(tape.spikes[p], from, to);
      }
      for (ComponentSweep64 component : components) {
        component.forward(tape, slot, from, to - from);
      }
      keepPotentials(tape, slot, from, to);
      meters.forward(events, tape.rates[slot]);
      boolean whole = to - from == window;
      for (int s = 0; s < sites.length; s++) {
        if (whole) {
          sites[s].show(tape.rates[slot], tape.input(), w);
          sites[s].rule.update(tape.sites[s], slot);
        } else {
          sites[s].rule.keep(tape.sites[s], slot);
        }
      }
      if (observer != null) {
        observe(observer, tape, w, slot, from, to, whole);
      }
    }
  }

  private void keepPotentials(Tape64 tape, int slot, int from, int to) {
    for (int p = 0; p < sizes.length; p++) {
      if (tape.potentials[p].length > 0) {
        for (int t = from; t < to; t++) {
          double[] u = tape.population(p).potential[slot * window + t - from];
          System.arraycopy(u, 0, tape.potentials[p][t], 0, u.length);
        }
      }
    }
  }

  @Override
  public void backward(Tape record, Adjoints adjoints) {
    Tape64 tape = (Tape64) record;
    int total = windows(tape);
    for (int w = total - 1; w >= 0; w--) {
      int slot = hold(tape, w);
      boolean last = w == total - 1 || (w + 1) % options.truncateWindows() == 0;
      if (last) {
        clearAdjoints();
      }
      int steps = Math.min(window, tape.steps - w * window);
      setSpikeAdjoints(w, steps, adjoints);
      if (!last) {
        updateAdjoint(tape, w, slot);
      }
      boolean first = w % options.truncateWindows() == 0;
      for (ComponentSweep64 component : components.reversed()) {
        component.backward(tape, slot, spikeAdjoint, steps, first);
      }
    }
  }

  /** Recomputes what the tape does not hold of a window; returns its number within its run. */
  private int hold(Tape64 tape, int w) {
    int run = tape.plan.runOf(w);
    if (run != tape.run) {
      restore(tape, tape.boundaries.get(run));
      forwardRun(tape, run);
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
    for (int s = tape.plan.stretchStart(tape.stretch); s <= slot; s++) {
      int from = (start + s) * window;
      for (int p = 0; p < sizes.length; p++) {
        tape.events(s)[p].read(tape.spikes[p], from, Math.min(from + window, tape.steps));
      }
      for (int k = 0; s < slot && k < sites.length; k++) {
        sites[k].show(tape.rates[s], tape.input(), start + s);
        sites[k].rule.updateAgain(tape.sites[k], s);
      }
    }
  }

  private void clearAdjoints() {
    for (PopulationSweep64 population : populations) {
      if (population != null) {
        population.clearAdjoint();
      }
    }
    for (ProjectionSweep64 projection : projections) {
      projection.clearAdjoint();
    }
    for (DriveSweep64 drive : drives) {
      drive.site.rule.clearAdjoint();
    }
    meters.clearAdjoint();
  }

  private void setSpikeAdjoints(int w, int steps, Adjoints adjoints) {
    for (int p = 0; p < sizes.length; p++) {
      OutputAdjoint own = adjoints.of(p);
      for (int t = 0; populations[p] != null && t < steps; t++) {
        if (own.isEmpty()) {
          Arrays.fill(spikeAdjoint[p][t], 0);
        } else {
          own.copy(w * window + t, spikeAdjoint[p][t]);
        }
      }
    }
  }

  private void updateAdjoint(Tape64 tape, int w, int slot) {
    meters.clearRateAdjoint();
    for (int s = 0; s < sites.length; s++) {
      sites[s].show(tape.rates[slot], tape.input(), w);
      sites[s].updateAdjoint(tape.sites[s], slot);
    }
    meters.backward(spikeAdjoint, window);
  }

  @Override
  public void drain(FlatVector gradient) {
    for (ParameterLayout.RuleSlot slot : layout.rules()) {
      sites[slot.site()].rule.drain(slot, gradient);
    }
    for (ParameterLayout.NeuronSlot slot : layout.neurons()) {
      learned(slot).drain(slot, gradient);
    }
    for (ParameterLayout.NeuronSlot slot : layout.neurons()) {
      learned(slot).clearGradient();
    }
  }

  @Override
  public void replay(Tape tape, SweepObserver newObserver) {
    observer = newObserver;
    try {
      forward(tape, ((Tape64) tape).input());
    } finally {
      observer = null;
    }
  }

  private void observe(
      SweepObserver watching, Tape64 tape, int w, int slot, int from, int to, boolean whole) {
    for (int p = 0; p < sizes.length; p++) {
      for (int t = from; populations[p] != null && t < to; t++) {
        double[] u = tape.population(p).potential[slot * window + t - from];
        for (int i = 0; i < u.length; i++) {
          watching.potential(p, t, i, u[i]);
        }
      }
    }
    for (int s = 0; whole && s < sites.length; s++) {
      sites[s].rule.observe(watching, w, s);
    }
  }
}
