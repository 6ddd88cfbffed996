package plastron.tasks.circuit.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.Connections;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.simulate.SimulationMemory;
import plastron.core.source.SpikeGenerator;
import plastron.export.file.BoundedFile;
import plastron.export.format.ModelImporter;
import plastron.export.format.ModelImporters;
import plastron.export.message.Sha256;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.tasks.circuit.CircuitEngine;
import plastron.tasks.circuit.CircuitFile;
import plastron.tasks.circuit.columns.SpikeTimes;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.memory.HeapCheck;
import plastron.tasks.run.RunFailure;
import plastron.tasks.trained.TrainedNetwork;

/** Reads the file of a model, such as one of NIR, as a circuit that does the same step by step. */
public final class ModelCircuit {

  /** How a model that an importer read says what a step is, {@code 1.0E-4 s}. */
  private static final String STEP = "NIR step";

  /** Of models that do not say it. */
  private static final double STEP_MS = 1;

  /** What names of files may have. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N} ._-]{0,99}");

  private final Path path;
  private final PlasticGraph graph;
  private final double dtMs;

  private ModelCircuit(Path path, PlasticModel model) {
    this.path = path;
    graph = model.graph();
    String step = model.provenance().get(STEP);
    dtMs = step == null ? STEP_MS : 1000 * Double.parseDouble(step.replace(" s", ""));
  }

  /** Whether a file begins as that of a model does. */
  public static boolean isModel(Path path) {
    try {
      byte[] beginning = BoundedFile.beginning(path, ModelImporter.BEGINNING);
      return ModelImporters.all().stream()
          .anyMatch(importer -> importer.recognises(beginning.clone()));
    } catch (IOException e) {
      // Whoever reads it next says why not.
      return false;
    }
  }

  /** Whether weights of a model change, so that only trials of a task say what it does. */
  public static boolean learns(Path path) {
    return TrainedNetwork.model(path).graph().sites().stream()
        .anyMatch(site -> site.rule().isPlastic());
  }

  /**
   * Reads a file.
   *
   * @param inputs files with the spikes of its sources, {@code NAME=FILE}, or a file where there is
   *     one source
   * @param threads that it is to be simulated with
   * @throws BadInputException if it is no model, does what no circuit does, which is named, has
   *     more synapses than there is memory for, or a source has no spikes
   */
  public static CircuitFile read(Path path, List<String> inputs, int threads) {
    return new ModelCircuit(path, TrainedNetwork.model(path)).file(inputs, threads);
  }

  private CircuitFile file(List<String> inputs, int threads) {
    Map<String, Path> files = new InputFiles(path, sources()).read(inputs);
    try {
      FixedWeights.require(graph);
      int[] lags = Lags.of(graph);
      Circuit circuit = circuit(files, lags);
      HeapCheck.require(
          "Model (%s)".formatted(path), SimulationMemory.bytes(circuit, dtMs, threads));
      String sha256 = Sha256.hex(Files.readAllBytes(path));
      return new CircuitFile(
          path,
          sha256,
          circuit,
          dtMs,
          0,
          CircuitEngine.GRID,
          byName(lags),
          List.copyOf(files.values()));
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "Model (%s) does not run as a circuit: %s".formatted(path, e.getMessage()));
    } catch (IOException e) {
      throw RunFailure.of(path, e);
    }
  }

  private Map<String, Integer> byName(int[] lags) {
    Map<String, Integer> named = new LinkedHashMap<>();
    for (int k = 0; k < lags.length; k++) {
      named.put(graph.populations().get(k).name(), lags[k]);
    }
    return named;
  }

  private List<Population> sources() {
    return graph.populations().stream()
        .filter(p -> p.neuron() instanceof Neuron.SpikeSource)
        .toList();
  }

  private Circuit circuit(Map<String, Path> files, int[] lags) {
    List<ReceivedCurrents> received = new ArrayList<>();
    for (Population p : graph.populations()) {
      if (!NAME.matcher(p.name()).matches()) {
        throw new IllegalArgumentException(
            "Population (%s) must have a name of 1 to 100 letters, digits, spaces, full stops, hyphens and underscores."
                .formatted(p.name()));
      }
      received.add(new ReceivedCurrents(p));
    }
    List<Connections> connections = new ArrayList<>();
    for (PlasticProjection projection : graph.projections()) {
      int from = graph.index(projection.from());
      int to = graph.index(projection.to());
      int delay = graph.delay(projection, graph.components()) + lags[to] - lags[from];
      FixedWeights weights = new FixedWeights(graph, projection);
      connections.addAll(weights.connections(delay, dtMs));
      received.get(to).add(projection, weights);
    }
    List<CircuitPopulation> populations = new ArrayList<>();
    for (int k = 0; k < received.size(); k++) {
      Population p = graph.populations().get(k);
      Path file = files.get(p.name());
      populations.add(
          new CircuitPopulation(
              p.name(),
              p.size(),
              file == null
                  ? received.get(k).model(lags[k])
                  : new SpikeGenerator(SpikeTimes.read(file, p.size()))));
    }
    return new Circuit(populations, connections, List.of());
  }
}
