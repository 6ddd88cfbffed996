package plastron.export.artifact;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.image.OutputFile;
import plastron.export.message.Sha256;
import plastron.export.resource.Usage;

/**
 * {@code manifest.json}: what is in an export, for people and programs. No time of day, so that it
 * is reproducible.
 */
final class Manifest {

  static final String FORMAT = "plastron-export";
  static final int VERSION = 1;

  private static final Gson GSON =
      new GsonBuilder()
          .setPrettyPrinting()
          .disableHtmlEscaping()
          .serializeSpecialFloatingPointValues()
          .create();

  private Manifest() {}

  static String write(ChipImage image, List<OutputFile> files) {
    JsonObject root = new JsonObject();
    root.addProperty("format", FORMAT);
    root.addProperty("version", VERSION);
    root.addProperty("profile", image.profile());
    root.addProperty("model", image.model());
    root.addProperty("inputs", image.sources().stream().mapToInt(p -> image.sizes().get(p)).sum());
    root.addProperty("update_interval", image.updateInterval());
    root.addProperty("seed", image.seed());
    root.add("integers", GSON.toJsonTree(image.integers()));
    root.add("files", files(files));
    root.add("layers", array(image.layers().stream().map(layer -> layer(layer, image)).toList()));
    root.addProperty("cores", image.cores().size());
    root.add("resources", array(image.usages().stream().map(Manifest::usage).toList()));
    root.add("diagnostics", array(image.diagnostics().stream().map(Manifest::diagnostic).toList()));
    root.add("provenance", GSON.toJsonTree(image.provenance()));
    return GSON.toJson(root) + "\n";
  }

  private static JsonArray files(List<OutputFile> files) {
    JsonArray list = new JsonArray();
    for (OutputFile file : files) {
      JsonObject entry = new JsonObject();
      entry.addProperty("name", file.name());
      entry.addProperty("role", file.role());
      entry.addProperty("bytes", file.bytes().length);
      entry.addProperty("sha256", Sha256.hex(file.bytes()));
      list.add(entry);
    }
    return list;
  }

  private static JsonObject layer(ImageLayer layer, ChipImage image) {
    JsonObject entry = new JsonObject();
    entry.addProperty("name", layer.name());
    entry.addProperty("from", image.populations().get(layer.from()).name());
    entry.addProperty("to", image.populations().get(layer.to()).name());
    entry.addProperty("inputs", layer.inputs());
    entry.addProperty("size", layer.size());
    entry.addProperty("rule", layer.rule());
    entry.add("program", GSON.toJsonTree(layer.program()));
    entry.add("integers", GSON.toJsonTree(layer.integers()));
    entry.add("reals", GSON.toJsonTree(layer.reals()));
    entry.add("arrays", array(layer.arrays().stream().map(Manifest::scale).toList()));
    entry.add("reset", GSON.toJsonTree(layer.reset()));
    return entry;
  }

  private static JsonObject scale(QuantizedArray array) {
    JsonObject entry = new JsonObject();
    entry.addProperty("name", array.name());
    entry.addProperty("rows", array.values().length);
    entry.addProperty("columns", array.values().length == 0 ? 0 : array.values()[0].length);
    entry.addProperty("lsb", array.scale().lsb());
    entry.addProperty("min", array.scale().min());
    entry.addProperty("max", array.scale().max());
    entry.addProperty("step", array.scale().step());
    entry.addProperty("zero", array.scale().zero());
    entry.add("error", GSON.toJsonTree(array.error()));
    return entry;
  }

  private static JsonObject usage(Usage usage) {
    JsonObject entry = new JsonObject();
    entry.add("limit", GSON.toJsonTree(usage.limit()));
    entry.addProperty("used", usage.used());
    entry.addProperty("total", usage.total());
    return entry;
  }

  private static JsonObject diagnostic(Diagnostic diagnostic) {
    return GSON.toJsonTree(diagnostic).getAsJsonObject();
  }

  private static JsonArray array(List<JsonObject> entries) {
    JsonArray list = new JsonArray();
    entries.forEach(list::add);
    return list;
  }
}
