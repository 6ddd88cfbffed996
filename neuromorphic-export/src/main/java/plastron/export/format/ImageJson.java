package plastron.export.format;

import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import plastron.core.check.Require;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageCore;
import plastron.export.image.ImageLayer;
import plastron.export.image.OutputFile;

/** What descriptions of an image as JSON have in common, whatever the chip. */
public final class ImageJson {

  private ImageJson() {}

  /**
   * A file.
   *
   * @param role what it is for, in a few words
   * @param document values by name, in the order in which they stand in the file
   */
  public static OutputFile file(String name, String role, Map<String, Object> document) {
    Require.given("Document of " + name, document);
    String json =
        new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(document);
    return OutputFile.text(name, role, json + "\n");
  }

  /** Where a layer stands; to be continued by what the chip has of it. */
  public static Map<String, Object> layer(ChipImage image, ImageLayer layer) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", layer.name());
    map.put("from", image.populations().get(layer.from()).name());
    map.put("to", image.populations().get(layer.to()).name());
    map.put("inputs", layer.inputs());
    return map;
  }

  /** What is on a core; to be continued by what the chip has of it. */
  public static Map<String, Object> core(ChipImage image, ImageCore core) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("chip", core.chip());
    map.put("core", core.core());
    map.put("population", image.populations().get(core.population()).name());
    map.put("from", core.from());
    map.put("to", core.to());
    map.put("demand", core.demand().amounts());
    return map;
  }
}
