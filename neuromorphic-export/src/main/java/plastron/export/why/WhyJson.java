package plastron.export.why;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Locale;
import plastron.export.why.cause.Cause;

/** Prints a {@link WhyReport} as JSON. */
final class WhyJson {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

  private WhyJson() {}

  static String print(WhyReport report) {
    JsonObject root = new JsonObject();
    root.addProperty("format", "plastron-why");
    root.addProperty("version", 1);
    root.addProperty("profile", report.profile());
    root.addProperty("model", report.model());
    root.addProperty("conclusion", report.conclusion());
    root.addProperty("trials", report.chip().accuracy().episodes());
    root.add("chip", difference(report.chip()));
    root.add("together", difference(report.together()));
    root.add("first", report.first().map(WhyJson::first).orElse(new JsonObject()));
    JsonArray causes = new JsonArray();
    report.causes().stream().map(WhyJson::cause).forEach(causes::add);
    root.add("causes", causes);
    root.add("changes", GSON.toJsonTree(report.changes()));
    return GSON.toJson(root) + "\n";
  }

  private static JsonObject cause(CauseCost cost) {
    JsonObject entry = difference(cost.difference());
    entry.addProperty("operation", name(cost.cause()));
    entry.addProperty("of", cost.cause().subject());
    entry.addProperty("changed", cost.changed());
    return entry;
  }

  private static String name(Cause cause) {
    return cause.operation().name().toLowerCase(Locale.ROOT);
  }

  private static JsonObject difference(Difference d) {
    JsonObject entry = new JsonObject();
    entry.addProperty("cost", d.cost());
    entry.addProperty("lossPoints", d.accuracy().lossPoints());
    entry.addProperty("otherVerdicts", d.accuracy().episodes() - d.accuracy().agreeing());
    number(entry, "traceError", d.traceError());
    number(entry, "drivenError", d.drivenError());
    entry.addProperty("spikesApart", d.spikesApart());
    return entry;
  }

  /** JSON has no number for what is not finite: null stands for it. */
  private static void number(JsonObject entry, String name, double value) {
    if (Double.isFinite(value)) {
      entry.addProperty(name, value);
    } else {
      entry.add(name, JsonNull.INSTANCE);
    }
  }

  private static JsonObject first(FirstDifference first) {
    JsonObject entry = new JsonObject();
    entry.addProperty("trial", first.trial());
    entry.addProperty("step", first.step());
    entry.addProperty("window", first.window());
    entry.addProperty("population", first.population());
    entry.addProperty("neuron", first.neuron());
    entry.addProperty("modelFires", first.modelFires());
    first
        .cause()
        .ifPresent(
            cause -> {
              entry.addProperty("operation", name(cause));
              entry.addProperty("of", cause.subject());
              entry.addProperty("alone", first.alone());
            });
    return entry;
  }
}
