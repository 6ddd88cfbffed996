package plastron.export.artifact;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file so that it is there completely or not at all. */
final class AtomicFile {

  private AtomicFile() {}

  /**
   * Writes; throws {@link FileAlreadyExistsException} if the file exists, which it then leaves
   * alone.
   */
  static void write(Path file, byte[] bytes) throws IOException {
    requireNew(file);
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    // Not a temporary file of the JDK, which would stay closed to everyone else.
    Path beside = Files.createFile(beside(file));
    try {
      Files.write(beside, bytes);
      requireNew(file);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** A name for the time of writing, in the same folder, of this moment and process alone. */
  static Path beside(Path path) {
    String name =
        ".%s.%d-%d.part"
            .formatted(path.getFileName(), ProcessHandle.current().pid(), System.nanoTime());
    return path.toAbsolutePath().resolveSibling(name);
  }

  static void requireNew(Path path) throws FileAlreadyExistsException {
    if (Files.exists(path)) {
      throw new FileAlreadyExistsException(
          path.toString(), null, "exists already. Maybe choose another name or remove it first.");
    }
  }
}
