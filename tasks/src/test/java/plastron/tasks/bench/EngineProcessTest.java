package plastron.tasks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import plastron.plasticity.f32.kernel.Kernels32;
import plastron.tasks.bench.workload.Workload;
import plastron.tasks.cli.PlastronCommand;

class EngineProcessTest {

  private static final Workload TINY =
      Workload.of("static 6-5-2 T=12 batch=2 density=0.3 window=4");

  /** In a process of this program without the module, loops have to do. */
  @Test
  void kernelsAreThoseOfTheProcessThatWasMeasured() {
    assertThat(kernels(List.of())).isEqualTo("plain loops");
    assertThat(kernels(List.of("--add-modules=" + EngineProcess.VECTOR_API)))
        .isEqualTo(Kernels32.FASTEST.description());
  }

  private static String kernels(List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            PlastronCommand.class.getName(),
            "bench",
            MeasuredTrainingCommand.NAME,
            "--workload",
            TINY.name(),
            "--threads",
            "1"));
    try (EngineProcess process = EngineProcess.start("plastron", TINY, 1, command)) {
      return Objects.requireNonNull(
          process.result(new double[] {process.run()}).versions().get("kernels"));
    }
  }

  @Test
  void aProcessThatEndsIsReportedWithWhatItSaid() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = List.of(java, "no.such.Program");
    assertThatThrownBy(
            () -> EngineProcess.start("torch-step", Workload.of("ndp-oja-w10"), 1, command))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("torch-step on ndp-oja-w10 ended without an answer: ")
        .hasMessageContaining("no.such.Program");
  }
}
