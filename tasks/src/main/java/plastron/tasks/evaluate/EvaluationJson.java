package plastron.tasks.evaluate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.RunSettings;

/** An evaluation for programs; docs/json.md says what every field means. */
final class EvaluationJson {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private EvaluationJson() {}

  /**
   * One object.
   *
   * @param iterations of the training
   * @param seed of the trials
   */
  static String print(
      Path run, Configuration config, long iterations, long seed, Evaluation result) {
    JsonObject root = new JsonObject();
    root.addProperty("format", "plastron-evaluation");
    root.addProperty("version", 1);
    root.addProperty("run", run.toString());
    root.addProperty("task", "cue-association");
    root.addProperty("rule", config.get(RunSettings.RULE));
    root.addProperty("noise", config.get(RunSettings.NOISE));
    root.addProperty("iterations", iterations);
    root.addProperty("seed", seed);
    root.addProperty("trials", result.episodes());
    add(root, "", result.correct(), result.episodes());
    add(root, "sampled_", result.sampled(), result.episodes());
    add(root, "ideal_", result.ideal(), result.episodes());
    add(root, "counted_", result.counted(), result.episodes());
    root.addProperty("hidden_rate", result.hiddenRate());
    root.addProperty("active_share", result.activeShare());
    return GSON.toJson(root);
  }

  private static void add(JsonObject root, String prefix, long correct, long trials) {
    WilsonInterval interval = WilsonInterval.of(correct, trials, EvaluateCommand.CONFIDENCE);
    root.addProperty(prefix + "correct", correct);
    root.addProperty(prefix + "accuracy", (double) correct / trials);
    root.addProperty(prefix + "low95", interval.low());
    root.addProperty(prefix + "high95", interval.high());
  }
}
