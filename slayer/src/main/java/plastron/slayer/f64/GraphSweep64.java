package plastron.slayer.f64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import plastron.plasticity.module.ModuleOrder;
import plastron.slayer.f64.kernel.Arrays64;
import plastron.slayer.f64.membrane.IntegratorMembrane64;
import plastron.slayer.f64.module.ModuleForm64;
import plastron.slayer.f64.module.ModuleSweep64;
import plastron.slayer.f64.module.ModuleTape64;
import plastron.slayer.f64.rule.DriveSweep64;
import plastron.slayer.f64.rule.RateMeters64;
import plastron.slayer.f64.rule.SiteSweep64;
import plastron.slayer.f64.rule.SiteTape64;
import plastron.slayer.sweep.SpikeEvents;

/**
 * The parts of a model that a sweep goes through, wired together, and what of them evolves. Long,
 * because every kind of part is made, kept, restored and cleared here.
 */
final class GraphSweep64 {

  final GraphForm64 form;
  final int[] sizes;

  /** Indices of the spike sources. */
  final int[] inputs;

  /** Greatest number of steps of a window. */
  final int window;

  final ProjectionSweep64[] projections;
  final SiteSweep64[] sites;

  /** By population; none for spike sources. */
  final @Nullable PopulationSweep64[] populations;

  /** In the order in which they go through a window. */
  final ComponentSweep64[] components;

  final RateMeters64 meters;

  final ModuleSweep64[] modules;

  /** Indices of the modules, each after those that it reads. */
  final int[] moduleOrder;

  private final DriveSweep64[] drives;

  /** What evolves, but for rule states: these are on the tape. */
  private final double[][][] own;

  private final SpikeEvents arrived = new SpikeEvents();

  /** Lengths of a state's rows; empty until there is a state. */
  private int[] stateShape = new int[0];

  GraphSweep64(GraphForm64 form) {
    this.form = form;
    sizes = form.graph().sizes();
    inputs = form.graph().inputs();
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
    List<ComponentSweep64> inOrder = new ArrayList<>();
    for (List<Integer> members : form.components().members()) {
      List<PopulationSweep64> swept = new ArrayList<>();
      for (int p : members) {
        if (!isSource(p)) {
          populations[p] = new PopulationSweep64(form, p, projections, drives);
          swept.add(Objects.requireNonNull(populations[p]));
        }
      }
      if (!swept.isEmpty()) {
        inOrder.add(new ComponentSweep64(form, swept, projections));
      }
    }
    components = inOrder.toArray(ComponentSweep64[]::new);
    modules = form.modules().stream().map(ModuleSweep64::new).toArray(ModuleSweep64[]::new);
    moduleOrder = ModuleOrder.of(form.graph().modules());
    meters = new RateMeters64(form.graph().clock(), sizes, readRates(), window, inputs);
    for (SiteSweep64 site : sites) {
      site.wire(meters.rateAdjoint, modules);
    }
    own = own();
  }

  /** Whether a population's spikes are given. */
  boolean isSource(int population) {
    return IntStream.of(inputs).anyMatch(p -> p == population);
  }

  /** Indices of the populations whose rates rules and modules read. */
  private Set<Integer> readRates() {
    Set<Integer> read = new TreeSet<>();
    for (SiteSweep64 site : sites) {
      for (int p : site.ratePopulations()) {
        read.add(p);
      }
    }
    for (ModuleForm64 module : form.modules()) {
      module.reads().stream()
          .filter(r -> r.population() != ModuleForm64.NONE)
          .forEach(r -> read.add(r.population()));
    }
    return read;
  }

  private double[][][] own() {
    List<double[][]> all = new ArrayList<>();
    for (PopulationSweep64 population : populations) {
      if (population != null) {
        all.add(population.evolving());
      }
    }
    for (ProjectionSweep64 projection : projections) {
      all.addAll(projection.evolving());
    }
    all.addAll(meters.evolving());
    for (SiteSweep64 site : sites) {
      all.addAll(site.evolving());
    }
    for (ModuleSweep64 module : modules) {
      all.addAll(module.evolving());
    }
    return all.toArray(double[][][]::new);
  }

  /** An empty tape. */
  Tape64 tape() {
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
    ModuleTape64[] moduleTapes = new ModuleTape64[modules.length];
    Arrays.setAll(moduleTapes, m -> modules[m].tape());
    return new Tape64(sizes, inputs, integrators, kept, tapes, moduleTapes);
  }

