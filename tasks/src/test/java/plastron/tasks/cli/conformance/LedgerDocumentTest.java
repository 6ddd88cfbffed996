package plastron.tasks.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plastron.core.ledger.Departure;
import plastron.core.ledger.LedgerOracle;
import plastron.core.network.Delivery;
import plastron.core.network.Neuron;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.Compilation;
import plastron.export.conformance.ConformanceKind;
import plastron.export.conformance.ReferenceFileKind;
import plastron.export.diagnostic.Diagnostic;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.RateEstimator;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.cli.ExitCode;

class LedgerDocumentTest {

  private static final Path PROJECT = Path.of("..");

  private static List<LedgerOracle> oracles() {
    return LedgerDocument.parts().stream().flatMap(part -> part.oracles().stream()).toList();
  }

  private static List<Class<?>> departing() {
    return LedgerDocument.parts().stream()
        .<Class<?>>flatMap(part -> part.departing().stream())
        .toList();
  }

  private static Stream<Departure> departures() {
    return departing().stream()
        .flatMap(type -> Arrays.stream(type.getAnnotationsByType(Departure.class)));
  }

  private static List<Path> sources(String kind) throws IOException {
    try (Stream<Path> modules = Files.list(PROJECT)) {
      return modules
          .map(module -> module.resolve("src").resolve(kind).resolve("java"))
          .filter(Files::isDirectory)
          .flatMap(LedgerDocumentTest::java)
          .toList();
    }
  }

  private static Stream<Path> java(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theDocumentIsUpToDate() {
    CommandRun run = CommandRun.of("conformance", "--ledger");
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(PROJECT.resolve("docs").resolve("fidelity-ledger.md"))
        .as("Maybe run: ./plastron conformance --ledger > docs/fidelity-ledger.md")
        .hasContent(run.out());
  }

  @Test
  void everyNamedTestExists() throws IOException {
    List<Path> tests = sources("test");
    List<String> named =
        Stream.concat(
                Stream.concat(
                    oracles().stream().map(LedgerOracle::test), departures().map(Departure::test)),
                Stream.of(LedgerDocument.CHIP_TEST))
            .distinct()
            .toList();
    assertThat(named)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            name -> {
              String[] parts = name.split("\\.", -1);
              assertThat(parts).as(name).hasSize(2);
              List<Path> files =
                  tests.stream().filter(file -> file.endsWith(parts[0] + ".java")).toList();
              assertThat(files).as(name).hasSize(1);
              assertThat(text(files.getFirst())).containsPattern("void " + parts[1] + "\\(");
            });
  }

  @Test
  void everyClassThatDepartsIsOnThePage() throws IOException {
    List<String> annotated =
        sources("main").stream()
            .filter(file -> text(file).contains("\n@Departure("))
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .toList();
    assertThat(departing())
        .extracting(Class::getSimpleName)
        .containsExactlyInAnyOrderElementsOf(annotated);
  }

  @Test
  void everyDepartureIsFromAnOracleOfThePage() {
    assertThat(departures())
        .isNotEmpty()
        .extracting(Departure::from)
        .isSubsetOf(oracles().stream().map(LedgerOracle::name).toList());
  }

  @Test
  void everyKindOfReferenceFileHasOneOracle() {
    List<String> kinds =
        Stream.concat(
                ServiceLoader.load(ConformanceKind.class).stream().map(k -> k.get().name()),
                ServiceLoader.load(ReferenceFileKind.class).stream().map(k -> k.get().name()))
            .toList();
    assertThat(oracles())
        .flatExtracting(LedgerOracle::kinds)
        .containsExactlyInAnyOrderElementsOf(kinds);
  }

  @Test
  void staticAndPlasticSynapsesOnACoreAreAWarning() {
    PlasticModel model =
        PlasticModel.named("mixed")
            .source("input", 3)
            .population("output", 2, new Neuron.Lif(1, 0.8, 0, Neuron.Reset.HARD, 0))
            .projection(
                "input",
                "output",
                p -> p.rule("dp-linear").delivery(Delivery.ARRIVAL).latency(1).set("eta", 0.125))
            .clock(new Clock(8, RateEstimator.ExponentialTrace.matching(8), 0.5))
            .build();
    SpikeRaster spikes = new SpikeRaster(80, 3);
    IntStream.range(0, 80).forEach(t -> spikes.set(t, t % 3));
    assertThat(Compilation.of(model, "loihi1", Input.each(List.of(spikes))).image().diagnostics())
        .extracting(Diagnostic::code)
        .contains("L-MIX");
  }

  @Test
  void aFolderAndTheLedgerAreTwoThings() {
    CommandRun both = CommandRun.of("conformance", "--ledger", ".");
    assertThat(both.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(both.err()).contains("Folder DIR (.) is for a comparison, not for --ledger.");
    CommandRun neither = CommandRun.of("conformance");
    assertThat(neither.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(neither.err()).contains("Folder DIR (missing) with the reference files is needed.");
  }
}
