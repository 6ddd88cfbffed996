package plastron.tasks.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import plastron.export.file.WholeFile;
import plastron.export.file.WholeFolder;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.train.TrainingPlan;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ShellLine;
import plastron.tasks.config.ConfigLayer;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.TrainingSettings;

/**
 * The folder of one run. It comes into being complete, so whatever folder has the run's name can be
 * resumed.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {

  /**
   * Makes the folder of a new run with its configuration and first checkpoint.
   *
   * @throws BadInputException if something of that name exists
   */
  public static RunFolder create(Path path, Configuration config, Checkpoint first)
      throws IOException {
    requireAbsent(path);
    try {
      WholeFolder.create(
          path,
          folder -> {
            Files.writeString(folder.resolve("config.toml"), config.toToml());
            Files.createFile(folder.resolve("metrics.jsonl"));
            Files.createFile(folder.resolve(FolderLock.FILE));
            new Checkpoints(folder).save(first);
          });
    } catch (FileAlreadyExistsException e) {
      throw WholeFile.exists(path) ? taken(path) : RunFailure.of(path, e);
    }
    return new RunFolder(path);
  }

  /**
   * The folder of a run that exists.
   *
   * @throws BadInputException if there is none
   */
  public static RunFolder open(Path path) {
    if (!Files.isDirectory(path)) {
      throw new BadInputException(
          "Run (%s) %s, expected the folder of a run."
              .formatted(path, Files.exists(path) ? "is a file" : "does not exist"),
          MeantRun.maybe(path));
    }
    if (!Files.isRegularFile(path.resolve("config.toml"))) {
      throw new BadInputException(
          "Run (%s) has no config.toml, expected the folder of a run.".formatted(path),
          MeantRun.maybe(path));
    }
    return new RunFolder(path);
  }

  /** Throws {@link BadInputException} if something of this name exists. */
  public static void requireAbsent(Path path) {
    if (WholeFile.exists(path)) {
      throw taken(path);
    }
  }

  private static BadInputException taken(Path path) {
    return new BadInputException(
        "Output folder (%s) exists, expected a new name.".formatted(path),
        MeantRun.isRun(path)
            ? "Maybe continue it: %s".formatted(ShellLine.of("train", "--resume", path))
            : "Maybe choose another name or remove it first.");
  }

  /** The configuration, complete. */
  public Configuration configuration() {
    return Configuration.merge(List.of(ConfigLayer.ofFile(path.resolve("config.toml"))));
  }

  /** The checkpoints. */
  public Checkpoints checkpoints() {
    return new Checkpoints(path);
  }

  /**
   * The newest checkpoint, if it was written under the folder's configuration.
   *
   * @throws BadInputException otherwise
   */
  public Checkpoint checkpoint() throws IOException {
    Checkpoint newest = checkpoints().newest();
    if (!newest.configuration().equals(configuration().hash())) {
      throw new BadInputException(
          "Configuration of run (%s) is not the one its checkpoint was made with.".formatted(path),
          "Maybe config.toml was edited; start a new run with --config instead.");
    }
    long iterations = configuration().get(TrainingSettings.ITERATIONS);
    if (newest.state().iteration() > iterations) {
      throw new BadInputException(
          "Checkpoint of run (%s) is of iteration (%d), expected at most %d."
              .formatted(path, newest.state().iteration(), iterations));
    }
    return newest;
  }

  /**
   * The plan's model with the parameters of a checkpoint.
   *
   * @param checkpoint of this run
   * @param plan of its configuration
   * @throws BadInputException if the two do not fit
   */
  public PlasticModel model(Checkpoint checkpoint, TrainingPlan plan) {
    try {
      return checkpoint.model(plan);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "Checkpoint of run (%s) does not fit its configuration: %s"
              .formatted(path, e.getMessage()));
    }
  }

  /** The metrics log. */
  public Path metrics() {
    return path.resolve("metrics.jsonl");
  }
}