  /** A state at rest. */
  SweepState64 state() {
    List<double[][]> evolving = new ArrayList<>();
    for (double[][] rows : own) {
      evolving.add(Arrays64.zeros(rows));
    }
    for (SiteSweep64 site : sites) {
      evolving.addAll(site.rule.states());
    }
    double[][][] underWay = new double[sizes.length][][];
    Arrays.setAll(underWay, p -> new double[form.axonDelay(p)][sizes[p]]);
    double[][][] heard = new double[projections.length][][];
    for (int p = 0; p < heard.length; p++) {
      ProjectionForm64 projection = projections[p].form;
      heard[p] = new double[projection.heardStates()][projection.shape().pre()];
    }
    return new SweepState64(evolving.toArray(double[][][]::new), underWay, heard);
  }

  /**
   * @throws IllegalArgumentException if the state is another model's
   */
  void requireOwn(SweepState64 state) {
    if (stateShape.length == 0) {
      stateShape = state().shape;
    }
    state.requireShape(stateShape);
  }

  /** Everything that evolves, with the rule states of a window on the tape. */
  private double[][][] evolving(Tape64 tape, int slot) {
    List<double[][]> all = new ArrayList<>(Arrays.asList(own));
    for (SiteTape64 site : tape.sites) {
      all.addAll(Arrays.asList(site.state(slot)));
    }
    return all.toArray(double[][][]::new);
  }

  /** Sets everything to what it is before an episode. */
  void rest(Tape64 tape) {
    for (double[][] rows : evolving(tape, 0)) {
      Arrays64.clear(rows);
    }
  }

  /** Sets everything to what {@link #save} had. */
  void restore(Tape64 tape, double[][][] saved) {
    double[][][] live = evolving(tape, 0);
    for (int i = 0; i < live.length; i++) {
      Arrays64.copy(saved[i], live[i]);
    }
  }

  /** Begins the steps of modules in all full windows of a tape, from their present states. */
  void beginModules(Tape64 tape) {
    for (int m = 0; m < modules.length; m++) {
      modules[m].begin(tape.modules[m], tape.steps / window);
    }
  }

  /** Moves the states of modules on over a tape that was just run forwards. */
  void leaveModules(Tape64 tape) {
    for (int m = 0; m < modules.length; m++) {
      modules[m].leave(tape.modules[m]);
    }
  }

  /**
   * Where single spikes change weights, lets those on the tape do so once more in a window: rules
   * have then the states of its end.
   *
   * @param slot the window, counted from the first of its run
   * @param w its number on the tape
   */
  void again(Tape64 tape, int slot, int w) {
    for (ComponentSweep64 component : components) {
      component.again(tape, slot, w * window, tape.stepsOf(w, window));
    }
  }

  /** Keeps everything before the first window of a run on the tape. */
  void save(Tape64 tape, int run) {
    tape.keep(run, evolving(tape, 0));
  }

  /**
   * Moves a state on over all steps of a tape that was just run forwards.
   *
   * @param state where the tape began
   */
  void leave(Tape64 tape, SweepState64 state) {
    double[][][] live = evolving(tape, tape.plan.total() - tape.plan.start(tape.run));
    for (int i = 0; i < live.length; i++) {
      Arrays64.copy(live[i], state.evolving[i]);
    }
    for (int p = 0; p < projections.length; p++) {
      if (state.heard[p].length > 0) {
        ProjectionForm64 projection = projections[p].form;
        int delay = projection.axonDelay();
        tape.read(projection.from(), -delay, tape.steps - delay, arrived);
        projection.filter().follow(state.heard[p], arrived);
      }
    }
    for (int p = 0; p < sizes.length; p++) {
      tape.lastSpikes(p, state.underWay[p]);
    }
    state.advance(tape.steps);
  }

  /** Forgets the adjoints of everything later. */
  void clearAdjoints() {
    for (PopulationSweep64 population : populations) {
      if (population != null) {
        population.clearAdjoint();
      }
    }
    for (ProjectionSweep64 projection : projections) {
      projection.synapses.clearAdjoint();
    }
    for (SiteSweep64 site : sites) {
      site.rule.clearAdjoint();
    }
    meters.clearAdjoint();
    for (ModuleSweep64 module : modules) {
      module.clearAdjoint();
    }
  }
}
