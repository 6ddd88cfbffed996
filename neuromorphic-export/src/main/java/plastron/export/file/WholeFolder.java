package plastron.export.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** Folders that are there completely or not at all, whenever the process or the machine stops. */
public final class WholeFolder {

  private WholeFolder() {}

  /** Writes what is to be in a folder. */
  @FunctionalInterface
  public interface Content {

    /**
     * Writes all of it.
     *
     * @param folder empty, of another name than it will have
     */
    void write(Path folder) throws IOException;
  }

  /**
   * Has a folder filled beside the wanted one and moves it into place; where that fails, nothing
   * stays.
   *
   * @throws FileAlreadyExistsException if there is anything of this name before or after; it is
   *     left alone
   */
  public static void create(Path path, Content content) throws IOException {
    WholeFile.requireAbsent(path);
    try (Partial partial = Partial.beside(path)) {
      content.write(Files.createDirectory(partial.content()));
      sync(partial.content());
      // Where something was made in the meantime, the move fails, unless it is an empty folder.
      WholeFile.requireAbsent(path);
      Files.move(partial.content(), path, StandardCopyOption.ATOMIC_MOVE);
    }
    WholeFile.syncFolder(Partial.parent(path));
  }

  private static void sync(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        if (Files.isDirectory(path)) {
          WholeFile.syncFolder(path);
        } else {
          try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
          }
        }
      }
    }
  }
}
