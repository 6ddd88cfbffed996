package plastron.plasticity.run;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import plastron.core.network.Connectivity;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Refractory;
import plastron.core.network.SynapseRows;
import plastron.core.network.Values;
import plastron.core.run.Input;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;

/**
 * A reference evaluation of a plastic graph; arrays there are {@code [post][pre]}. Long, because
 * the format names every part of a graph.
 */
final class GraphVectorFile {

  final PlasticModel model;

  private final JsonObject root;
  private final List<Drive> drives = new ArrayList<>();

  GraphVectorFile(String name) throws IOException {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                GraphVectorFile.class.getResourceAsStream("graph-" + name + ".json"), name),
            StandardCharsets.UTF_8)) {
      root = JsonParser.parseReader(reader).getAsJsonObject();
    }
    model = readModel();
  }

  private PlasticModel readModel() {
    List<Population> populations = new ArrayList<>();
    for (JsonElement p : root.getAsJsonArray("populations")) {
      populations.add(population(p.getAsJsonObject()));
    }
    List<PlasticProjection> projections = new ArrayList<>();
    for (JsonElement p : root.getAsJsonArray("projections")) {
      projections.add(projection(p.getAsJsonObject()));
    }
    Clock clock = new Clock(root.get("delta_tau").getAsInt(), new RateEstimator.Boxcar(), 1);
    return new PlasticModel(
        "vector", new PlasticGraph(populations, projections, drives, List.of(), clock), Map.of());
  }

  private JsonObject parameters(String kind, String name) {
    JsonElement given = root.getAsJsonObject("params").getAsJsonObject(kind).get(name);
    return given == null ? new JsonObject() : given.getAsJsonObject();
  }

  private Population population(JsonObject p) {
    String name = p.get("name").getAsString();
    JsonObject numbers = parameters("populations", name);
    Values bias = numbers.has("bias") ? values(numbers.get("bias")) : Values.of(0);
    Neuron neuron =
        switch (p.get("kind").getAsString()) {
          case "srm" ->
              new Neuron.Srm(
                  values(numbers.get("theta")),
                  new Refractory.Exponentials(values(numbers.get("tau_r"))),
                  p.get("rho").getAsDouble(),
                  bias);
          case "lif" ->
              new Neuron.Lif(
                  values(numbers.get("theta")),
                  values(numbers.get("decay")),
                  bias,
                  p.get("reset").getAsString().equals("hard")
                      ? Neuron.Reset.HARD
                      : Neuron.Reset.SUBTRACT_THRESHOLD,
                  0);
          case "li" -> new Neuron.LeakyIntegrator(values(numbers.get("decay")), bias);
          default -> new Neuron.SpikeSource();
        };
    drive(p, "bias_from", Drive.Target.BIAS, numbers.get("B"));
    drive(p, "threshold_from", Drive.Target.THRESHOLD, numbers.get("C"));
    return new Population(name, p.get("size").getAsInt(), neuron);
  }

  private void drive(JsonObject p, String from, Drive.Target target, JsonElement matrix) {
    if (p.has(from) && !p.get(from).isJsonNull()) {
      String name = p.get("name").getAsString();
      drives.add(
          new Drive(
              from + " " + name,
              name,
              target,
              TestRules.drive(),
              Map.of("m", p.get(from).getAsString()),
              Map.of("B", VectorFile.fromTo(matrix))));
    }
  }

  private static Values values(JsonElement given) {
    return given.isJsonPrimitive()
        ? Values.of(given.getAsDouble())
        : Values.perNeuron(new Gson().fromJson(given, double[].class));
  }

  private PlasticProjection projection(JsonObject p) {
    String name = p.get("name").getAsString();
    Map<String, String> sources = new LinkedHashMap<>();
    PlasticityRule rule = rule(p, sources);
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    parameters("projections", name)
        .asMap()
        .forEach((symbol, value) -> parameters.put(symbol, VectorFile.fromTo(value)));
    parameters.keySet().retainAll(rule.symbols().stream().map(Symbol::name).toList());
    Connectivity connectivity = connectivity(p.get("mask"), size(p, "from"), size(p, "to"));
    double tau = p.get("tau_s").getAsDouble();
    return new PlasticProjection(
        name,
        p.get("from").getAsString(),
        p.get("to").getAsString(),
        connectivity,
        switch (p.get("kernel").getAsString()) {
          case "exp" -> new Kernel.Exponential(tau);
          case "alpha" -> new Kernel.Alpha(tau);
          default -> new Kernel.Delta();
        },
        Delivery.valueOf(p.get("delivery").getAsString().toUpperCase(Locale.ROOT)),
        DelayPlace.valueOf(p.get("delay_place").getAsString().toUpperCase(Locale.ROOT)),
        p.get("latency").getAsInt(),
        rule,
        sources,
        Sparse.existing(rule, parameters, connectivity.sparse(size(p, "from"), size(p, "to"))));
  }

  private int size(JsonObject projection, String side) {
    return root.getAsJsonArray("populations").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(p -> p.get("name").equals(projection.get(side)))
        .findFirst()
        .orElseThrow()
        .get("size")
        .getAsInt();
  }

  /** The synapses of a list of {@code [post, pre]}. */
  private static Connectivity connectivity(JsonElement mask, int pre, int post) {
    if (mask.isJsonNull()) {
      return new Connectivity.Dense();
    }
    int[][] pairs = new Gson().fromJson(mask, int[][].class);
    int[][] rows = new int[pre][];
    Arrays.setAll(
        rows,
        j ->
            Arrays.stream(pairs)
                .filter(pair -> pair[1] == j)
                .mapToInt(pair -> pair[0])
                .sorted()
                .toArray());
    return new Connectivity.Rows(SynapseRows.of(rows, post));
  }

  private static PlasticityRule rule(JsonObject p, Map<String, String> sources) {
    RuleOptions options = RuleOptions.paper();
    if (!p.get("clip").isJsonNull()) {
      options = options.clippedAt(p.get("clip").getAsDouble());
    }
    JsonElement modulator = p.getAsJsonObject("modulators").get("M");
    if (modulator != null) {
      JsonObject m = modulator.getAsJsonObject();
      switch (m.get("source").getAsString()) {
        case "external" -> {
          options = options.modulatedBy(new ModulatorSource.ExternalScalar());
          sources.put("M", m.get("signal").getAsString());
        }
        case "population" -> {
          options = options.modulatedBy(new ModulatorSource.Layer(0));
          sources.put("m", m.get("population").getAsString());
        }
        case "one" -> options = options.modulatedBy(new ModulatorSource.ConstantOne());
        default -> {}
      }
    }
    return Catalogue.find(p.get("rule").getAsString()).orElseThrow().build(options);
  }

  int episodes() {
    return root.getAsJsonArray("episodes").size();
  }

  Input input(int episode, PlasticGraph graph) {
    JsonObject given = root.getAsJsonArray("episodes").get(episode).getAsJsonObject();
    List<SpikeRaster> spikes = new ArrayList<>();
    for (int p : graph.inputs()) {
      String name = graph.populations().get(p).name();
      spikes.add(VectorFile.raster(given.getAsJsonObject("input").get(name)));
    }
    Map<String, Signal> signals = new LinkedHashMap<>();
    for (String name : graph.signals().keySet()) {
      double[] values =
          new Gson().fromJson(given.getAsJsonObject("signals").get(name), double[].class);
      signals.put(name, Signal.of(values));
    }
    return new Input(spikes, signals);
  }

  private JsonObject expected(int episode) {
    return root.getAsJsonObject("expected")
        .getAsJsonArray("episodes")
        .get(episode)
        .getAsJsonObject();
  }

  private JsonObject expected(int episode, String population) {
    return expected(episode).getAsJsonObject("populations").getAsJsonObject(population);
  }

  SpikeRaster spikes(int episode, String population) {
    return VectorFile.raster(expected(episode, population).get("s"));
  }

  /** Potentials of every so many steps, by the number of the step. */
  Map<Integer, double[]> potentials(int episode, String population) {
    double[][] u = new Gson().fromJson(expected(episode, population).get("u"), double[][].class);
    int stride = root.getAsJsonObject("expected").get("u_stride").getAsInt();
    Map<Integer, double[]> potentials = new LinkedHashMap<>();
    for (int k = 0; k < u.length; k++) {
      potentials.put((k + 1) * stride - 1, u[k]);
    }
    return potentials;
  }

  /**
   * A state of a projection's rule after the last update, {@code [from][to]}; none if it has none.
   */
  double[][] last(int episode, String projection, String state) {
    JsonObject update =
        expected(episode).getAsJsonArray("updates").asList().getLast().getAsJsonObject();
    JsonElement states = update.getAsJsonObject("projections").get(projection);
    JsonElement values = states == null ? null : states.getAsJsonObject().get(state);
    return values == null || values.isJsonNull() ? new double[0][] : VectorFile.fromTo(values);
  }
}
