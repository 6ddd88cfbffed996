package plastron.tasks.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.ConformanceKind;
import plastron.export.conformance.ConformanceResult;
import plastron.export.conformance.StrictJson;

/** The readers of reference files, one for every kind of which a module has a file. */
final class ReferenceReaders {

  private static final List<String> FOLDERS =
      List.of(
          "loihi-profile/src/test/resources",
          "spinnaker-profile/src/test/resources",
          "plasticity-rules/src/test/resources",
          "tasks/src/test/resources/plastron/tasks/conformance/rate");

  private static final List<ConformanceKind> KINDS =
      ServiceLoader.load(ConformanceKind.class).stream().map(ServiceLoader.Provider::get).toList();

  private ReferenceReaders() {}

  /**
   * All of them.
   *
   * @param project the folder of all modules
   */
  static List<ReaderUnderTest> all(Path project, Originals originals) {
    List<ReaderUnderTest> readers = new ArrayList<>(List.of(json(originals)));
    for (ConformanceKind kind : KINDS) {
      for (JsonObject document : documents(project)) {
        if (first(document).equals(Optional.of(kind))
            && readers.stream().noneMatch(r -> isOf(r, kind))) {
          readers.add(reader(kind, shortened(document), originals));
        }
      }
    }
    return readers;
  }

  /** What all readers of JSON have in common. */
  private static ReaderUnderTest json(Originals originals) {
    Path file = originals.file("document.json");
    JsonObject document =
        StrictJson.parse(
            "{\"a\": [1, -2.5e3, {\"b\": null, \"c\": \"text\"}], \"d\": {\"e\": true}, \"f\":"
                + " \"\"}");
    return new ReaderUnderTest(
        "JSON",
        BrokenVectorException.class,
        random -> JsonEdits.edited(document, random),
        content -> {
          JsonObject read = StrictJson.read(Files.write(file, content));
          assertThat(StrictJson.parse(read.toString())).isEqualTo(read);
        });
  }

  private static boolean isOf(ReaderUnderTest reader, ConformanceKind kind) {
    return reader.name().equals(name(kind));
  }

  private static String name(ConformanceKind kind) {
    return "reference file, " + kind.name();
  }

  private static Optional<ConformanceKind> first(JsonObject document) {
    return KINDS.stream().filter(k -> k.recognises(document)).findFirst();
  }

  private static List<JsonObject> documents(Path project) {
    List<JsonObject> documents = new ArrayList<>();
    for (String folder : FOLDERS) {
      try (Stream<Path> files = Files.walk(project.resolve(folder))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
          documents.add(StrictJson.read(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return documents;
  }

  /** With its first case only: every edit hits it, and a check takes little time. */
  private static JsonObject shortened(JsonObject document) {
    for (String name : List.copyOf(document.keySet())) {
      JsonElement list = document.get(name);
      if (list.isJsonArray() && !list.getAsJsonArray().isEmpty()) {
        while (list.getAsJsonArray().size() > 1 && list.getAsJsonArray().get(0).isJsonObject()) {
          list.getAsJsonArray().remove(list.getAsJsonArray().size() - 1);
        }
      }
    }
    return document;
  }

  private static ReaderUnderTest reader(
      ConformanceKind kind, JsonObject document, Originals originals) {
    Path file = originals.file(kind.name().replace('/', '-') + ".json");
    return new ReaderUnderTest(
        name(kind),
        BrokenVectorException.class,
        random -> JsonEdits.edited(document, random),
        content -> {
          JsonObject read = StrictJson.read(Files.write(file, content));
          if (kind.recognises(read)) {
            ConformanceResult result = kind.check(read);
            assertThat(result.cases()).isPositive();
            assertThat(result.mismatches()).isBetween(0L, result.compared());
          }
        });
  }
}
