package plastron.tasks.simulate;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.StrictJson;
import plastron.export.file.WholeFile;
import plastron.export.file.WholeFolder;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ShellLine;
import plastron.tasks.run.FolderLock;
import plastron.tasks.run.RunFailure;

/**
 * The folder of a simulation with checkpoints. It comes into being with all that is needed to go
 * on, whenever the process ends; {@code summary.json} comes last.
 */
record SimulationFolder(Path path) {

  static final String SUMMARY = "summary.json";
  private static final String CHECKPOINT = "checkpoint.bin";
  private static final String OPTIONS = "simulation.json";

  /** Makes the folder of a new simulation. */
  static SimulationFolder create(Path path, SimulationOptions options) throws IOException {
    WholeFolder.create(
        path,
        folder -> {
          Files.writeString(folder.resolve(OPTIONS), options.toJson());
          Files.createFile(folder.resolve(FolderLock.FILE));
        });
    return new SimulationFolder(path);
  }

  /**
   * The folder of a simulation that was interrupted.
   *
   * @throws BadInputException if there is none
   */
  static SimulationFolder open(Path path) {
    if (!Files.isRegularFile(path.resolve(OPTIONS))) {
      throw new BadInputException(
          "Folder (%s) has no %s, expected that of a simulation with checkpoints."
              .formatted(path, OPTIONS),
          Files.exists(path) ? null : "Maybe the path is misspelt; there is nothing of this name.");
    }
    return new SimulationFolder(path);
  }

  /** What was asked for when it was started. */
  SimulationOptions options() {
    Path file = path.resolve(OPTIONS);
    try {
      return SimulationOptions.ofJson(StrictJson.read(file));
    } catch (BrokenVectorException | InvalidPathException e) {
      throw new BadInputException("File (%s) is damaged: %s.".formatted(file, e.getMessage()));
    } catch (IOException e) {
      throw RunFailure.of(path, e);
    }
  }

  /** Whether a folder is one of these, and there is something left to do. */
  static boolean isInterrupted(Path path) {
    return Files.isRegularFile(path.resolve(OPTIONS)) && !new SimulationFolder(path).isFinished();
  }

  /** Whether there is nothing left to do. */
  boolean isFinished() {
    return WholeFile.exists(path.resolve(SUMMARY));
  }

  /** Keeps other processes out. */
  FolderLock lock() throws IOException {
    return FolderLock.take(path)
        .orElseThrow(
            () ->
                new BadInputException(
                    "Simulation (%s) is run by another process.".formatted(path),
                    "Maybe wait for it or stop it."));
  }

  SimulationCheckpoint checkpoint(SimulationPlan plan) throws IOException {
    return new SimulationCheckpoint(path.resolve(CHECKPOINT), plan.fingerprint());
  }

  /** Removes from a folder what only a simulation that is not finished needs. */
  static void clean(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(CHECKPOINT));
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*.part")) {
      for (Path part : parts) {
        Files.delete(part);
      }
    }
  }

  /** The command that goes on. */
  String goOn() {
    return ShellLine.of("simulate", "--resume", path);
  }
}
