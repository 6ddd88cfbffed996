package plastron.tasks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is quoted can be as long as it likes, the line that quotes it cannot. */
class LongValuesTest {

  @TempDir private Path folder;

  @Test
  void commandsSayWhatIsWrongWithLongKeysAndValues() throws IOException {
    String key = "k".repeat(320_000);
    Path file = Files.writeString(folder.resolve("settings.toml"), key + " = 1\n");
    refused("is not TOML: Name length (320000) exceeds", "--config", file.toString());
    Files.writeString(file, key.substring(0, 40_000) + " = 1\n");
    refused("is not known.", "--config", file.toString());
    Files.writeString(file, "rule = \"%s\"\n".formatted(key));
    refused("must be one of static, dp-linear", "--config", file.toString());
    refused("must be key=value.", "--set", key);
    refused("is not known.", "--set", key + "=1");
    refused("must be a whole number from 1 to 100000.", "--set", "batch=" + "9".repeat(1_000_000));
    refused("must be one of low, high.", "--set", "noise=" + "x".repeat(1_000_000));
    refused("Unknown option", "--" + key);
  }

  private void refused(String message, String... more) {
    String[] words = new String[more.length + 6];
    System.arraycopy(
        new String[] {"train", "cue-association", "--rule", "dp-oja", "--out", folder + "/run"},
        0,
        words,
        0,
        6);
    System.arraycopy(more, 0, words, 6, more.length);
    CommandRun run = CommandRun.of(words);
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(1000));
    assertThat(run.err()).contains(message);
  }
}
