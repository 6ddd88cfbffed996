package plastron.spinnaker.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.format.ImageJson;
import plastron.export.format.OutputFormat;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageCore;
import plastron.export.image.ImageLayer;
import plastron.export.image.OutputFile;

/**
 * The cores, rows, formats and shifts of an image as JSON, for people and programs that build
 * binaries from it.
 */
public final class LayoutFormat implements OutputFormat {

  private static final List<String> STATIC_ROW =
      List.of(
          "plastic words = 0",
          "n fixed",
          "n plastic = 0",
          "weight:16 | delay | type | index, by synapse");

  private static final List<String> PLASTIC_ROW =
      List.of(
          "last interval:32",
          "spike count:16 | phi:16",
          "E:16 by synapse",
          "n fixed = 0 | n plastic",
          "psi:16",
          "control:16 by synapse",
          "W:16 by synapse",
          "alpha:16 by synapse");

  @Override
  public String name() {
    return "spinnaker-layout";
  }

  @Override
  public String description() {
    return "spinnaker.json, cores, rows, formats and shifts of the network";
  }

  @Override
  public boolean isFor(String chip) {
    return chip.equals(SpinnakerProfile.NAME);
  }

  @Override
  public List<OutputFile> write(ChipImage image) {
    requireIsFor(image);
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("profile", image.profile());
    root.put("model", image.model());
    root.put("time_step_ms", 1);
    root.put("steps_per_interval", image.updateInterval());
    root.put(
        "order_in_a_step",
        List.of(
            "neurons", "rows of the spikes of this step, delay 1", "rules if an interval ends"));
    root.put(
        "rounding",
        "rn(x, s) = (x + 2^(s-1)) >> s; sat clamps to int16; neuron arithmetic floors and wraps");
    if (!image.signals().isEmpty()) {
      root.put("signals_written_by_the_host", image.signals());
    }
    root.put("layers", image.layers().stream().map(layer -> layer(image, layer)).toList());
    root.put("cores", image.cores().stream().map(core -> core(image, core)).toList());
    return List.of(
        ImageJson.file("spinnaker.json", "cores, rows, formats and shifts of the network", root));
  }

  private static Map<String, Object> layer(ChipImage image, ImageLayer layer) {
    Map<String, Object> map = ImageJson.layer(image, layer);
    map.put("neurons", layer.size());
    map.put("rule", layer.rule());
    map.put("kernel", layer.program());
    map.put("integers", layer.integers());
    map.put("units", layer.reals());
    List<Map<String, Object>> arrays = new ArrayList<>();
    for (QuantizedArray array : layer.arrays()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", array.name());
      entry.put("format", "s0.15, in memory 16 bits");
      entry.put("rows", array.values().length);
      entry.put("columns", array.values().length == 0 ? 0 : array.values()[0].length);
      entry.put("lsb", array.scale().lsb());
      entry.put("largest_error", array.error().max());
      arrays.add(entry);
    }
    map.put("arrays", arrays);
    map.put("zero_at_episode_start", layer.reset());
    return map;
  }

  private static Map<String, Object> core(ChipImage image, ImageCore core) {
    int n = core.to() - core.from();
    Map<String, Object> map = ImageJson.core(image, core);
    map.put("rows", image.into(core.population()).stream().map(layer -> rows(layer, n)).toList());
    return map;
  }

  private static Map<String, Object> rows(ImageLayer layer, int n) {
    boolean isPlastic = !layer.program().isEmpty();
    Map<String, Object> rows = new LinkedHashMap<>();
    rows.put("layer", layer.name());
    rows.put("count", layer.inputs());
    rows.put("words", isPlastic ? 3 + 2L * n : 3 + (long) n);
    rows.put("layout", isPlastic ? PLASTIC_ROW : STATIC_ROW);
    return rows;
  }
}
