package plastron.tasks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShellLineTest {

  @Test
  void plainWordsStayAsTheyAre() {
    assertThat(ShellLine.of("train", "--resume", Path.of("runs/my-run_1")))
        .isEqualTo("plastron train --resume runs/my-run_1");
  }

  @Test
  void aShellReadsEveryWordAsItself() throws IOException, InterruptedException {
    List<String> words =
        List.of("a b", "it's", "$HOME", "`id`", "*", "~", "a;b", "\"", "a\\b", "", "ä", "!", "#");
    String line = ShellLine.of(words.toArray()).replaceFirst("^plastron", "printf '%s|'");
    Process shell = new ProcessBuilder("sh", "-c", line).redirectErrorStream(true).start();
    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(String.join("|", words) + "|");
    assertThat(shell.waitFor()).isZero();
  }

  @Test
  void aPathIsNoOption() {
    assertThat(ShellLine.of("evaluate", Path.of("--help"))).isEqualTo("plastron evaluate ./--help");
  }
}
