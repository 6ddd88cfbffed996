package plastron.plasticity.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import plastron.core.check.Require;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.module.ModuleBuilder;
import plastron.plasticity.rate.RateBlock;

/**
 * Builds a model as one reads the network: populations, then what leads from which to which. All of
 * it is checked by {@link #build}, which refuses what has no meaning in a line that names it.
 *
 * <pre>{@code
 * PlasticModel model =
 *     PlasticModel.named("pair")
 *         .source("in", 2)
 *         .population("out", 1, new Neuron.Lif(1, 0.9, 0, Neuron.Reset.HARD, 0))
 *         .projection("in", "out", p -> p.rule("dp-oja").set("W", 0.5).set("eta", 0.1))
 *         .updateEvery(10)
 *         .build();
 * }</pre>
 *
 * <p>Rules act every {@link #INTERVAL} steps and read mean rates, unless another clock is given;
 * random numbers come from the seed 0, unless another is given.
 */
public final class ModelBuilder {

  /** Steps between two updates, unless other ones are given. */
  public static final int INTERVAL = 16;

  private final String name;
  private final List<Population> populations = new ArrayList<>();
  private final List<ProjectionBuilder> projections = new ArrayList<>();
  private final List<DriveBuilder> drives = new ArrayList<>();
  private final List<ModuleBuilder> modules = new ArrayList<>();
  private final List<Learned> learned = new ArrayList<>();
  private final Map<String, String> provenance = new LinkedHashMap<>();
  private Clock clock = new Clock(INTERVAL, new RateEstimator.Boxcar(), 1);
  private long seed;

  ModelBuilder(String name) {
    this.name = Require.name("Model name", name);
  }

  /** A population whose spikes are given from outside. */
  public ModelBuilder source(String population, int size) {
    return population(population, size, new Neuron.SpikeSource());
  }

  /** A population of neurons. */
  public ModelBuilder population(String population, int size, Neuron neuron) {
    populations.add(new Population(population, size, neuron));
    return this;
  }

  /** Synapses with fixed weights; see {@link ProjectionBuilder} for all that is not said. */
  public ModelBuilder projection(String from, String to) {
    return projection(from, to, p -> {});
  }

  /**
   * Synapses from one population to another, or to itself.
   *
   * @param how says what is not as in {@link ProjectionBuilder}
   */
  public ModelBuilder projection(String from, String to, Consumer<ProjectionBuilder> how) {
    ProjectionBuilder projection = new ProjectionBuilder(from, to);
    Require.given("Description of " + projection.name, how).accept(projection);
    projections.add(projection);
    return this;
  }

  /**
   * What modulates a population directly.
   *
   * @param how says what is not as in {@link DriveBuilder}
   */
  public ModelBuilder drive(String to, Drive.Target target, Consumer<DriveBuilder> how) {
    DriveBuilder drive = new DriveBuilder(to, Require.given("Target of a drive of " + to, target));
    Require.given("Description of " + drive.name, how).accept(drive);
    drives.add(drive);
    return this;
  }

  /**
   * A rate block in the network.
   *
   * @param module its name, by which rules and drives read what it gives
   * @param how says what it reads, and what parameters start from
   */
  public ModelBuilder module(String module, RateBlock block, Consumer<ModuleBuilder> how) {
    ModuleBuilder builder = new ModuleBuilder(module, block);
    Require.given("Description of module " + module, how).accept(builder);
    modules.add(builder);
    return this;
  }

  /** Numbers of a population's neurons that training may change. */
  public ModelBuilder learn(String population, Learned.Value value, Bounds bounds) {
    learned.add(new Learned(population, value, bounds));
    return this;
  }

  /** When rules act and what rates they read. */
  public ModelBuilder clock(Clock newClock) {
    clock = Require.given("Clock of model " + name, newClock);
    return this;
  }

  /** How many steps lie between two updates. */
  public ModelBuilder updateEvery(int steps) {
    return clock(new Clock(steps, clock.rates(), clock.referenceRate()));
  }

  /** Decides everything that is drawn. */
  public ModelBuilder seed(long newSeed) {
    seed = newSeed;
    return this;
  }

  /** An entry of {@link PlasticModel#provenance()}. */
  public ModelBuilder provenance(String key, String value) {
    provenance.put(key, value);
    return this;
  }

  /**
   * The model.
   *
   * @throws IllegalArgumentException if the network has no meaning, or a parameter does not fit
   */
  public PlasticModel build() {
    return new PlasticModel(name, drawn(outline()), provenance);
  }

  private PlasticGraph outline() {
    try {
      return new PlasticGraph(
          populations,
          projections.stream().map(ProjectionBuilder::outline).toList(),
          drives.stream().map(DriveBuilder::outline).toList(),
          modules.stream().map(ModuleBuilder::outline).toList(),
          learned,
          clock);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Model %s: %s".formatted(name, e.getMessage()), e);
    }
  }

  private PlasticGraph drawn(PlasticGraph outline) {
    List<PlasticProjection> newProjections = new ArrayList<>();
    for (int p = 0; p < projections.size(); p++) {
      PlasticProjection site = outline.projections().get(p);
      newProjections.add(site.withParameters(projections.get(p).parameters(outline, site, seed)));
    }
    List<Drive> newDrives = new ArrayList<>();
    for (int d = 0; d < drives.size(); d++) {
      Drive site = outline.drives().get(d);
      newDrives.add(site.withParameters(drives.get(d).parameters(outline, site, seed)));
    }
    return outline
        .with(newProjections, newDrives)
        .withModules(modules.stream().map(module -> module.build(seed)).toList());
  }
}
