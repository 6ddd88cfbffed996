package plastron.tasks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlastronCommandTest {

  @Test
  void versionIsThatOfTheBuild() {
    CommandRun run = CommandRun.of("--version");
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out().strip()).matches("plastron \\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void withoutArgumentsItShowsTheHelpWithTheSubcommandsAndHasDoneNothing() {
    CommandRun run = CommandRun.of();
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("Usage: plastron", "doctor", "conformance");
    assertThat(run.out()).isEmpty();
    assertThat(CommandRun.of("--help").exitCode()).isEqualTo(ExitCode.OK);
    assertThat(CommandRun.of("--help").out()).isEqualTo(run.err());
  }

  @Test
  void aWrongFlagNamesTheNearestOne() {
    CommandRun run = CommandRun.of("conformance", "--jsn", ".");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err().lines())
        .containsExactly("plastron: Unknown option: '--jsn'", "Maybe --json was meant.");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void anUnknownSubcommandNamesTheNearestOne() {
    CommandRun run = CommandRun.of("conformence");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err())
        .matches(
            "plastron: Command \\(conformence\\) is not known, expected one of doctor, conformance,"
                + " train, [a-z, ]+\\.\nMaybe conformance was meant\\.\n");
    assertThat(CommandRun.of("zzzzz").err().lines())
        .last()
        .isEqualTo("Maybe plastron --help shows what is possible.");
    assertThat(CommandRun.of("train", "cue").err())
        .startsWith(
            "plastron: Task (cue) is not known, expected one of cart-pole, cue-association, levers,"
                + " product-course, spike-patterns.");
  }

  @Test
  void anOptionOfATaskWithoutTheTaskGivesTheWholeCommand() {
    CommandRun run = CommandRun.of("train", "--config", "my settings.toml", "--out=x");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err().lines())
        .containsExactly(
            "plastron: Task (missing) must be given before option --config, expected one of"
                + " cart-pole, cue-association, levers, product-course, spike-patterns.",
            "Maybe plastron train cart-pole --config 'my settings.toml' --out=x");
    assertThat(CommandRun.of("train", "--seed=1", "cue-association", "--out=x").err().lines())
        .containsExactly(
            "plastron: Task (cue-association) must be given before option --seed=1, expected one of"
                + " cart-pole, cue-association, levers, product-course, spike-patterns.",
            "Maybe plastron train cue-association --seed=1 --out=x");
  }

  @Test
  void aMissingParameterPointsAtTheHelp() {
    CommandRun run = CommandRun.of("emulate");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err())
        .contains("plastron: Missing required parameter: 'DIR'")
        .contains("Maybe plastron emulate --help shows what is possible.");
  }

  @Test
  void resultsThatCannotBeWrittenAreAnError() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    StringWriter err = new StringWriter();
    ResultStream out = new ResultStream(full);
    assertThat(PlastronCommand.run(new String[] {"rules"}, out, new PrintWriter(err)))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).startsWith("plastron: Standard output cannot be written");
  }

  @Test
  void aReaderThatHasEndedIsLeftInPeace() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PlastronCommand.class.getName(),
                "rules")
            .start();
    process.getInputStream().close();
    assertThat(process.errorReader().lines()).isEmpty();
    assertThat(process.waitFor()).isEqualTo(ExitCode.READER_ENDED);
  }

  @Test
  void anUnexpectedErrorIsOneLineWithoutTheStackTrace() {
    StringWriter text = new StringWriter();
    int exitCode =
        new ErrorLines(new PrintWriter(text), false)
            .failed(new IllegalStateException("two\nlines"));
    assertThat(exitCode).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(text.toString().lines())
        .containsExactly(
            "plastron: unexpected IllegalStateException (two; lines)",
            "Maybe the stack trace helps: export PLASTRON_DEBUG=1 and run the command again.");
  }

  @Test
  void inDebugModeAnUnexpectedErrorShowsTheStackTrace() {
    StringWriter text = new StringWriter();
    new ErrorLines(new PrintWriter(text), true).failed(new IllegalStateException("here"));
    assertThat(text.toString()).contains("at plastron.tasks.cli.PlastronCommandTest.");
  }

  @Test
  void badInputKeepsItsWayOut() {
    StringWriter text = new StringWriter();
    int exitCode =
        new ErrorLines(new PrintWriter(text), false)
            .failed(new BadInputException("eta (2.0), expected 0 to 1", "Maybe 0.2."));
    assertThat(exitCode).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(text.toString().lines())
        .containsExactly("plastron: eta (2.0), expected 0 to 1", "Maybe 0.2.");
  }
}
