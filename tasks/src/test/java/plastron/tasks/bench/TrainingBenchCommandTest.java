package plastron.tasks.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.plasticity.f32.kernel.Kernels32;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.cli.ExitCode;

class TrainingBenchCommandTest {

  private static final String TINY = "ndp-oja 6-5-2 T=12 batch=2 density=0.3 window=4";

  @Test
  void theJsonHasTheFormThatOtherProgramsRelyOn() {
    CommandRun run =
        CommandRun.of("bench", "training", "--workload", TINY, "--runs", "4", "--json");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    JsonObject root = JsonParser.parseString(run.out()).getAsJsonObject();
    assertThat(root.keySet()).containsExactly("machine", "versions", "results");
    assertThat(root.getAsJsonObject("machine").keySet())
        .containsExactly("cpu", "processors", "memory_mib", "os");
    assertThat(root.getAsJsonObject("versions").keySet())
        .containsExactly("java", "kernels", "plastron");
    assertThat(root.getAsJsonObject("versions").get("kernels").getAsString())
        .as("those of a process that has the vector API, as this one has")
        .isEqualTo(Kernels32.FASTEST.description());
    assertThat(root.getAsJsonArray("results")).hasSize(1);
    JsonObject result = root.getAsJsonArray("results").get(0).getAsJsonObject();
    assertThat(result.keySet())
        .containsExactly(
            "workload", "engine", "threads", "median_s", "min_s", "max_s", "runs", "peak_rss_mib");
    assertThat(result.get("workload").getAsString()).isEqualTo(TINY);
    assertThat(result.get("engine").getAsString()).isEqualTo("plastron");
    assertThat(result.get("threads").getAsInt()).isEqualTo(1);
    assertThat(result.get("runs").getAsInt()).isEqualTo(4);
    double median = result.get("median_s").getAsDouble();
    assertThat(result.get("min_s").getAsDouble()).isPositive().isLessThanOrEqualTo(median);
    assertThat(result.get("max_s").getAsDouble()).isGreaterThanOrEqualTo(median);
    assertThat(result.get("peak_rss_mib").getAsDouble()).isBetween(10.0, 4000.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--workload ndp-oja-w11 | Workload (ndp-oja-w11) must be one of | Maybe ndp-oja-w1",
        "--threads 0 | Option --threads (0) must be from 1 to 1024. | ''",
        "--runs 0 | Option --runs (0) must be from 1 to 10000. | ''",
        "--runs x | Invalid value for option '--runs' | Maybe plastron bench training --help",
        "--vs tensorflow | Option --vs (tensorflow) must be torch. | ''",
        "--sweep --workload ndp-oja-w10 | Option --sweep (with --workload ndp-oja-w10) | Maybe"
            + " leave",
      })
  void wrongArgumentsAreRefusedBeforeAnythingRuns(String options, String message, String maybe) {
    CommandRun run = CommandRun.of(("bench training " + options).split(" "));
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).startsWith("plastron: " + message).contains(maybe);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aWorkloadWhoseNeuronsCannotBeMadeToFireIsRefused() {
    String silent = "static 6-5-2 T=12 batch=2 density=0.000001 window=4";
    CommandRun run = CommandRun.of("bench", "training", "--workload", silent, "--json");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err().lines())
        .containsExactly(
            "plastron: Workload ("
                + silent
                + ") is refused: Rate of layer hidden (0.0000 spikes per neuron and step) must come"
                + " near 0.1 by weights alone.",
            "Maybe the workload has too few inputs, too few steps or too low a density.");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aRuleThatTheScriptLacksIsRefusedBeforeAnythingRuns() {
    String other = TINY.replace("ndp-oja", "dp-bcm");
    CommandRun run = CommandRun.of("bench", "training", "--vs", "torch", "--workload", other);
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err())
        .startsWith("plastron: Rule (dp-bcm) is not in the PyTorch script")
        .contains("Maybe leave out --vs torch.");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void whatToMeasureMustBeSaid() {
    CommandRun run = CommandRun.of("bench");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).startsWith("plastron: Missing what to measure: training");
  }
}
