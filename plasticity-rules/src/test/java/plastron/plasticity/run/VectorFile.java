package plastron.plasticity.run;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.layered.LayeredModel;
import plastron.plasticity.layered.PlasticLayer;
import plastron.plasticity.model.RateEstimator;

/** A reference evaluation of a small plastic network; arrays there are {@code [post][pre]}. */
final class VectorFile {

  private final JsonObject root;

  VectorFile(String name) throws IOException {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(VectorFile.class.getResourceAsStream(name + ".json"), name),
            StandardCharsets.UTF_8)) {
      root = JsonParser.parseReader(reader).getAsJsonObject();
    }
  }

  LayeredModel model() {
    JsonObject neuron = root.getAsJsonObject("neuron");
    Neuron srm =
        new Neuron.Srm(
            neuron.get("theta").getAsDouble(),
            new Kernel.Exponential(neuron.get("tau_r").getAsDouble()),
            neuron.get("rho").getAsDouble());
    int[] sizes = new Gson().fromJson(root.get("sizes"), int[].class);
    List<PlasticLayer> layers = new ArrayList<>();
    for (int l = 0; l + 1 < sizes.length; l++) {
      layers.add(
          new PlasticLayer(
              "layer" + (l + 1),
              sizes[l + 1],
              srm,
              kernel(neuron),
              Delivery.TRACE,
              0,
              Catalogue.find(root.getAsJsonArray("rules").get(l).getAsString()).orElseThrow(),
              root.get("clip").isJsonNull()
                  ? RuleOptions.paper()
                  : RuleOptions.paper().clippedAt(root.get("clip").getAsDouble()),
              parameters(root.getAsJsonArray("params").get(l).getAsJsonObject())));
    }
    int window = root.get("delta_tau").getAsInt();
    return new LayeredModel(
        "vector", sizes[0], layers, window, new RateEstimator.Boxcar(), 1, Map.of());
  }

  private static Kernel kernel(JsonObject neuron) {
    double tau = neuron.get("tau_s").getAsDouble();
    boolean alpha = neuron.get("kernel").getAsString().equals("alpha");
    Kernel kernel = alpha ? new Kernel.Alpha(tau) : new Kernel.Exponential(tau);
    int length = neuron.get("kernel_length").getAsInt();
    return length == 0 ? kernel : Kernel.Finite.of(kernel, length);
  }

  private static Map<String, double[][]> parameters(JsonObject given) {
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> entry : given.entrySet()) {
      parameters.put(entry.getKey(), fromTo(entry.getValue()));
    }
    return parameters;
  }

  /** A scalar, vector or matrix as {@code [from][to]}. */
  static double[][] fromTo(JsonElement value) {
    if (value.isJsonPrimitive()) {
      return new double[][] {{value.getAsDouble()}};
    }
    if (value.getAsJsonArray().get(0).isJsonPrimitive()) {
      return new double[][] {new Gson().fromJson(value, double[].class)};
    }
    double[][] matrix = new Gson().fromJson(value, double[][].class);
    double[][] transposed = new double[matrix[0].length][matrix.length];
    for (int j = 0; j < transposed.length; j++) {
      for (int i = 0; i < matrix.length; i++) {
        transposed[j][i] = matrix[i][j];
      }
    }
    return transposed;
  }

  SpikeRaster input() {
    return raster(root.getAsJsonArray("episodes").get(0).getAsJsonObject().get("input"));
  }

  SpikeRaster spikes(int layer) {
    return raster(expected().getAsJsonArray("layers").get(layer).getAsJsonObject().get("s"));
  }

  int updates() {
    return expected().getAsJsonArray("updates").size();
  }

  /** A layer's symbol after an update, {@code [from][to]}. */
  double[][] value(int update, int layer, String symbol) {
    JsonArray updates = expected().getAsJsonArray("updates");
    JsonArray layers = updates.get(update).getAsJsonObject().getAsJsonArray("layers");
    return fromTo(layers.get(layer).getAsJsonObject().get(symbol));
  }

  private JsonObject expected() {
    return root.getAsJsonObject("expected").getAsJsonArray("episodes").get(0).getAsJsonObject();
  }

  static SpikeRaster raster(JsonElement element) {
    int[][] spikes = new Gson().fromJson(element, int[][].class);
    SpikeRaster raster = new SpikeRaster(spikes.length, spikes[0].length);
    for (int t = 0; t < spikes.length; t++) {
      for (int i = 0; i < spikes[t].length; i++) {
        if (spikes[t][i] == 1) {
          raster.set(t, i);
        }
      }
    }
    return raster;
  }
}
