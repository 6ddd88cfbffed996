package plastron.tasks.evaluate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import plastron.plasticity.operation.Operations;
import plastron.slayer.objective.Measure;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.RunSettings;
import plastron.tasks.config.Setting;
import plastron.tasks.measure.Measured;
import plastron.tasks.measure.Measurement;
import plastron.tasks.trained.TrainedNetwork;

/** An evaluation for programs; docs/json.md says what every field means. */
final class EvaluationJson {

  private static final Gson GSON =
      new GsonBuilder().serializeNulls().setPrettyPrinting().disableHtmlEscaping().create();

  private EvaluationJson() {}

  /**
   * One object.
   *
   * @param seed of the trials
   */
  static String print(
      TrainedNetwork network, long seed, Measurement result, Operations operations) {
    Configuration config = network.config();
    Optional<TrainedNetwork.OfRun> run = network.run();
    JsonObject root = new JsonObject();
    root.addProperty("format", "plastron-evaluation");
    root.addProperty("version", 1);
    root.addProperty(run.isPresent() ? "run" : "model", network.path().toString());
    root.addProperty("task", config.task().name());
    for (Setting.Choice choice : config.task().reported()) {
      // A model has the rules that it has, whatever the settings of its task say.
      if (run.isPresent() || !choice.equals(RunSettings.RULE)) {
        root.addProperty(choice.key(), config.get(choice));
      }
    }
    run.ifPresent(r -> root.addProperty("iterations", r.iterations()));
    root.addProperty("seed", seed);
    root.addProperty("trials", result.trials());
    for (Measured measured : result.measured()) {
      boolean first = measured.equals(result.first());
      add(root, first ? "" : measured.name() + "_", measured, result.trials());
    }
    root.addProperty("hidden_rate", result.hiddenRate());
    root.addProperty("active_share", result.activeShare());
    root.add("operations", operations(operations));
    return GSON.toJson(root);
  }

  private static JsonObject operations(Operations operations) {
    JsonObject object = new JsonObject();
    object.addProperty("steps", operations.steps());
    object.addProperty("accumulates", operations.accumulates());
    object.addProperty("multiply_accumulates", operations.multiplyAccumulates());
    object.addProperty("dense", operations.dense());
    object.addProperty("synapse_updates", operations.synapseUpdates());
    object.addProperty("products", operations.products());
    object.addProperty("neuron_updates", operations.neuronUpdates());
    object.addProperty("activation_sparsity", operations.activationSparsity());
    object.addProperty("connection_sparsity", operations.connectionSparsity());
    object.addProperty("parameter_bytes", operations.parameterBytes());
    return object;
  }

  private static void add(JsonObject root, String prefix, Measured measured, int trials) {
    if (measured.measure().scale() == Measure.Scale.SHARE) {
      root.addProperty(prefix + "correct", Math.round(measured.mean() * trials));
    }
    // What is called like its measure needs no second name.
    String name = measured.measure().name();
    root.add(measured.name().equals(name) ? name : prefix + name, number(measured.mean()));
    root.add(prefix + "low95", number(measured.interval().low()));
    root.add(prefix + "high95", number(measured.interval().high()));
  }

  private static JsonElement number(double value) {
    return Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE;
  }
}
