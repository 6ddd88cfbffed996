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
import plastron.export.conformance.ReferenceFileKind;
import plastron.export.conformance.StrictJson;
import plastron.export.file.BrokenFileException;

/** Judges one reference file: finds its kind by content and runs the comparison. */
final class FileCheck {

  private final List<ConformanceKind> kinds;
  private final List<ReferenceFileKind> fileKinds;

  /**
   * @param kinds the comparisons of this build; the first that recognises a document gets it
   * @param fileKinds those of files that are no JSON; the first that recognises a file gets it
   */
  FileCheck(List<ConformanceKind> kinds, List<ReferenceFileKind> fileKinds) {
    this.kinds = List.copyOf(kinds);
    this.fileKinds = List.copyOf(fileKinds);
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
        return checkFile(path, file);
      }
      return check(StrictJson.read(path), file);
    } catch (BrokenVectorException e) {
      return FileOutcome.broken(file, "", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return FileOutcome.broken(file, "", "could not be read (" + e + ")");
    }
  }

  private FileOutcome checkFile(Path path, String file) throws IOException {
    Optional<ReferenceFileKind> kind =
        fileKinds.stream().filter(k -> k.recognises(path)).findFirst();
    if (kind.isEmpty()) {
      return FileOutcome.broken(
          file, "", "of no known kind; its name ends like none of a kind that is compared");
    }
    String name = kind.get().name();
    return compare(name, file, () -> kind.get().check(path));
  }

  private FileOutcome check(JsonObject document, String file) throws IOException {
    Optional<ConformanceKind> kind = kinds.stream().filter(k -> k.recognises(document)).findFirst();
    if (kind.isPresent()) {
      return compare(kind.get().name(), file, () -> kind.get().check(document));
    }
    return KnownUnhandledKinds.nameOf(document)
        .map(name -> FileOutcome.skipped(file, name, "a known kind that is not compared yet"))
        .or(
            () ->
                KnownUnhandledKinds.unheardOf(document)
                    .map(name -> FileOutcome.skipped(file, name, "a kind that is not known here")))
        .orElseGet(
            () -> FileOutcome.broken(file, "", "of no known kind; " + description(document)));
  }

  private interface Check {
    ConformanceResult result() throws IOException;
  }

  private static FileOutcome compare(String kind, String file, Check check) throws IOException {
    try {
      ConformanceResult result = check.result();
      return result.compared() > 0
          ? FileOutcome.compared(file, kind, result)
          : FileOutcome.broken(file, kind, "holds no number to compare");
    } catch (BrokenVectorException e) {
      return FileOutcome.broken(file, kind, String.valueOf(e.getMessage()));
    } catch (BrokenFileException e) {
      return FileOutcome.broken(file, kind, e.reason());
    } catch (RuntimeException e) {
      // One damaged file must not hide the verdicts over the others.
      return FileOutcome.broken(
          file, kind, "damaged in a way that the check does not name (" + e + ")");
    }
  }

  private static String description(JsonObject document) {
    return document.has("format")
        ? "its format is " + document.get("format") + ", its kind " + document.get("kind")
        : "its names are " + document.keySet().stream().limit(6).toList();
  }
}
