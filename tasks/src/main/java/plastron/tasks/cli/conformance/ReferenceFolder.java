package plastron.tasks.cli.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ShellLine;

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
          "not a folder (" + folder + "), expected one with reference files (*.json, *.h5, *.nir)",
          isReferenceFile(folder)
              ? "Maybe the folder that holds this file was meant: "
                  + ShellLine.of("conformance", parent(folder))
              : null);
    }
    SortedMap<String, Path> files = find(folder);
    if (files.isEmpty()) {
      throw new BadInputException(
          "no reference file (*.json, *.h5, *.nir) in the folder (" + folder + ") or below");
    }
    return files;
  }

  private static Path parent(Path file) {
    return file.getParent() == null ? Path.of(".") : file.getParent();
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
      throw new BadInputException(
          "the folder (" + folder + ") cannot be read, expected all of it to be: " + reason(e));
    }
  }

  private static String reason(Exception e) {
    return switch (e) {
      case UncheckedIOException unchecked -> reason(Objects.requireNonNull(unchecked.getCause()));
      case AccessDeniedException denied -> "access to " + denied.getFile() + " is denied";
      default -> String.valueOf(e.getMessage());
    };
  }

  private static boolean isReferenceFile(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith) && !Files.isDirectory(file);
  }
}
