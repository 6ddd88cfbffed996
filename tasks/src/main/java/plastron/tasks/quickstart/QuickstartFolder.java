package plastron.tasks.quickstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import plastron.export.file.BoundedFile;
import plastron.export.file.BrokenFileException;
import plastron.export.file.WholeFile;
import plastron.export.file.WholeFolder;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.run.FolderLock;
import plastron.tasks.run.RunFailure;

/**
 * The folder of a quickstart, kept by this process alone while it is open. It says from its first
 * moment on what was asked for, so that the same command goes on with what was interrupted. Nothing
 * in it is ever removed or replaced.
 */
final class QuickstartFolder implements AutoCloseable {

  /** Name of the file that says what was asked for. */
  static final String REQUEST = "quickstart.json";

  /** Name of the file that is written last. */
  static final String LAST = "table.json";

  private final Path path;
  private final FolderLock lock;

  private QuickstartFolder(Path path, FolderLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Requires that nothing has a name, or a folder in which this quickstart was interrupted.
   *
   * @param request what is asked for: all that decides what comes into the folder
   * @throws BadInputException if something else has this name
   */
  static void require(Path path, String request) {
    if (WholeFile.exists(path) && !isInterrupted(path)) {
      throw taken(path, "exists");
    }
    if (WholeFile.exists(path) && !asksFor(path, request)) {
      throw taken(path, "holds an interrupted quickstart with other options");
    }
  }

  /**
   * A new folder, or one in which this quickstart was interrupted, see {@link #require}.
   *
   * @throws BadInputException if something else has this name, or another process uses it
   */
  static QuickstartFolder at(Path path, String request) {
    require(path, request);
    try {
      if (!WholeFile.exists(path)) {
        create(path, request);
      }
      return new QuickstartFolder(
          path, FolderLock.take(path).orElseThrow(() -> taken(path, "is used by another process")));
    } catch (IOException e) {
      throw RunFailure.of(path, e);
    }
  }

  /**
   * The first of the folders {@code plastron-quickstart-N} that is new, or in which this quickstart
   * was interrupted.
   *
   * @param request see {@link #require}
   */
  static QuickstartFolder next(String request) {
    for (int n = 1; ; n++) {
      Path path = Path.of("plastron-quickstart-" + n);
      try {
        if (!WholeFile.exists(path)) {
          return at(path, request);
        }
        if (isInterrupted(path) && asksFor(path, request)) {
          Optional<FolderLock> lock = FolderLock.take(path);
          if (lock.isPresent()) {
            return new QuickstartFolder(path, lock.get());
          }
        }
      } catch (IOException e) {
        throw RunFailure.of(path, e);
      }
    }
  }

  private static void create(Path path, String request) throws IOException {
    try {
      WholeFolder.create(
          path,
          folder -> {
            Files.writeString(folder.resolve(REQUEST), request);
            Files.createFile(folder.resolve(FolderLock.FILE));
          });
    } catch (FileAlreadyExistsException e) {
      throw WholeFile.exists(path) ? taken(path, "exists") : RunFailure.of(path, e);
    }
  }

  private static BadInputException taken(Path path, String why) {
    return new BadInputException(
        "Output (%s) %s, expected a new name.".formatted(path, why),
        "Maybe choose another name or remove it first.");
  }

  private static boolean isInterrupted(Path path) {
    return Files.isRegularFile(path.resolve(REQUEST), LinkOption.NOFOLLOW_LINKS)
        && !WholeFile.exists(path.resolve(LAST));
  }

  private static boolean asksFor(Path path, String request) {
    byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
    try {
      return Arrays.equals(BoundedFile.read(path.resolve(REQUEST), bytes.length), bytes);
    } catch (BrokenFileException e) {
      return false;
    } catch (IOException e) {
      throw RunFailure.of(path, e);
    }
  }

  Path path() {
    return path;
  }

  /** The place of a part. */
  Path part(String name) {
    return path.resolve(name);
  }

  /** Whether a part is already there; parts come into being complete. */
  boolean has(String name) {
    return WholeFile.exists(part(name));
  }

  /**
   * Writes a file, unless it is there.
   *
   * @throws BadInputException if a file of this name holds something else
   */
  void write(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      if (!has(name)) {
        WholeFile.create(part(name), bytes);
      } else if (!Arrays.equals(BoundedFile.read(part(name), bytes.length), bytes)) {
        throw foreign(name);
      }
    } catch (BrokenFileException e) {
      throw foreign(name);
    } catch (IOException e) {
      throw RunFailure.of(path, e);
    }
  }

  /** What to say of a part that this quickstart has not made. */
  BadInputException foreign(String name) {
    return new BadInputException(
        "Part (%s) is not what this quickstart makes.".formatted(part(name)),
        "Maybe move it away and repeat the command.");
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw RunFailure.of(path, e);
    }
  }
}
