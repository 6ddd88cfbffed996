package plastron.tasks.cli.conformance;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.ConformanceKind;
import plastron.export.conformance.ConformanceResult;
import plastron.export.conformance.StrictJson;

/** Judges one reference file: finds its kind by content and runs the comparison. */
final class FileCheck {

  private final List<ConformanceKind> kinds;

  /**
   * @param kinds the comparisons of this build; the first that recognises a document gets it
   */
  FileCheck(List<ConformanceKind> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  /**
   * Judges a file; whatever it holds, there is a verdict.
   *
   * @param path the file
   * @param file how the file is called in the report
   */
  FileOutcome check(Path path, String file) {
    try {
      if (!file.toLowerCase(Locale.ROOT).endsWith(".json")) {
        Hdf5File.requireWhole(path);
        return FileOutcome.skipped(file, "hdf5");
      }
      return check(StrictJson.read(path), file);
    } catch (BrokenVectorException e) {
      return FileOutcome.broken(file, "", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return FileOutcome.broken(file, "", "could not be read (" + e + ")");
    }
  }

  private FileOutcome check(JsonObject document, String file) {
    Optional<ConformanceKind> kind = kinds.stream().filter(k -> k.recognises(document)).findFirst();
    if (kind.isPresent()) {
      return compare(kind.get(), document, file);
    }
    return KnownUnhandledKinds.nameOf(document)
        .map(name -> FileOutcome.skipped(file, name))
        .orElseGet(
            () -> FileOutcome.broken(file, "", "of no known kind; " + description(document)));
  }

  private static FileOutcome compare(ConformanceKind kind, JsonObject document, String file) {
    try {
      ConformanceResult result = kind.check(document);
      return result.compared() > 0
          ? FileOutcome.compared(file, kind.name(), result)
          : FileOutcome.broken(file, kind.name(), "holds no number to compare");
    } catch (BrokenVectorException e) {
      return FileOutcome.broken(file, kind.name(), String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // One damaged file must not hide the verdicts over the others.
      return FileOutcome.broken(
          file, kind.name(), "damaged in a way that the check does not name (" + e + ")");
    }
  }

  private static String description(JsonObject document) {
    return document.has("format")
        ? "its format is " + document.get("format") + ", its kind " + document.get("kind")
        : "its names are " + document.keySet().stream().limit(6).toList();
  }
}
