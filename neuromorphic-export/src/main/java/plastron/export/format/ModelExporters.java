package plastron.export.format;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import plastron.core.check.Require;

/** The model exporters that the service loader finds. */
public final class ModelExporters {

  private ModelExporters() {}

  /** All of them, by name. */
  public static List<ModelExporter> all() {
    return ServiceLoader.load(ModelExporter.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(ModelExporter::name))
        .toList();
  }

  /** Their names. */
  public static List<String> names() {
    return all().stream().map(ModelExporter::name).toList();
  }

  /**
   * The exporter of this name.
   *
   * @throws IllegalArgumentException with all names if there is none
   */
  public static ModelExporter named(String name) {
    Require.oneOf("Model exporter", name, names());
    return all().stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
  }
}
