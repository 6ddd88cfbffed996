package plastron.loihi.conformance.file;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.StrictJson;
import plastron.export.conformance.VectorReader;
import plastron.loihi.conformance.CaseKind;

/** The documents in the folder of a file. */
final class Beside {

  private Beside() {}

  /**
   * The first case that is meant, in the documents of a kind, in the order of their names.
   * Documents that are damaged are none: they get a verdict of their own.
   */
  static Optional<VectorReader> find(Path file, String kind, Predicate<VectorReader> isMeant)
      throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    List<Path> documents;
    try (Stream<Path> files = Files.list(folder)) {
      documents =
          files
              .filter(p -> p.toString().endsWith(".json") && Files.isRegularFile(p))
              .sorted()
              .toList();
    }
    for (Path path : documents) {
      Optional<VectorReader> found = find(path, kind).filter(isMeant).findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Stream<VectorReader> find(Path path, String kind) throws IOException {
    try {
      JsonObject document = StrictJson.read(path);
      return VectorReader.hasKind(document, CaseKind.FORMAT, kind)
          ? VectorReader.of(document).cases().stream()
          : Stream.of();
    } catch (BrokenVectorException e) {
      return Stream.of();
    }
  }
}
