package plastron.tasks.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.ConfigLayer;
import plastron.tasks.config.Configuration;

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
    Path parent = path.toAbsolutePath().normalize().getParent();
    if (parent == null) {
      throw new BadInputException("Output folder (%s) must have a name.".formatted(path));
    }
    Files.createDirectories(parent);
    String name = ".%s.partial-%d".formatted(path.getFileName(), ProcessHandle.current().pid());
    Path partial = Files.createDirectory(parent.resolve(name));
    try {
      Files.writeString(partial.resolve("config.toml"), config.toToml(), StandardCharsets.UTF_8);
      Files.createFile(partial.resolve("metrics.jsonl"));
      Files.createFile(partial.resolve("lock"));
      new Checkpoints(partial).save(first);
      requireAbsent(path);
      Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException e) {
      delete(partial);
      throw e;
    }
    WholeFile.syncFolder(parent);
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
          "Run (%s) is not a folder.".formatted(path), "Maybe the path is misspelt.");
    }
    if (!Files.isRegularFile(path.resolve("config.toml"))) {
      throw new BadInputException(
          "Run (%s) has no config.toml.".formatted(path), "Maybe this is not the folder of a run.");
    }
    return new RunFolder(path);
  }

  /** Throws {@link BadInputException} if something of this name exists. */
  public static void requireAbsent(Path path) {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw taken(path);
    }
  }

  private static BadInputException taken(Path path) {
    return new BadInputException(
        "Output folder (%s) exists, expected a new name.".formatted(path),
        "Maybe continue it: plastron train --resume %s".formatted(path));
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
    return newest;
  }

  /** The metrics log. */
  public Path metrics() {
    return path.resolve("metrics.jsonl");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
