package plastron.tasks.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.train.SmallRun;

class EvaluateCommandTest {

  @TempDir private static Path folder;

  private static String run;

  @BeforeAll
  static void train() {
    run = folder.resolve("run").toString();
    assertThat(CommandRun.of(SmallRun.start(Path.of(run), 80)).err()).isEmpty();
  }

  private static double accuracy(String... arguments) {
    CommandRun evaluation = CommandRun.of(arguments);
    assertThat(evaluation.err()).isEmpty();
    String line =
        evaluation.out().lines().filter(l -> l.startsWith("accuracy")).findFirst().orElseThrow();
    return Double.parseDouble(line.substring(13, line.indexOf(',')));
  }

  @Test
  void theSeedDecidesTheResult() {
    double once = accuracy("evaluate", run, "--episodes", "200", "--seed", "4");
    assertThat(accuracy("evaluate", run, "--episodes", "200", "--seed", "4")).isEqualTo(once);
    assertThat(accuracy("evaluate", run, "--episodes", "200", "--seed", "5")).isNotEqualTo(once);
    assertThat(once).isBetween(0.35, 1.0);
  }

  @Test
  void showsAllThatWasMeasured() {
    String out = CommandRun.of("evaluate", run, "--episodes", "20").out();
    assertThat(out)
        .contains("ndp-oja, low noise, 80 iterations")
        .contains("trials       20, seed 1")
        .contains("95 % interval")
        .contains("hidden rate");
  }

  @Test
  void jsonIsOneObjectWithAllThatWasMeasured() {
    CommandRun lines = CommandRun.of("evaluate", run, "--episodes", "20");
    CommandRun json = CommandRun.of("evaluate", run, "--episodes", "20", "--json");
    assertThat(json.exitCode()).isZero();
    assertThat(json.err()).isEmpty();
    JsonObject root = json.json();
    assertThat(root.keySet())
        .containsExactly(
            "format",
            "version",
            "run",
            "task",
            "rule",
            "noise",
            "iterations",
            "seed",
            "trials",
            "correct",
            "accuracy",
            "low95",
            "high95",
            "hidden_rate",
            "active_share");
    assertThat(root.get("format").getAsString()).isEqualTo("plastron-evaluation");
    assertThat(root.get("run").getAsString()).isEqualTo(run);
    assertThat(root.get("iterations").getAsInt()).isEqualTo(80);
    double accuracy = root.get("accuracy").getAsDouble();
    assertThat(accuracy).isEqualTo(root.get("correct").getAsInt() / 20.0);
    assertThat(lines.out()).contains("accuracy     %.4f,".formatted(accuracy));
  }

  @Test
  void wrongInputIsRefused() {
    assertThat(CommandRun.of("evaluate", folder.resolve("none").toString()).exitCode())
        .isEqualTo(2);
    CommandRun none = CommandRun.of("evaluate", run, "--episodes", "0");
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("--episodes (0)");
  }
}
