package plastron.export.fidelity;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.ImageLayer;
import plastron.export.operation.OperationJson;
import plastron.export.profile.Tally;
import plastron.export.range.AccumulatorRange;
import plastron.export.trace.TraceError;

/** Prints a {@link FidelityReport} as JSON. */
final class FidelityJson {

  private static final Gson GSON =
      new GsonBuilder()
          .setPrettyPrinting()
          .disableHtmlEscaping()
          .serializeNulls()
          .serializeSpecialFloatingPointValues()
          .create();

  private FidelityJson() {}

  static String print(FidelityReport report) {
    JsonObject root = new JsonObject();
    root.addProperty("format", "plastron-fidelity");
    root.addProperty("version", 2);
    root.addProperty("profile", report.profile());
    root.addProperty("model", report.model());
    root.addProperty("passes", report.passes());
    root.add("violations", GSON.toJsonTree(report.violations()));
    root.add("unjudged", GSON.toJsonTree(report.unjudged()));
    root.add("checks", checks(report));
    JsonObject accuracy = GSON.toJsonTree(report.accuracy()).getAsJsonObject();
    accuracy.addProperty("ofFloat", report.accuracy().ofFloat());
    accuracy.addProperty("ofChip", report.accuracy().ofChip());
    accuracy.addProperty("lossPoints", report.accuracy().lossPoints());
    report.rounded().ifPresent(solved -> accuracy.addProperty("roundedCorrect", solved));
    root.add("accuracy", accuracy);
    root.add("spikes", spikes(report));
    root.add("traces", traces(report));
    root.add("driven", driven(report));
    root.add("counters", counters(report));
    root.add("ranges", ranges(report));
    report.operations().ifPresent(o -> root.add("operations", OperationJson.of(o)));
    root.add("parameters", parameters(report));
    root.add("diagnostics", GSON.toJsonTree(report.diagnostics()));
    return GSON.toJson(finite(root)) + "\n";
  }

  /** JSON has no number for what is not finite: null stands for it. */
  private static JsonElement finite(JsonElement element) {
    switch (element) {
      case JsonObject object ->
          object.entrySet().forEach(entry -> entry.setValue(finite(entry.getValue())));
      case JsonArray array -> {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, finite(array.get(i)));
        }
      }
      case JsonPrimitive value when value.isNumber() && !Double.isFinite(value.getAsDouble()) -> {
        return JsonNull.INSTANCE;
      }
      default -> {}
    }
    return element;
  }

  private static JsonArray checks(FidelityReport report) {
    JsonArray list = new JsonArray();
    for (FidelityCheck check : report.checks()) {
      JsonObject entry = new JsonObject();
      entry.addProperty("of", check.subject());
      entry.addProperty("criterion", check.criterion().name().toLowerCase(Locale.ROOT));
      entry.addProperty("measured", check.measured());
      entry.addProperty(check.criterion().isLeast() ? "least" : "most", check.bound());
      entry.addProperty("kept", check.kept());
      list.add(entry);
    }
    return list;
  }

  private static JsonArray spikes(FidelityReport report) {
    JsonArray list = new JsonArray();
    for (SpikeAgreement agreement : report.spikes()) {
      JsonObject entry = GSON.toJsonTree(agreement).getAsJsonObject();
      entry.addProperty("coincidence", agreement.coincidence());
      entry.addProperty("chance", agreement.chance());
      entry.addProperty("aboveChance", agreement.aboveChance());
      entry.addProperty("ratio", agreement.ratio());
      list.add(entry);
    }
    return list;
  }

  private static JsonArray traces(FidelityReport report) {
    JsonArray list = new JsonArray();
    for (TraceError trace : report.traces()) {
      JsonObject entry = GSON.toJsonTree(trace).getAsJsonObject();
      entry.addProperty("relativeRms", trace.relativeRms());
      entry.addProperty("relativeMax", trace.relativeMax());
      entry.addProperty("relativeError", trace.relativeError());
      list.add(entry);
    }
    return list;
  }

  private static JsonArray counters(FidelityReport report) {
    JsonArray list = new JsonArray();
    for (Tally tally : report.counters()) {
      JsonObject entry = new JsonObject();
      entry.addProperty("layer", tally.layer());
      entry.addProperty("name", tally.counter().name());
      entry.addProperty("count", tally.count());
      entry.addProperty("harmful", tally.counter().harmful());
      list.add(entry);
    }
    return list;
  }

  private static JsonArray ranges(FidelityReport report) {
    JsonArray list = new JsonArray();
    for (AccumulatorRange range : report.ranges()) {
      JsonObject entry = new JsonObject();
      entry.addProperty("of", range.of());
      entry.addProperty("accumulator", range.accumulator());
      entry.addProperty("bits", range.bits());
      entry.addProperty("limit", range.limit());
      entry.addProperty("worst", range.worst());
      range.calibrated().ifPresent(value -> entry.addProperty("calibrated", value));
      entry.addProperty("margin", range.margin());
      range.calibratedMargin().ifPresent(value -> entry.addProperty("calibratedMargin", value));
      entry.addProperty("overflow", range.overflow().name().toLowerCase(Locale.ROOT));
      entry.addProperty("counter", range.counter());
      list.add(entry);
    }
    return list;
  }

  private static JsonArray driven(FidelityReport report) {
    JsonArray list = new JsonArray();
    for (DrivenError error : report.driven()) {
      JsonObject entry = new JsonObject();
      entry.addProperty("layer", error.layer());
      entry.addProperty("fullScale", error.fullScale());
      entry.addProperty("rms", error.rms());
      error.stated().ifPresent(stated -> entry.addProperty("stated", stated.rms()));
      list.add(entry);
    }
    return list;
  }

  private static JsonArray parameters(FidelityReport report) {
    JsonArray list = new JsonArray();
    for (ImageLayer layer : report.layers()) {
      for (QuantizedArray array : layer.arrays()) {
        JsonObject entry = new JsonObject();
        entry.addProperty("layer", layer.name());
        entry.addProperty("name", array.name());
        entry.addProperty("lsb", array.scale().lsb());
        entry.addProperty("step", array.scale().step());
        entry.add("error", GSON.toJsonTree(array.error()));
        list.add(entry);
      }
    }
    return list;
  }
}
