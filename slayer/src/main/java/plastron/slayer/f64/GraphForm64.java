package plastron.slayer.f64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import plastron.core.memory.ArrayBytes;
import plastron.core.network.Components;
import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.PlasticGraph;
import plastron.slayer.f64.membrane.IntegratorMembrane64;
import plastron.slayer.f64.membrane.Membrane64;
import plastron.slayer.f64.module.ModuleForm64;
import plastron.slayer.f64.rule.RateMeters64;
import plastron.slayer.f64.rule.SiteForm64;
import plastron.slayer.f64.rule.SiteSweep64;
import plastron.slayer.f64.rule.SiteTape64;
import plastron.slayer.sweep.SweepMemory;
import plastron.slayer.sweep.SweepOptions;

/**
 * A model before any array of a sweep is made.
 *
 * @param graph its parameters may be missing
 * @param components in the order in which they go through a window
 * @param projections in the graph's order
 * @param drives the rules of the graph's drives, in its order
 * @param modules the graph's modules, in its order
 * @param window greatest number of steps of a window
 * @param options of the sweep
 */
record GraphForm64(
    PlasticGraph graph,
    Components components,
    List<ProjectionForm64> projections,
    List<SiteForm64> drives,
    List<ModuleForm64> modules,
    int window,
    SweepOptions options) {

  /** Windows of a model whose weights never change are made of about as many steps as this. */
  private static final int STATIC_STEPS = 128;

  /** The form of a model. */
  static GraphForm64 of(PlasticGraph graph, SweepOptions options) {
    Components components = graph.components();
    Set<Integer> sources = new HashSet<>(Arrays.stream(graph.inputs()).boxed().toList());
    return new GraphForm64(
        graph,
        components,
        graph.projections().stream()
            .map(p -> ProjectionForm64.of(p, graph, components, sources, options))
            .toList(),
        graph.drives().stream().map(d -> SiteForm64.of(d, graph, sources)).toList(),
        graph.modules().stream().map(m -> ModuleForm64.of(m, graph, sources)).toList(),
        window(graph, options),
        options);
  }

  /**
   * Steps of a window: those between two updates, or, as it makes no difference then, more of them
   * at a time where nothing ever changes.
   */
  private static int window(PlasticGraph graph, SweepOptions options) {
    int interval = graph.clock().updateInterval();
    return isCounted(graph, options) ? interval : Math.max(1, STATIC_STEPS / interval) * interval;
  }

  /** All chunks but the last of an episode have a multiple of so many steps. */
  int chunkSteps() {
    return isCounted(graph, options) ? graph.clock().updateInterval() : 1;
  }

  /** Whether it matters where a window ends. */
  private static boolean isCounted(PlasticGraph graph, SweepOptions options) {
    return graph.hasWindows() || options.truncateWindows() < Integer.MAX_VALUE;
  }

  /** Steps that spikes of a population are under way at most before they meet a weight. */
  int axonDelay(int population) {
    return projections.stream()
        .filter(p -> p.from() == population)
        .mapToInt(ProjectionForm64::axonDelay)
        .max()
        .orElse(0);
  }

  /** The rules of all sites, in the graph's order. */
  List<SiteForm64> sites() {
    List<SiteForm64> sites = new ArrayList<>();
    projections.forEach(p -> sites.add(p.site()));
    sites.addAll(drives);
    return sites;
  }

  /** Indices of the projections into a population, in order of declaration. */
  int[] into(int population) {
    return IntStream.range(0, projections.size())
        .filter(p -> projections.get(p).to() == population)
        .toArray();
  }

  /** Indices of the drives of a population with a target, in order of declaration. */
  int[] drives(int population, Drive.Target target) {
    return IntStream.range(0, drives.size())
        .filter(d -> graph.drives().get(d).target() == target)
        .filter(d -> graph.index(graph.drives().get(d).to()) == population)
        .toArray();
  }

  /** What a sweep and its tapes take. */
  SweepMemory memory() {
    int[] sizes = graph.sizes();
    long bytes = RateMeters64.bytes(sizes);
    long potentials = 0;
    long kept = 0;
    long state = 0;
    long boundary = RateMeters64.evolvingBytes(sizes);
    long past = 0;
    for (int p = 0; p < sizes.length; p++) {
      kept += ArrayBytes.rows(1, sizes[p], Double.BYTES);
      past += SpikeRaster.bytes(axonDelay(p), sizes[p]);
      if (!(graph.populations().get(p).neuron() instanceof Neuron.SpikeSource)) {
        Membrane64 membrane = membrane(p, 1);
        bytes += ArrayBytes.rows(window + membrane.ownRows(window), sizes[p], Double.BYTES);
        bytes += PopulationSweep64.bytes(this, p);
        kept += PopulationTape64.windowBytes(window, sizes[p], membrane.startStates());
        boundary += PopulationSweep64.evolvingBytes(this, p);
        if (membrane instanceof IntegratorMembrane64) {
          potentials += ArrayBytes.rows(1, sizes[p], Double.BYTES);
        }
      }
    }
    for (ProjectionForm64 projection : projections) {
      bytes += ProjectionSweep64.bytes(projection, window);
      bytes += projection.loop() ? LoopSweep64.bytes(window, projection.shape()) : 0;
      kept += SiteTape64.windowBytes(projection.site(), projection.traceStates());
      state += SiteTape64.stateBytes(projection.site());
      boundary += ProjectionSweep64.evolvingBytes(projection);
      past += ArrayBytes.rows(projection.heardStates(), projection.shape().pre(), Double.BYTES);
    }
    for (SiteForm64 drive : drives) {
      bytes += SiteSweep64.bytes(drive);
      kept += SiteTape64.windowBytes(drive, 0);
      state += SiteTape64.stateBytes(drive);
      boundary += SiteTape64.stateBytes(drive) + SiteSweep64.evolvingBytes(drive);
    }
    long ofModules = 0;
    for (ModuleForm64 module : modules) {
      bytes += module.bytes();
      boundary += module.evolvingBytes();
      ofModules += module.windowBytes();
    }
    return new SweepMemory(
        bytes, window, sizes, potentials, ofModules, kept, state, boundary, past);
  }

  /** The kind of a population's neurons, for so many of them. */
  Membrane64 membrane(int population, int count) {
    boolean lowered = drives(population, Drive.Target.THRESHOLD).length > 0;
    return Membrane64.of(
        graph.populations().get(population), graph.learned(), lowered, count, options);
  }
}
