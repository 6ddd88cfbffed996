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
      Path run,
      Configuration config,
      long iterations,
      long seed,
      Evaluation result,
      WilsonInterval interval) {
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
    root.addProperty("correct", result.correct());
    root.addProperty("accuracy", result.accuracy());
    root.addProperty("low95", interval.low());
    root.addProperty("high95", interval.high());
    root.addProperty("hidden_rate", result.hiddenRate());
    root.addProperty("active_share", result.activeShare());
    return GSON.toJson(root);
  }
}
