package plastron.tasks.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import plastron.tasks.cli.CommandRun;

/** A run of a few trials, made once for all tests of a class. */
final class TinyRun {

  private TinyRun() {}

  /**
   * Trains a small network with this rule in the form of this chip, in real numbers: what is tried
   * here is what exports make of them. {@code more} options come last.
   */
  static void make(Path folder, String rule, String hardware, String... more) {
    Stream<String> always =
        Stream.of(
            "train",
            "cue-association",
            "--rule",
            rule,
            "--hardware",
            hardware,
            "--length",
            "reduced",
            "--set",
            "model.hidden=12",
            "--set",
            "training.batch=4",
            "--iterations",
            "2",
            "--out",
            folder.toString());
    CommandRun run = CommandRun.of(Stream.concat(always, Stream.of(more)).toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
  }
}
