package plastron.tasks.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import plastron.core.network.Components;
import plastron.core.network.Population;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.Learned;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.rule.SignalDrive;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.ModelSettings;
import plastron.tasks.config.NearestName;
import plastron.tasks.config.NetworkSection;
import plastron.tasks.config.NetworkSettings;
import plastron.tasks.config.NetworkTables;
import plastron.tasks.config.Setting;
import plastron.tasks.design.Terminals;
import plastron.tasks.design.Terminals.Terminal;

/**
 * A network in words, made for a task: what tables leave out is as settings say, and the size and
 * kind of what the task feeds and reads is the task's. Sources that no table is about are added.
 */
final class DescribedNetwork {

  /** Settings without which nothing can be left out. */
  private static final List<Setting<?>> NEEDED =
      List.of(
          ModelSettings.THETA,
          ModelSettings.TAU_S,
          ModelSettings.TAU_M,
          ModelSettings.W_DRAW,
          ModelSettings.W_M_DRAW,
          ModelSettings.UPDATE_INTERVAL);

  private final Configuration config;
  private final NetworkTables tables;
  private final Terminals terminals;
  private final List<Population> populations = new ArrayList<>();
  private final List<Learned> learned = new ArrayList<>();
  private final List<Drive> drives = new ArrayList<>();

  private DescribedNetwork(Configuration config, NetworkTables tables, Terminals terminals) {
    this.config = config;
    this.tables = tables;
    this.terminals = terminals;
  }

  /**
   * The network.
   *
   * @param terminals of the task
   * @throws BadInputException if it has no meaning, or is none for the task
   */
  static InitialModel of(Configuration config, NetworkTables tables, Terminals terminals) {
    if (!NEEDED.stream().allMatch(config::has)) {
      throw new BadInputException(
          "Task (%s) takes no network of one's own, as %s has one: it does not have the settings that say what tables leave out."
              .formatted(config.task().name(), tables.origin()));
    }
    return new DescribedNetwork(config, tables, terminals).model();
  }

  private InitialModel model() {
    for (Terminal source : terminals.sources()) {
      Optional<NetworkSection> table =
          tables.populations().stream()
              .filter(t -> t.name().equals(source.population()))
              .findFirst();
      populations.add(
          table.map(this::population).orElseGet(() -> new DescribedNeuron(config).source(source)));
    }
    for (NetworkSection table : tables.populations()) {
      if (populations.stream().noneMatch(p -> p.name().equals(table.name()))) {
        populations.add(population(table));
      }
    }
    String subject = "Network in %s".formatted(tables.origin());
    new TerminalCheck(subject, config.task().name(), populations).require(terminals);
    try {
      return graph();
    } catch (IllegalArgumentException e) {
      throw new BadInputException("%s has no meaning: %s".formatted(subject, e.getMessage()));
    }
  }

  private Population population(NetworkSection table) {
    Optional<Terminal> terminal = terminals.named(table.name());
    Population population = new DescribedNeuron(config).population(table, terminal);
    for (String value : table.get(NetworkSettings.LEARN).orElse(List.of())) {
      learned.add(
          new Learned(
              population.name(),
              Learned.Value.valueOf(value.toUpperCase(Locale.ROOT)),
              Bounds.NONE));
    }
    return population;
  }

  /** What flows into a population beside spikes. */
  private void drive(NetworkSection table, Collection<String> readable) {
    table
        .get(NetworkSettings.CURRENT)
        .ifPresent(
            source -> {
              if (!readable.contains(source)) {
                throw NearestName.refusal(
                    "Setting %s.%s in %s"
                        .formatted(table.title(), NetworkSettings.CURRENT.key(), table.origin()),
                    source,
                    List.copyOf(readable));
              }
              drives.add(
                  new Drive(
                      table.name() + "-current",
                      table.name(),
                      Drive.Target.BIAS,
                      SignalDrive.rule(),
                      Map.of(SignalDrive.SIGNAL, source),
                      Map.of()));
            });
  }

  private InitialModel graph() {
    DescribedModules modules = new DescribedModules(tables.modules(), populations, signals());
    Map<String, Integer> readable = modules.widths();
    tables.populations().forEach(table -> drive(table, readable.keySet()));
    List<Components.Edge> edges =
        tables.projections().stream()
            .map(
                table ->
                    new Components.Edge(
                        index(table, NetworkSettings.FROM, List.of()),
                        index(table, NetworkSettings.TO, List.of())))
            .toList();
    Components components = Components.of(populations.size(), edges);
    List<PlasticProjection> projections = new ArrayList<>();
    Map<String, InitialModel.Start> starts = new LinkedHashMap<>();
    for (int p = 0; p < edges.size(); p++) {
      NetworkSection table = tables.projections().get(p);
      Components.Edge edge = edges.get(p);
      DescribedProjection described =
          new DescribedProjection(
              config, table, readable, name -> index(table, name, readable.keySet()));
      Population from = populations.get(edge.from());
      Population to = populations.get(edge.to());
      boolean cycle = components.together(edge.from(), edge.to());
      projections.add(described.projection(from, to, cycle));
      starts.put(table.name(), described.start());
    }
    PlasticGraph graph =
        new PlasticGraph(
            populations,
            projections,
            drives,
            modules.outlines(),
            learned,
            LayerChain.clock(config, NetworkForm.of(config)));
    return new InitialModel(config, config.task().name() + "-network", graph, starts);
  }

  /** Signals of the task; a population of the same name is what the name means. */
  private List<String> signals() {
    return terminals.signals().stream().filter(s -> !names().contains(s)).toList();
  }

  private List<String> names() {
    return populations.stream().map(Population::name).toList();
  }

  /**
   * Index of the population that a table names.
   *
   * @param others names that could have stood there
   */
  private int index(NetworkSection table, Setting<String> end, Collection<String> others) {
    String name = table.require(end);
    int index = names().indexOf(name);
    if (index < 0) {
      List<String> names = new ArrayList<>(names());
      names.addAll(others);
      throw NearestName.refusal(
          "Setting %s.%s in %s".formatted(table.title(), end.key(), table.origin()), name, names);
    }
    return index;
  }
}
