package plastron.tasks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.slayer.objective.Measure;
import plastron.slayer.train.StepReport;
import plastron.slayer.train.TrainerState;
import plastron.tasks.cli.BadInputException;

class MetricsTest {

  private static final MetricsLine LINE =
      new MetricsLine(
          new StepReport(
              0,
              -0.5,
              Map.of("accuracy", 0.25),
              Double.NaN,
              true,
              0.01,
              new double[] {0.5, 1},
              new double[] {0.5}),
          Double.NaN);

  private static final List<Measure> MEASURES = List.of(Measure.ACCURACY);

  @TempDir Path folder;

  private Path log(String... lines) throws IOException {
    return Files.writeString(folder.resolve("metrics.jsonl"), String.join("\n", lines) + "\n");
  }

  @Test
  void whatTheLogWritesTheTableReads() throws IOException {
    MetricsTable table = MetricsTable.read(log(LINE.json()), MEASURES, 1);
    assertThat(table.rows())
        .containsExactly(new MetricsTable.Row(0, -0.5, List.of(0.25), Double.NaN, Double.NaN, 0.5));
  }

  @Test
  void measuresStandThereByName() throws IOException {
    Measure bias = new Measure("bias", Measure.Scale.NUMBER, Measure.Direction.LOWER);
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("error", 7.5);
    values.put("bias", -2.0);
    StepReport report = new StepReport(0, 1, values, 2, false, 0.01, new double[0], new double[0]);
    MetricsLine line = new MetricsLine(report, 8);
    assertThat(line.json())
        .isEqualTo(
            "{\"iteration\":0,\"loss\":1.0,\"error\":7.5,\"error_100\":8.0,\"bias\":-2.0,"
                + "\"gradient_norm\":2.0,\"skipped\":false,\"learning_rate\":0.01,\"rates\":[]}");
    MetricsTable table = MetricsTable.read(log(line.json()), List.of(Measure.ERROR, bias), 1);
    assertThat(table.rows())
        .containsExactly(new MetricsTable.Row(0, 1, List.of(7.5, -2.0), 8, 2, Double.NaN));
    assertThat(table.toCsv())
        .isEqualTo(
            """
            iteration,loss,error,error_100,bias,gradient_norm,hidden_rate
            0,1.0,7.5,8.0,-2.0,2.0,
            """);
    assertThatThrownBy(() -> MetricsTable.read(log(line.json()), MEASURES, 1))
        .hasMessageContaining("(line 1) is damaged: ");
  }

  @Test
  void linesThatNoRunWritesAreNamed() throws IOException {
    String line = LINE.json();
    for (String damaged :
        List.of(
            line.replace("[0.5,1.0]", "[7]"),
            line.replace("[0.5,1.0]", "7"),
            line.replace("[0.5,1.0]", "[\"\"]"),
            line.replace("\"iteration\":0", "\"iteration\":0.5"),
            line.replace("\"iteration\":0", "\"iteration\":-5"),
            line.replace("\"iteration\":0", "\"iteration\":\"\""),
            line.replace("\"accuracy\":0.25", "\"accuracy\":1.5"),
            line.replace("\"loss\":-0.5", "\"loss\":1e999"),
            line.replace("\"loss\":-0.5", "\"loss\":true"),
            line.replace("\"loss\":-0.5,", ""),
            line + "x",
            "[]",
            "",
            "{")) {
      Path file = log(damaged);
      assertThatThrownBy(() -> MetricsTable.read(file, MEASURES, 1))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("(line 1) is damaged: ");
    }
    assertThatThrownBy(() -> MetricsTable.read(log(line), MEASURES, 2))
        .hasMessageContaining("(1 lines) must have a line for each of 2 iterations.");
    Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, '\n'});
    assertThatThrownBy(() -> MetricsTable.read(bytes, MEASURES, 1))
        .isInstanceOf(BadInputException.class)
        .hasMessageEndingWith("is not UTF-8 text.");
  }

  @Test
  void aLogThatDoesNotFitItsCheckpointIsLeftAsItIs() throws IOException {
    Path file = log(LINE.json(), LINE.json(), LINE.json());
    String text = Files.readString(file);
    int two = 2 * (LINE.json().length() + 1);
    for (long[] wrong : new long[][] {{0, 2}, {two - 1, 2}, {two, 1}, {two, 3}, {9999, 3}}) {
      assertThatThrownBy(() -> MetricsLog.open(file, at(wrong[0], wrong[1])).close())
          .isInstanceOf(BadInputException.class);
      assertThat(file).hasContent(text);
    }
    MetricsLog.open(file, at(two, 2)).close();
    assertThat(file).hasSize(two);
    MetricsLog.open(file, at(0, 0)).close();
    assertThat(file).isEmptyFile();
  }

  private static Checkpoint at(long bytes, long iteration) {
    TrainerState state = new TrainerState(iteration, new double[0], new double[0][]);
    return new Checkpoint("1", "c", state, bytes, new double[0]);
  }
}
