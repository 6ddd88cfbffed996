package plastron.loihi.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.export.format.ImageJson;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.image.ImagePopulation;
import plastron.export.image.OutputFile;
import plastron.export.resource.Usage;
import plastron.loihi.chip.LoihiChips;
import plastron.loihi.chip.LoihiFormat;
import plastron.loihi.run.ImageKeys;

/**
 * The register-level profile as JSON, for loaders of one's own: what every core holds in profiles,
 * synapse groups and learning rules, these in Lava's syntax.
 */
public final class RegisterFormat implements LoihiFormat {

  private static final String REWARDS =
      "r1 is the reward trace, which NxSDK has and Lava does not; lines that start with reward say"
          + " what it follows: a signal that the host sends at every update, or spikes of a"
          + " population. ";

  private static final String FORMAT = "plastron-loihi-registers-3";

  @Override
  public String name() {
    return "loihi-registers";
  }

  @Override
  public String description() {
    return "registers.json, a register-level profile for loaders of one's own";
  }

  @Override
  public List<OutputFile> write(ChipImage image) {
    requireIsFor(image);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", FORMAT);
    document.put("profile", image.profile());
    document.put("model", image.model());
    document.put("arithmetic", ImageKeys.arithmetic(image).title());
    document.put("provenance", image.provenance());
    document.put(
        "populations", image.populations().stream().map(RegisterFormat::population).toList());
    document.put("updateInterval", image.updateInterval());
    document.put("seed", image.seed());
    document.put("layers", image.layers().stream().map(l -> layer(image, l)).toList());
    document.put("signals", image.signals());
    document.put("checksum", CoreRegisters.CHECKSUM);
    document.put(
        "cores", image.cores().stream().map(core -> new CoreRegisters(image, core).map()).toList());
    document.put("usage", image.usages().stream().map(RegisterFormat::usage).toList());
    document.put("note", note(image));
    document.put("diagnostics", image.diagnostics().stream().map(Object::toString).toList());
    return List.of(
        ImageJson.file(
            "registers.json", "register-level profile, for loaders of one's own", document));
  }

  private static String note(ChipImage image) {
    return image.layers().stream().anyMatch(l -> ImageKeys.line(l, ImageKeys.REWARD).isPresent())
        ? REWARDS + programs(image)
        : programs(image);
  }

  private static String programs(ChipImage image) {
    if (image.layers().stream()
        .allMatch(l -> l.integers().getOrDefault(ImageKeys.THIRD_FACTOR, 0L) == 0)) {
      return "Learning rules are in the syntax of Lava; loading a chip needs Intel's closed tools.";
    }
    return image.profile().startsWith(LoihiChips.LOIHI1_ASSISTED.name())
        ? "Programs of the lines that start with neuron run on the embedded processors, for every"
            + " neuron in turn; putting them there needs Intel's closed tools."
        : "Neuron programs need a microcode neuron model, which only members of Intel's research"
            + " community can build.";
  }

  private static Map<String, Object> population(ImagePopulation population) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", population.name());
    map.put("size", population.size());
    map.put("source", population.isSource());
    return map;
  }

  private static Map<String, Object> usage(Usage usage) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("limit", usage.limit().describe());
    map.put("used", usage.used());
    map.put("total", usage.total());
    return map;
  }

  private static Map<String, Object> layer(ChipImage image, ImageLayer layer) {
    Map<String, Object> map = ImageJson.layer(image, layer);
    map.put("size", layer.size());
    map.put("rule", layer.rule());
    map.put("program", layer.program());
    map.put("registers", layer.integers());
    map.put("units", layer.reals());
    map.put("reset", layer.reset());
    return map;
  }
}
