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
import java.util.Objects;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.ModelBuilder;
import plastron.plasticity.model.PlasticModel;

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

  PlasticModel model() {
    JsonObject neuron = root.getAsJsonObject("neuron");
    Neuron srm =
        new Neuron.Srm(
            neuron.get("theta").getAsDouble(),
            new Kernel.Exponential(neuron.get("tau_r").getAsDouble()),
            neuron.get("rho").getAsDouble());
    int[] sizes = new Gson().fromJson(root.get("sizes"), int[].class);
    RuleOptions options =
        root.get("clip").isJsonNull()
            ? RuleOptions.paper()
            : RuleOptions.paper().clippedAt(root.get("clip").getAsDouble());
    ModelBuilder model = PlasticModel.named("vector").source("layer0", sizes[0]);
    for (int l = 1; l < sizes.length; l++) {
      String rule = root.getAsJsonArray("rules").get(l - 1).getAsString();
      JsonObject parameters = root.getAsJsonArray("params").get(l - 1).getAsJsonObject();
      model
          .population("layer" + l, sizes[l], srm)
          .projection(
              "layer" + (l - 1),
              "layer" + l,
              p -> {
                p.rule(Catalogue.find(rule).orElseThrow().build(options)).kernel(kernel(neuron));
                parameters.entrySet().forEach(e -> p.set(e.getKey(), fromTo(e.getValue())));
              });
    }
    return model.updateEvery(root.get("delta_tau").getAsInt()).build();
  }

  private static Kernel kernel(JsonObject neuron) {
    double tau = neuron.get("tau_s").getAsDouble();
    boolean alpha = neuron.get("kernel").getAsString().equals("alpha");
    Kernel kernel = alpha ? new Kernel.Alpha(tau) : new Kernel.Exponential(tau);
    int length = neuron.get("kernel_length").getAsInt();
    return length == 0 ? kernel : Kernel.Finite.of(kernel, length);
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
