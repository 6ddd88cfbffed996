package plastron.tasks.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.tasks.robustness.RobustnessRun.Tally;

/** A short run of what {@code ./fuzz} runs long. */
class RobustnessTest {

  private static final int INPUTS = 1000;
  private static final long SEED = 1;

  @TempDir private Path folder;

  @Test
  void everyMutatedFileIsRefusedInOneLineOrRead() {
    Readers readers = Readers.all(folder, Path.of(".."));
    assertThat(new RobustnessRun(SEED).all(readers, INPUTS))
        .hasSizeGreaterThan(30)
        .allMatch(tally -> tally.inputs() > 0)
        .flatExtracting(Tally::wrong)
        .isEmpty();
  }
}
