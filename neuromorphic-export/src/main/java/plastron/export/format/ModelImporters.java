package plastron.export.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import plastron.export.file.BoundedFile;
import plastron.export.file.BrokenFileException;
import plastron.plasticity.model.PlasticModel;

/** The importers that the service loader finds. */
public final class ModelImporters {

  private ModelImporters() {}

  /** All of them, by name. */
  public static List<ModelImporter> all() {
    return ServiceLoader.load(ModelImporter.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(ModelImporter::name))
        .toList();
  }

  /**
   * The importer of this name.
   *
   * @throws IllegalArgumentException with all names if there is none
   */
  public static ModelImporter named(String name) {
    return all().stream()
        .filter(importer -> importer.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Model importer (%s) must be one of %s.".formatted(name, names(all()))));
  }

  /**
   * The importer that recognises a file.
   *
   * @throws BrokenFileException if none or several do
   * @throws java.nio.file.NoSuchFileException if there is no such file
   */
  public static ModelImporter of(Path file) throws IOException {
    return of(file, all());
  }

  static ModelImporter of(Path file, List<ModelImporter> all) throws IOException {
    byte[] beginning = BoundedFile.beginning(file, ModelImporter.BEGINNING);
    if (beginning.length == 0) {
      throw new BrokenFileException(file, "is empty, expected a model.");
    }
    List<ModelImporter> found =
        all.stream().filter(importer -> importer.recognises(beginning.clone())).toList();
    if (found.isEmpty()) {
      throw new BrokenFileException(
          file,
          "begins like no model that this build reads, expected a file for one of %s."
              .formatted(names(all)));
    }
    if (found.size() > 1) {
      throw new BrokenFileException(
          file, "begins like files of several kinds %s. Maybe name one.".formatted(names(found)));
    }
    return found.getFirst();
  }

  /**
   * Reads a model of whatever kind, by the importer that recognises it.
   *
   * @throws BrokenFileException if none or several do, or the file is damaged
   * @throws java.nio.file.NoSuchFileException if there is no such file
   */
  public static PlasticModel read(Path file) throws IOException {
    return of(file).read(file);
  }

  private static List<String> names(List<ModelImporter> importers) {
    return importers.stream().map(ModelImporter::name).toList();
  }
}
