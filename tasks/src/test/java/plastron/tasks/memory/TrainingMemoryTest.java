package plastron.tasks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.cli.PlastronCommand;

/** What does not fit into Java's heap is refused in words; what was advised instead runs. */
class TrainingMemoryTest {

  @TempDir private Path folder;

  private List<String> train(String... settings) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "train",
                "cue-association",
                "--rule",
                "dp-oja",
                "--length",
                "reduced",
                "--threads",
                "2",
                "--iterations",
                "1",
                "--out",
                folder.resolve("run").toString()));
    for (String setting : settings) {
      words.addAll(List.of("--set", setting));
    }
    return words;
  }

  @Test
  void aHundredThousandHiddenNeurons() {
    CommandRun run = CommandRun.of(train("model.hidden=[100000,100000]").toArray(String[]::new));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .matches(
            "plastron: Setting model.hidden \\(100000\\): about \\d+\\.\\d\\d GiB of memory would"
                + " be needed, Java's heap has \\d+\\.\\d\\d GiB\\.\n"
                + "Maybe --set model.hidden=\\[\\d+,\\d+\\].*\n");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @Timeout(300)
  void inASmallHeapTheAdviceRunsAndItsRunNeedsSoMuchAgain() throws Exception {
    List<String> words = train("model.hidden=100000", "training.batch=16");
    CommandRun refused = process(96, words);
    assertThat(refused.exitCode()).isEqualTo(2);
    Matcher advised = Pattern.compile("--set (model.hidden=\\d+)").matcher(refused.err());
    assertThat(advised.find()).isTrue();
    words.addAll(List.of("--set", advised.group(1)));
    CommandRun followed = process(96, words);
    assertThat(followed.err()).isEmpty();
    assertThat(followed.exitCode()).isZero();
    Path run = folder.resolve("run");
    for (List<String> command :
        List.of(
            List.of("evaluate", run.toString()),
            List.of("train", "--resume", run.toString()),
            List.of("plot", run.toString(), "--out", folder + "/plot"),
            List.of("export", run.toString(), "--target", "loihi2", "--out", folder + "/export"))) {
      CommandRun small = process(20, command);
      assertThat(small.exitCode()).as("%s: %s", command, small.err()).isEqualTo(2);
      assertThat(small.err().lines()).hasSize(2);
      assertThat(small.err())
          .startsWith("plastron: Run (" + run + "): about ")
          .contains("Maybe a larger heap: export PLASTRON_JAVA_OPTS=-Xmx1g");
    }
  }

  private static CommandRun process(int mebibytes, List<String> words)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx%dm".formatted(mebibytes),
                "-cp",
                System.getProperty("java.class.path"),
                PlastronCommand.class.getName()));
    command.addAll(words);
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new CommandRun(process.waitFor(), "", err);
  }
}
