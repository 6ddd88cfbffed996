package plastron.tasks.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import plastron.tasks.cli.BadInputException;

/** Folders that are there completely or not at all. */
public final class WholeFolder {

  private WholeFolder() {}

  /** Writes what is to be in a folder. */
  @FunctionalInterface
  public interface Content {

    /**
     * Writes all of it.
     *
     * @param folder empty, of another name than it will have; files only, no folders
     */
    void write(Path folder) throws IOException;
  }

  /**
   * Has a folder filled beside the wanted one and moves it into place; where that fails, nothing
   * stays.
   *
   * @throws FileAlreadyExistsException if something of that name exists in the end
   * @throws BadInputException if the path has no name, such as {@code /}
   */
  public static void write(Path path, Content content) throws IOException {
    Path parent = path.toAbsolutePath().normalize().getParent();
    if (parent == null) {
      throw new BadInputException("Output folder (%s) must have a name.".formatted(path));
    }
    Files.createDirectories(parent);
    String name = ".%s.partial-%d".formatted(path.getFileName(), ProcessHandle.current().pid());
    Path partial = Files.createDirectory(parent.resolve(name));
    try {
      content.write(partial);
      if (exists(path)) {
        throw new FileAlreadyExistsException(path.toString());
      }
      Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException e) {
      delete(partial);
      throw e;
    }
    WholeFile.syncFolder(parent);
  }

  /** Whether there is anything of this name, be it a link that leads nowhere. */
  public static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
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
