package plastron.export.nir;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.SynapseRows;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.run.PlasticRunner;

/**
 * A vector for readers of the schema: a model as a file, what it is given, and what the float
 * simulator makes of it.
 *
 * @param name of its two files
 * @param model what is run
 * @param windows updates of its rules
 */
record NirVector(String name, PlasticModel model, int windows) {

  private static final String FORMAT = "nir-plasticity-vector/1";
  private static final double DENSITY = 0.25;
  private static final Gson GSON = new Gson();

  /** The network. */
  byte[] file() {
    return new NirExporter().write(model).bytes();
  }

  /** Input and expected result. */
  byte[] json() {
    PlasticGraph graph = model.graph();
    Input input = input(new Random(name.hashCode()));
    Recording run = PlasticRunner.of(model).withTraces(true).run(input);
    JsonObject expected = new JsonObject();
    JsonObject spikes = new JsonObject();
    JsonObject given = new JsonObject();
    for (int p = 0; p < graph.populations().size(); p++) {
      Population population = graph.populations().get(p);
      JsonElement fired = spikes(run.spikes().get(p));
      spikes.add(population.name(), fired);
      if (population.neuron() instanceof Neuron.SpikeSource) {
        given.add(population.name(), fired);
      }
    }
    expected.add("spikes", spikes);
    expected.add("potentials", GSON.toJsonTree(run.potentials()));
    expected.add("plastic", plastic(graph, run));
    JsonObject vector = new JsonObject();
    vector.addProperty("format", FORMAT);
    vector.addProperty("steps", input.steps());
    vector.add("input", given);
    vector.add("signals", signals(input));
    vector.add("expected", expected);
    return (GSON.toJson(vector) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private Input input(Random random) {
    int steps = windows * model.graph().clock().updateInterval();
    List<SpikeRaster> given = new ArrayList<>();
    for (Population source : model.graph().populations()) {
      if (!(source.neuron() instanceof Neuron.SpikeSource)) {
        continue;
      }
      SpikeRaster raster = new SpikeRaster(steps, source.size());
      for (int t = 0; t < steps; t++) {
        for (int n = 0; n < source.size(); n++) {
          if (random.nextDouble() < DENSITY) {
            raster.set(t, n);
          }
        }
      }
      given.add(raster);
    }
    Map<String, Signal> signals = new TreeMap<>();
    new TreeMap<>(model.graph().signals())
        .forEach(
            (signal, width) -> {
              double[][] byWindow = new double[windows][];
              Arrays.setAll(byWindow, w -> random.doubles(width, -1, 1).toArray());
              signals.put(signal, Signal.perNeuron(byWindow));
            });
    return new Input(given, signals);
  }

  private static JsonElement spikes(SpikeRaster raster) {
    JsonArray steps = new JsonArray();
    for (int t = 0; t < raster.steps(); t++) {
      JsonArray fired = new JsonArray();
      for (int n = 0; n < raster.neurons(); n++) {
        if (raster.get(t, n)) {
          fired.add(n);
        }
      }
      steps.add(fired);
    }
    return steps;
  }

  private static JsonObject signals(Input input) {
    JsonObject signals = new JsonObject();
    input
        .signals()
        .forEach(
            (signal, values) -> {
              double[][] byWindow = new double[values.windows()][values.width()];
              for (int w = 0; w < byWindow.length; w++) {
                int window = w;
                Arrays.setAll(byWindow[w], n -> values.at(window, n));
              }
              signals.add(signal, GSON.toJsonTree(byWindow));
            });
    return signals;
  }

  /** Weights minus those of the start, {@code [window][pre][post]}, 0 where there is no synapse. */
  private static JsonObject plastic(PlasticGraph graph, Recording run) {
    JsonObject plastic = new JsonObject();
    for (int p = 0; p < graph.projections().size(); p++) {
      PlasticProjection projection = graph.projections().get(p);
      Optional<SynapseRows> sparse = graph.sparse(projection);
      int post = graph.population(projection.to()).size();
      JsonArray byWindow = new JsonArray();
      for (List<float[][]> window : run.traces()) {
        float[][] rows = window.get(p);
        byWindow.add(GSON.toJsonTree(sparse.map(s -> scattered(s, rows, post)).orElse(rows)));
      }
      plastic.add(projection.name(), byWindow);
    }
    return plastic;
  }

  private static float[][] scattered(SynapseRows synapses, float[][] rows, int post) {
    float[][] matrix = new float[rows.length][post];
    for (int j = 0; j < rows.length; j++) {
      for (int k = 0; k < rows[j].length; k++) {
        matrix[j][synapses.targets()[synapses.begin(j) + k]] = rows[j][k];
      }
    }
    return matrix;
  }
}
