package plastron.tasks.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.ConformanceKind;
import plastron.export.conformance.ConformanceResult;
import plastron.export.conformance.ReferenceFileKind;
import plastron.export.file.BrokenFileException;
import plastron.tasks.cli.conformance.FileOutcome.Status;

class FileCheckTest {

  @TempDir private Path folder;

  /** Compares the number "got" with 7. */
  private static final class SevenKind implements ConformanceKind {

    @Override
    public String name() {
      return "test/seven";
    }

    @Override
    public boolean recognises(JsonObject document) {
      return document.has("seven");
    }

    @Override
    public ConformanceResult check(JsonObject document) {
      Comparison comparison = new Comparison();
      comparison.nextCase();
      if (!document.has("got")) {
        throw new BrokenVectorException("no field (got)");
      }
      if (!document.get("got").isJsonNull()) {
        comparison.exact(document.get("got").getAsInt(), 7, () -> "got");
      }
      return comparison.result();
    }
  }

  /** Compares what a file holds with 7. */
  private static final class SevenFileKind implements ReferenceFileKind {

    @Override
    public String name() {
      return "test/seven-file";
    }

    @Override
    public boolean recognises(Path file) {
      return file.toString().endsWith(".seven");
    }

    @Override
    public ConformanceResult check(Path file) throws IOException {
      String text = Files.readString(file);
      if (text.charAt(0) == 'x') {
        throw new BrokenFileException(file, "is no number.");
      }
      Comparison comparison = new Comparison();
      comparison.nextCase();
      comparison.exact(Integer.parseInt(text), 7, () -> "got");
      return comparison.result();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"seven\": 1, \"got\": 7}    | PASS   | 1 cases, 1 compared, largest deviation 0",
        "{\"seven\": 1, \"got\": 9}    | FAIL   | largest deviation 2.00, 1 outside the tolerance,"
            + " worst: got",
        "{\"seven\": 1}                | BROKEN | no field (got)",
        "{\"seven\": 1, \"got\": null} | BROKEN | holds no number to compare",
        "{\"seven\": 1, \"got\": [1,2]} | BROKEN | damaged in a way that the check does not name",
        "{\"eight\": 1}                | BROKEN | of no known kind; its names are [eight]"
      })
  void judges(String text, Status status, String line) throws IOException {
    FileOutcome outcome = outcome("a.json", text);
    assertThat(outcome.status()).isEqualTo(status);
    assertThat(ReportFormat.line(outcome, 6)).contains(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"cases\": [{\"events\": [], \"rows\": []}]}                              |"
            + " spinnaker/stdp",
        "{\"cases\": [{\"weight_scale\": 1}]}                                       |"
            + " spinnaker/weight_scale",
        "{\"core_images\": []}                                                      |"
            + " spinnaker/memory_image",
        "{\"format\": \"plastron-rate-vector/1\", \"kind\": \"policy\"}               |"
            + " rate/policy",
        "{\"format\": \"plastron-rate-vector/1\", \"kind\": \"optimiser\"}            |"
            + " rate/optimiser"
      })
  void skipsKnownKindsByContent(String text, String kind) throws IOException {
    FileOutcome outcome = outcome("a.json", text);
    assertThat(outcome.status()).isEqualTo(Status.SKIP);
    assertThat(outcome.kind()).isEqualTo(kind);
  }

  /** What says by its format that it is one of the sets, and what is none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"format\": \"plastron-environment-vector/1\"}             | SKIP   |"
            + " plastron-environment-vector/1   a kind that is not known here",
        "{\"format\": \"plastron-rate-vector/1\", \"kind\": \"new\"} | SKIP   |"
            + " plastron-rate-vector/1 new      a kind that is not known here",
        "{\"format\": \"plastron-rate-vector/1\"}                    | BROKEN | of no known kind",
        "{\"format\": \"plastron-rate-vector/2\", \"kind\": \"new\"} | BROKEN | of no known kind",
        "{\"format\": \"plastron-rate-vector/0\"}                    | BROKEN | of no known kind",
        "{\"format\": \"a-vector/1 \"}                               | BROKEN | of no known kind",
        "{\"format\": 1}                                             | BROKEN | of no known kind",
        "{\"format\": [\"plastron-rate-vector/1\"]}                  | BROKEN | of no known kind",
        "{}                                                          | BROKEN | of no known kind"
      })
  void skipsSetsOfUnknownKinds(String text, Status status, String line) throws IOException {
    FileOutcome outcome = outcome("a.json", text);
    assertThat(outcome.status()).isEqualTo(status);
    assertThat(ReportFormat.line(outcome, 6)).contains(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.seven | 7     | PASS   | 1 cases, 1 compared",
        "a.seven | 9     | FAIL   | largest deviation 2.00",
        "a.seven | x     | BROKEN | is no number.",
        "a.seven | ''    | BROKEN | damaged in a way that the check does not name",
        "a.eight | 7     | BROKEN | of no known kind; its name ends like none"
      })
  void judgesFilesThatAreNoJson(String name, String text, Status status, String line)
      throws IOException {
    FileOutcome outcome = outcome(name, text);
    assertThat(outcome.status()).isEqualTo(status);
    assertThat(ReportFormat.line(outcome, 6)).contains(line);
  }

  @Test
  void brokenGoesBeforeFailedInTheExitCode() throws IOException {
    FileOutcome failed = outcome("a.json", "{\"seven\": 1, \"got\": 9}");
    FileOutcome broken = outcome("b.json", "{");
    assertThat(Totals.of(List.of(failed)).exitCode()).isEqualTo(1);
    assertThat(Totals.of(List.of(failed, broken)).exitCode()).isEqualTo(2);
    assertThat(Totals.of(List.of(failed, broken)).line()).isEqualTo("0 passed, 2 failed");
  }

  private FileOutcome outcome(String name, String text) throws IOException {
    return check(Files.writeString(folder.resolve(name), text));
  }

  private static FileOutcome check(Path file) {
    return new FileCheck(List.of(new SevenKind()), List.of(new SevenFileKind()))
        .check(file, file.getFileName().toString());
  }
}
