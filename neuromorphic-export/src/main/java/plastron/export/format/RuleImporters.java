package plastron.export.format;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import plastron.core.check.Require;

/** The importers of rules that the service loader finds. */
public final class RuleImporters {

  private RuleImporters() {}

  /** All of them, by name. */
  public static List<RuleImporter> all() {
    return ServiceLoader.load(RuleImporter.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(RuleImporter::name))
        .toList();
  }

  /**
   * The importer of this name.
   *
   * @throws IllegalArgumentException with all names if there is none
   */
  public static RuleImporter named(String name) {
    Require.oneOf("Rule importer", name, all().stream().map(RuleImporter::name).toList());
    return all().stream().filter(i -> i.name().equals(name)).findFirst().orElseThrow();
  }
}
