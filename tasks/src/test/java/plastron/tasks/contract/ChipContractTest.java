package plastron.tasks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.export.contract.ContractSummary;
import plastron.export.profile.ChipProfiles;

/** Every chip on the class path keeps the contract. A longer run: plastron contract --random N. */
class ChipContractTest {

  private static final int DRAWN = 400;

  /** Of a form of a chip, such as loihi1-reward, which has almost all in common with the chip. */
  private static final int DRAWN_OF_A_FORM = 100;

  private static final int NETWORKS = 50;
  private static final ContractRuns RUNS =
      new ContractRuns(
          Runtime.getRuntime().availableProcessors(),
          new ContractProgress(new PrintWriter(Writer.nullWriter())));

  private static final List<ContractSummary> GRID = new ArrayList<>();
  private static final List<ContractSummary> EDGES = new ArrayList<>();

  @BeforeAll
  static void tryTheGridAndItsEdges() {
    ChipProfiles.all().forEach(chip -> GRID.add(RUNS.grid(chip)));
    ChipProfiles.all().forEach(chip -> EDGES.add(RUNS.edges(chip)));
  }

  @TestFactory
  Stream<DynamicTest> theGridStaysWithinTheStatedError() {
    return GRID.stream()
        .map(
            s ->
                DynamicTest.dynamicTest(
                    s.chip(),
                    () -> {
                      keeps(s);
                      assertThat(s.isTight()).as("median ratio %s", s.medianRatio()).isTrue();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> theEdgesStayWithinTheStatedError() {
    return EDGES.stream().map(s -> DynamicTest.dynamicTest(s.chip(), () -> keeps(s)));
  }

  @TestFactory
  Stream<DynamicTest> drawnModelsStayWithinTheStatedError() {
    return ChipProfiles.all().stream()
        .map(
            chip ->
                DynamicTest.dynamicTest(
                    chip.name(), () -> keeps(RUNS.random(chip, 1, drawn(chip.name())))));
  }

  private static int drawn(String chip) {
    return chip.contains("-") ? DRAWN_OF_A_FORM : DRAWN;
  }

  /** Found among 100,000: each was outside of a small error that was stated. */
  @ParameterizedTest
  @CsvSource({
    "spinnaker1, 19757",
    "spinnaker1, 28685",
    "spinnaker1, 51456",
    "spinnaker1, 76117",
    "spinnaker1, 78027",
    "loihi2, 41120",
    "loihi2, 46948"
  })
  void modelsThatWereOutsideAreReportedByName(String chip, long seed) {
    ContractSummary one = RUNS.random(ChipProfiles.named(chip), seed, 1);
    assertThat(one.violations()).isEmpty();
    assertThat(one.unstated()).isEqualTo(1);
  }

  @TestFactory
  Stream<DynamicTest> drawnNetworksStayWithinTheStatedError() {
    return ChipProfiles.all().stream()
        .map(
            chip ->
                DynamicTest.dynamicTest(
                    chip.name(), () -> keeps(RUNS.networks(chip, 1, NETWORKS))));
  }

  @Test
  void theDocumentIsUpToDate() {
    assertThat(Path.of("..", "docs", "chip-contract.md"))
        .as("Maybe run: ./plastron contract --format markdown > docs/chip-contract.md")
        .hasContent(ContractDocument.print(GRID, EDGES));
  }

  private static void keeps(ContractSummary summary) {
    String broken =
        summary.violations().stream()
            .limit(10)
            .map(v -> v.model() + ": " + v.violations())
            .collect(Collectors.joining("\n"));
    assertThat(summary.keeps())
        .as("%s, median ratio %s%n%s", summary.chip(), summary.medianRatio(), broken)
        .isTrue();
    assertThat(summary.accepted()).as("accepted by %s", summary.chip()).isPositive();
  }
}
