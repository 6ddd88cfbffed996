package plastron.tasks.bench;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import plastron.tasks.bench.workload.Workload;

class EngineProcessTest {

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
