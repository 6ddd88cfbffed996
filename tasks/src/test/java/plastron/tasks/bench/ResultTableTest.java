package plastron.tasks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plastron.tasks.bench.workload.Workload;

class ResultTableTest {

  private static final List<Workload> WORKLOADS = List.of(Workload.of("ndp-oja-w10"));

  private static Result result(String engine, @Nullable Double peak, double... seconds) {
    return new Result(
        "ndp-oja-w10", engine, 1, seconds, peak, 0.1, new TreeMap<>(Map.of("torch", "1.13")));
  }

  @Test
  void theMedianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
    assertThat(result("plastron", 1.0, 3, 1, 2).median()).isEqualTo(2);
    assertThat(result("plastron", 1.0, 9, 1, 2, 4).median()).isEqualTo(3);
    assertThat(result("plastron", 1.0, 9, 1, 2, 4).min()).isEqualTo(1);
    assertThat(result("plastron", 1.0, 9, 1, 2, 4).max()).isEqualTo(9);
  }

  @Test
  void linesAreAligned() {
    Result fast = result("plastron", 123.4, 0.01, 0.02, 0.03);
    Result slow = result("torch-window", null, 0.2, 0.2);
    ResultTable table = new ResultTable(WORKLOADS, true);
    assertThat(table.heading()).endsWith(" ratio");
    assertThat(table.row(fast, fast)).endsWith(" 1.0").contains(" 123 ");
    assertThat(table.row(slow, fast)).endsWith(" 10.0").contains(" - ");
    assertThat(List.of(table.row(fast, fast), table.row(slow, fast)))
        .allMatch(row -> row.length() == table.heading().length());
    assertThat(table.footer(List.of(fast, slow))).contains("torch 1.13", "ratio: median over");
  }

  @Test
  void withoutAComparisonThereAreNoRatios() {
    ResultTable table = new ResultTable(WORKLOADS, false);
    Result alone = result("plastron", 100.0, 1);
    assertThat(table.heading()).endsWith("hidden rate");
    assertThat(table.row(alone, alone)).hasSameSizeAs(table.heading()).endsWith(" 0.100");
    assertThat(table.footer(List.of(alone))).doesNotContain("ratio:");
  }
}
