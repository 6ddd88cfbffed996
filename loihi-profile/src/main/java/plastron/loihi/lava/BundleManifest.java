package plastron.loihi.lava;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.format.ImageJson;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.image.OutputFile;
import plastron.export.message.Sha256;
import plastron.loihi.neuron.Statement;
import plastron.loihi.run.ImageKeys;

/**
 * {@code manifest.json} of a bundle: what is in it, where it comes from, what has to be written.
 */
final class BundleManifest {

  private static final String FORMAT = "plastron-lava-bundle";
  private static final int VERSION = 1;

  private BundleManifest() {}

  static OutputFile file(
      ChipImage image, BundleTrials trials, List<OutputFile> files, List<Diagnostic> diagnostics) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", FORMAT);
    root.put("version", VERSION);
    root.put("chip", image.profile());
    root.put("model", image.model());
    root.put(
        "arithmetic",
        "lava: bit-accurate LIF and Dense, bit-approximate LearningDense with its random numbers");
    root.put("provenance", image.provenance());
    root.put("seed", image.seed());
    root.put("update_interval", image.updateInterval());
    root.put("trials", BundleTrials.COUNT);
    root.put("steps", trials.length().steps());
    root.put("populations", populations(image));
    root.put("layers", layers(image));
    root.put("reset", ResetList.of(image).stream().map(BundleManifest::reset).toList());
    root.put("host_writes", hostWrites(image));
    root.put("diagnostics", diagnostics.stream().map(Diagnostic::toString).toList());
    root.put("files", files.stream().map(BundleManifest::entry).toList());
    return ImageJson.file("manifest.json", "what is in this folder, with checksums", root);
  }

  private static List<Map<String, Object>> populations(ChipImage image) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (int p = 0; p < image.populations().size(); p++) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("process", Names.population(p));
      entry.put("name", image.populations().get(p).name());
      entry.put("size", image.populations().get(p).size());
      entry.put("source", image.populations().get(p).isSource());
      list.add(entry);
    }
    return list;
  }

  private static List<Map<String, Object>> layers(ChipImage image) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (int l = 0; l < image.layers().size(); l++) {
      ImageLayer layer = image.layers().get(l);
      Map<String, Object> entry = ImageJson.layer(image, layer);
      entry.put("rule", layer.rule());
      entry.put("program", layer.program());
      List<String> processes = new ArrayList<>(Names.fixed(layer, l));
      if (ImageKeys.isPlastic(layer)) {
        processes.add(Names.learning(l, 0));
        if (ImageKeys.line(layer, ImageKeys.ACCUMULATOR_DW).isPresent()) {
          processes.add(Names.learning(l, 1));
        }
      }
      boolean extension = !ImageKeys.statements(layer).isEmpty();
      if (extension) {
        processes.add(Names.program(l));
      }
      entry.put("processes", processes);
      entry.put("needs_vendor_extension", extension);
      entry.put("units", layer.reals());
      list.add(entry);
    }
    return list;
  }

  private static Map<String, Object> reset(ResetList.Entry entry) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("process", entry.process());
    map.put("variable", entry.variable());
    map.put("value", entry.array().<Object>map(a -> "network.npz " + a).orElse(0));
    return map;
  }

  private static List<Map<String, Object>> hostWrites(ChipImage image) {
    List<String> names = List.copyOf(image.signals().keySet());
    List<Map<String, Object>> list = new ArrayList<>();
    for (int l = 0; l < image.layers().size(); l++) {
      List<Statement.Host> hosts = BundleTrials.hosts(image.layers().get(l));
      for (int h = 0; h < hosts.size(); h++) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("process", Names.program(l));
        map.put("register", hosts.get(h).target());
        map.put("signal", names.get(hosts.get(h).signal()));
        map.put("unit", "2^" + hosts.get(h).exponent());
        map.put("when", "at the end of every window, before the update");
        map.put("values", "input.npz trialN.%s.host%d".formatted(Names.program(l), h));
        list.add(map);
      }
    }
    return list;
  }

  private static Map<String, Object> entry(OutputFile file) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", file.name());
    map.put("role", file.role());
    map.put("bytes", file.bytes().length);
    map.put("sha256", Sha256.hex(file.bytes()));
    return map;
  }
}
