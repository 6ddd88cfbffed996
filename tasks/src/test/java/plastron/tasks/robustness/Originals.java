package plastron.tasks.robustness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import plastron.tasks.cli.CommandRun;

/** Runs and exports as the commands write them, with networks of a few neurons. */
final class Originals {

  /** The chips, each with a run in its form and an export for it. */
  static final List<String> CHIPS =
      List.of("loihi1", "loihi1-assisted", "loihi1-reward", "loihi2", "spinnaker1");

  /** The iterations of every run. */
  static final int ITERATIONS = 2;

  private static final List<String> SMALL =
      List.of(
          "task.cues=3",
          "task.cue_on=6",
          "task.cue_off=2",
          "task.delay=8",
          "task.decision=8",
          "task.group_size=1",
          "model.hidden=3",
          "model.update_interval=4",
          "model.w_mean=4",
          "training.batch=4");

  private final Path folder;

  private Originals(Path folder) {
    this.folder = folder;
  }

  /** Makes all of them in a folder that is there. */
  static Originals make(Path folder) {
    Originals originals = new Originals(folder);
    originals.train("loihi1", "dp-oja-local", "--hardware", "loihi1", "--set", "model.alpha_sd=3");
    originals.train("loihi1-assisted", "dp-oja", "--hardware", "loihi1-assisted");
    originals.train("loihi1-reward", "ndp-linear", "--hardware", "loihi1-reward");
    originals.train("loihi2", "ndp-linear", "--hardware", "loihi2");
    originals.train("spinnaker1", "ndp-bcm", "--hardware", "spinnaker1", "--set", "model.psi=0.1");
    originals.train("paper", "dp-oja", "--set", "model.recurrent=ndp-elig");
    CHIPS.forEach(originals::export);
    return originals;
  }

  private void train(String name, String rule, String... more) {
    List<String> arguments = new ArrayList<>(List.of("train", "cue-association", "--rule", rule));
    SMALL.forEach(setting -> arguments.addAll(List.of("--set", setting)));
    arguments.addAll(List.of("--iterations", Integer.toString(ITERATIONS)));
    arguments.addAll(List.of("--out", run(name).toString()));
    arguments.addAll(List.of(more));
    command(arguments);
  }

  private void export(String chip) {
    String run = run(chip).toString();
    String out = exported(chip).toString();
    command(List.of("export", run, "--target", chip, "--episodes", "1", "--out", out));
  }

  private static void command(List<String> arguments) {
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    // An untrained network may be worth a warning, which is no concern of the files.
    if (run.exitCode() > 1) {
      throw new IllegalStateException("%s: %s".formatted(arguments, run.err()));
    }
  }

  /** Folder of the run for a chip, or {@code paper}. */
  Path run(String name) {
    return folder.resolve(name + "-run");
  }

  /** Folder of the export for a chip. */
  Path exported(String chip) {
    return folder.resolve(chip + "-export");
  }

  /** A copy of a folder that a reader can have for itself, in place of one of that name. */
  Path copy(Path original, String name) {
    Path copy = file(name);
    remove(copy);
    try (Stream<Path> files = Files.walk(original)) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(original.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a folder with all that is in it, if there is one. */
  static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A name for a file that only one reader uses. */
  Path file(String name) {
    return folder.resolve(name.replace(' ', '-'));
  }

  /** The bytes of a file. */
  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
