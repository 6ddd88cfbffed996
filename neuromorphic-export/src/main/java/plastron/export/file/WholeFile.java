package plastron.export.file;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Files that are there completely or not at all, whenever the process or the machine stops. Links
 * are never followed: what has the name of a link is the link.
 */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Writes a new file.
   *
   * @throws FileAlreadyExistsException if there is anything of this name, even if it was made in
   *     the meantime; it is left alone
   */
  public static void create(Path file, byte[] content) throws IOException {
    requireAbsent(file);
    try (Partial partial = Partial.beside(file)) {
      write(partial.content(), content);
      place(partial.content(), file);
    }
    syncFolder(Partial.parent(file));
  }

  /** Writes a file; an older one of the name is replaced in one instant. */
  public static void replace(Path file, byte[] content) throws IOException {
    try (Partial partial = Partial.beside(file)) {
      write(partial.content(), content);
      Files.move(partial.content(), file, StandardCopyOption.ATOMIC_MOVE);
    }
    syncFolder(Partial.parent(file));
  }

  /** Writes a file of any length; an older one of the name is replaced in one instant. */
  public static void replace(Path file, StreamedContent content) throws IOException {
    try (Partial partial = Partial.beside(file)) {
      try (FileOutputStream out = new FileOutputStream(partial.content().toFile())) {
        content.write(out);
        out.getChannel().force(true);
      }
      Files.move(partial.content(), file, StandardCopyOption.ATOMIC_MOVE);
    }
    syncFolder(Partial.parent(file));
  }

  /** Whether there is anything of this name, be it a link that leads nowhere. */
  public static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  static void requireAbsent(Path path) throws FileAlreadyExistsException {
    if (exists(path)) {
      throw exists(path, null);
    }
  }

  /** Only a link, unlike a move, fails where the name is taken. */
  private static void place(Path content, Path file) throws IOException {
    try {
      Files.createLink(file, content);
    } catch (FileAlreadyExistsException e) {
      throw exists(file, e);
    } catch (UnsupportedOperationException | FileSystemException e) {
      // A file system without links: the name is taken first, then what is there is our own.
      Files.createFile(file);
      Files.move(content, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static FileAlreadyExistsException exists(Path path, @Nullable Throwable cause) {
    FileAlreadyExistsException e =
        new FileAlreadyExistsException(
            path.toString(), null, "exists already. Maybe choose another name or remove it first.");
    e.initCause(cause);
    return e;
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /**
   * Makes sure that the names in a folder are on the disk, where the system lets one ask for it.
   */
  static void syncFolder(Path folder) throws IOException {
    // Windows refuses to open a folder; there a move is durable without this.
    if (!System.getProperty("os.name").startsWith("Windows")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
