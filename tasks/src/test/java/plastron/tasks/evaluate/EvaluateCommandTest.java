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
        .containsPattern("accuracy     [01].[0-9]{4}, 95 % interval .*: always the busier")
        .containsPattern("sampled      [01].[0-9]{4}, 95 % interval .*: the action is drawn")
        .containsPattern("ideal        1.0000, 95 % interval .*: Bayes")
        .containsPattern("counted      [01].[0-9]{4}, 95 % interval .*: more spikes")
        .contains("hidden rate")
        .containsPattern(
            "operations   a trial: [0-9]+ accumulates of [0-9]+ if all .* [0-9]+ updates of"
                + " synapses")
        .containsPattern(
            "sparsity     activations 0.[0-9]{4}, connections 0.0000; parameters [0-9]+");
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
            "sampled_correct",
            "sampled_accuracy",
            "sampled_low95",
            "sampled_high95",
            "ideal_correct",
            "ideal_accuracy",
            "ideal_low95",
            "ideal_high95",
            "counted_correct",
            "counted_accuracy",
            "counted_low95",
            "counted_high95",
            "hidden_rate",
            "active_share",
            "operations");
    assertThat(root.get("format").getAsString()).isEqualTo("plastron-evaluation");
    assertThat(root.get("run").getAsString()).isEqualTo(run);
    assertThat(root.get("iterations").getAsInt()).isEqualTo(80);
    double accuracy = root.get("accuracy").getAsDouble();
    assertThat(accuracy).isEqualTo(root.get("correct").getAsInt() / 20.0);
    assertThat(lines.out()).contains("accuracy     %.4f,".formatted(accuracy));
    JsonObject operations = root.getAsJsonObject("operations");
    // 40 inputs, 8 hidden neurons and 2 outputs over 40 steps, in ten windows of four.
    double synapses = 40 * 8 + 8 * 2;
    assertThat(operations.get("dense").getAsDouble())
        .isEqualTo(operations.get("steps").getAsDouble() * synapses);
    assertThat(operations.get("neuron_updates").getAsDouble())
        .isEqualTo(operations.get("steps").getAsDouble() * 10);
    assertThat(operations.get("accumulates").getAsDouble())
        .isBetween(1.0, operations.get("dense").getAsDouble());
  }

  /** A policy with a gain of nearly nothing draws blindly what its rates would know. */
  @Test
  void sampledIsWhatThePolicyWouldDo() {
    Path blind = folder.resolve("blind");
    String[] start = SmallRun.start(blind, 0, "--set", "training.kappa=1e-6");
    assertThat(CommandRun.of(start).exitCode()).isZero();
    JsonObject of =
        CommandRun.of("evaluate", blind.toString(), "--episodes", "400", "--json").json();
    assertThat(of.get("sampled_accuracy").getAsDouble()).isBetween(0.4, 0.6);
    JsonObject trained = CommandRun.of("evaluate", run, "--episodes", "400", "--json").json();
    assertThat(trained.get("sampled_accuracy").getAsDouble()).isBetween(0.45, 1.0);
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
