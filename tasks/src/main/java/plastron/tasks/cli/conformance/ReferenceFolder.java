package plastron.tasks.cli.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import plastron.tasks.cli.BadInputException;

/** Finds the reference files of a folder and of the folders in it. */
final class ReferenceFolder {

  private static final List<String> ENDINGS = List.of(".json", ".h5", ".nir");

  private ReferenceFolder() {}

  /**
   * The files, sorted by name: path relative to the folder (with {@code /}) to the file.
   *
   * @throws BadInputException if the folder is missing, is no folder, or has no such file
   */
  static SortedMap<String, Path> files(Path folder) {
    if (!Files.exists(folder)) {
      throw new BadInputException(
          "there is no folder (" + folder + ")",
          "Maybe the path is meant from another folder than " + Path.of("").toAbsolutePath() + ".");
    }
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(
          "not a folder (" + folder + ")", "Maybe the folder that holds this file was meant.");
    }
    SortedMap<String, Path> files = find(folder);
    if (files.isEmpty()) {
      throw new BadInputException(
          "no reference file (*.json, *.h5, *.nir) in the folder (" + folder + ")",
          "Maybe the reference files lie in a folder beside it.");
    }
    return files;
  }

  private static SortedMap<String, Path> find(Path folder) {
    try {
      Path root = folder.toRealPath();
      SortedMap<String, Path> files = new TreeMap<>();
      try (Stream<Path> all = Files.walk(root)) {
        all.filter(ReferenceFolder::isReferenceFile)
            .forEach(file -> files.put(root.relativize(file).toString().replace('\\', '/'), file));
      }
      return files;
    } catch (IOException | UncheckedIOException e) {
      throw new BadInputException("the folder (" + folder + ") cannot be read: " + e.getMessage());
    }
  }

  private static boolean isReferenceFile(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith) && !Files.isDirectory(file);
  }
}
