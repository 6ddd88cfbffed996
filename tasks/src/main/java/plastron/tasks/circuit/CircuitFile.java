package plastron.tasks.circuit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitDrive;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.Connections;
import plastron.core.discrete.DiscreteLif;
import plastron.core.random.Seeds;
import plastron.core.simulate.Engine;
import plastron.core.simulate.LaggingEngine;
import plastron.core.simulate.SimulationMemory;
import plastron.export.message.Sha256;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.TomlText;
import plastron.tasks.memory.HeapCheck;

/**
 * A circuit of a file. In TOML it has {@code dt_ms}, {@code seed}, {@code engine}, and tables
 * {@code [populations.NAME]}, {@code [connections.NAME]}, {@code [poisson.NAME]}, {@code
 * [current.NAME]} and {@code [noise.NAME]}.
 *
 * @param path the file
 * @param sha256 of all of it
 * @param circuit what it describes
 * @param dtMs step, ms
 * @param seed decides whatever is drawn
 * @param engine that runs it
 * @param lags of every population by name, steps, where synapses take no time; else empty
 * @param named files that it names
 */
public record CircuitFile(
    Path path,
    String sha256,
    Circuit circuit,
    double dtMs,
    long seed,
    CircuitEngine engine,
    Map<String, Integer> lags,
    List<Path> named) {

  public CircuitFile {
    lags = Map.copyOf(lags);
    named = List.copyOf(named);
  }

  private static final String POPULATIONS = "populations";

  /** Of the same connections in a thread: arrays are no longer. */
  private static final double MOST_SYNAPSES = 2e9;

  /** A second use of a seed beside those of the simulation itself. */
  private static final int NEURONS = 3;

  /**
   * Reads a file.
   *
   * @param seed in place of the file's, which may say none
   * @param threads that the circuit is to be simulated with
   * @throws BadInputException with file and line if it is wrong, or asks for more memory than there
   *     is; nothing is drawn before that is known
   */
  public static CircuitFile read(Path path, OptionalLong seed, int threads) {
    String text = TomlText.ofFile("Circuit", path);
    CircuitTable root = CircuitTable.of(path, text);
    double dtMs = root.number("dt_ms", NumberRange.POSITIVE);
    long ofFile = root.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, 1);
    long chosen = seed.orElse(ofFile);
    CircuitEngine engine =
        root.has("engine")
            ? CircuitEngine.labelled(root.choice("engine", CircuitEngine.labels()))
            : CircuitEngine.GRID;
    List<CircuitPopulation> populations = populations(root, dtMs, chosen, engine);
    List<CircuitDrive> drives = drives(root, dtMs, populations, engine);
    Circuit circuit = root.make(() -> new Circuit(populations, List.of(), drives));
    for (CircuitTable table : root.tables("connections")) {
      engine.requireStatic(table);
      List<Connections> added = new ConnectionsTable(table, dtMs, populations).read();
      List<Connections> all = new ArrayList<>(circuit.connections());
      all.addAll(added);
      circuit = table.make(() -> new Circuit(populations, all, drives));
      requireRoom(table, added, circuit, dtMs, engine, threads);
    }
    root.finish();
    return new CircuitFile(
        path,
        Sha256.hex(text.getBytes(StandardCharsets.UTF_8)),
        circuit,
        dtMs,
        chosen,
        engine,
        Map.of(),
        root.files());
  }

  /** Before any synapse is drawn. */
  private static void requireRoom(
      CircuitTable table,
      List<Connections> added,
      Circuit circuit,
      double dtMs,
      CircuitEngine engine,
      int available) {
    int threads = engine.threads(available);
    double synapses =
        SimulationMemory.synapses(new Circuit(circuit.populations(), added, List.of()));
    String subject =
        "Connections %s in %s (%.3g synapses)".formatted(table.name(), table.place(), synapses);
    engine.requireDelays(table, circuit, dtMs, threads);
    HeapCheck.require(subject, engine.bytes(circuit, dtMs, threads));
    if (synapses / threads > MOST_SYNAPSES) {
      throw new BadInputException(
          "%s must be at most %.3g for each thread.".formatted(subject, MOST_SYNAPSES),
          engine.threads(2) < 2
              ? null
              : "Maybe --threads %.0f".formatted(Math.ceil(synapses / MOST_SYNAPSES)));
    }
  }

  private static List<CircuitPopulation> populations(
      CircuitTable root, double dtMs, long seed, CircuitEngine engine) {
    List<CircuitTable> tables = root.tables(POPULATIONS);
    if (tables.isEmpty()) {
      throw root.wrong(POPULATIONS, "at least one table, such as [populations.E]");
    }
    List<CircuitTable> models = tables.stream().filter(table -> table.has("model")).toList();
    List<CircuitPopulation> populations = new ArrayList<>();
    for (CircuitTable table : tables) {
      CircuitTable whole = table.has("like") ? table.like(model(table, models)) : table;
      long itsSeed = Seeds.of(seed, NEURONS, populations.size());
      CircuitPopulation population = new PopulationTable(whole, dtMs, itsSeed).read();
      whole.finish();
      engine.require(whole, population, dtMs);
      populations.add(population);
    }
    return populations;
  }

  private static List<CircuitDrive> drives(
      CircuitTable root, double dtMs, List<CircuitPopulation> populations, CircuitEngine engine) {
    Map<String, Function<DriveTable, List<CircuitDrive>>> kinds = new LinkedHashMap<>();
    kinds.put("poisson", DriveTable::poisson);
    kinds.put("current", DriveTable::current);
    kinds.put("noise", DriveTable::noise);
    engine.requireDrives(root, kinds.keySet());
    List<CircuitDrive> drives = new ArrayList<>();
    kinds.forEach(
        (kind, read) ->
            root.tables(kind)
                .forEach(t -> drives.addAll(read.apply(new DriveTable(t, dtMs, populations)))));
    return drives;
  }

  private static CircuitTable model(CircuitTable table, List<CircuitTable> models) {
    String name = table.choice("like", models.stream().map(CircuitTable::name).toList());
    return models.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
  }

  /**
   * Draws and builds the network.
   *
   * @param threads as {@link #engine} says
   */
  public Engine build(int threads) {
    Engine built = engine.build(circuit, dtMs, seed, threads);
    return lags.isEmpty() ? built : new LaggingEngine(built, dtMs, lags);
  }

  /** Whether the neurons of a population have a membrane potential. */
  public static boolean hasPotentials(CircuitPopulation population) {
    return population.model().channels() > 0;
  }

  /** The unit of the potentials of a population, such as mV; empty if they have none. */
  public static String potentialUnit(CircuitPopulation population) {
    return population.model() instanceof DiscreteLif ? "" : "mV";
  }

  /** The unit of the weights that a population receives, such as mV; empty if it receives none. */
  public static String weightUnit(CircuitPopulation population) {
    return CellKind.labelled(population.model().label()).unit();
  }
}
