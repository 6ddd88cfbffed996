package plastron.export.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where something is written before it gets its name: a folder {@code .plastron-RANDOM.partial}
 * beside the wanted place, with the content and a lock that the operating system lets go of when
 * the process dies. Whoever writes beside it next removes what is no longer locked.
 */
final class Partial implements AutoCloseable {

  private static final Pattern NAME = Pattern.compile("\\.plastron-[0-9a-f]{16}\\.partial");
  private static final String CONTENT = "content";
  private static final String LOCK = "lock";

  /** A process does not keep itself from locking twice, and would lose its lock by trying. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel lock;

  private Partial(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** The folder that something is or will be in; made if there is none. */
  static Path parent(Path wanted) throws IOException {
    Path parent = wanted.toAbsolutePath().normalize().getParent();
    if (parent == null) {
      throw new FileSystemException(wanted.toString(), null, "must have a name");
    }
    return Files.createDirectories(parent);
  }

  /** A new one, with nothing in it. */
  static Partial beside(Path wanted) throws IOException {
    Path parent = parent(wanted);
    removeAbandoned(parent);
    while (true) {
      String random = "%016x".formatted(RandomGenerator.of("SecureRandom").nextLong());
      Path folder = parent.resolve(".plastron-%s.partial".formatted(random));
      OWN.add(folder);
      Files.createDirectory(folder);
      try {
        FileChannel lock =
            FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        tryLock(lock);
        if (Files.exists(folder.resolve(LOCK))) {
          return new Partial(folder, lock);
        }
        lock.close();
      } catch (NoSuchFileException e) {
        // Another process took it for abandoned in the moment before it was locked.
      }
      OWN.remove(folder);
    }
  }

  /** Where to write. */
  Path content() {
    return folder.resolve(CONTENT);
  }

  /** Removes what has not been moved away. */
  @Override
  public void close() throws IOException {
    delete(folder);
    lock.close();
    OWN.remove(folder);
  }

  private static void removeAbandoned(Path parent) {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(parent, ".plastron-*.partial")) {
      for (Path folder : all) {
        if (NAME.matcher(folder.getFileName().toString()).matches() && !OWN.contains(folder)) {
          removeIfAbandoned(folder);
        }
      }
    } catch (IOException e) {
      // What cannot be looked at or removed stays: it is in nobody's way.
    }
  }

  private static void removeIfAbandoned(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      // Somebody else's name for something else.
      if (!found.allMatch(f -> f.endsWith(CONTENT) || f.endsWith(LOCK))) {
        return;
      }
    }
    if (!Files.exists(folder.resolve(LOCK), LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(folder);
      return;
    }
    try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
      if (tryLock(channel) != null) {
        delete(folder);
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException | IOException e) {
      // Some network file systems have no locks: there nothing is ever taken for abandoned.
      return null;
    }
  }

  /** The lock last but for the folder: what is left without it counts as abandoned. */
  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(folder)) {
      all = found.sorted(Comparator.comparingInt((Path p) -> rank(folder, p)).reversed()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  /** Deeper paths have higher ranks; the lock stands between the content and the folder. */
  private static int rank(Path folder, Path path) {
    int depth = path.getNameCount() - folder.getNameCount();
    return path.equals(folder.resolve(LOCK)) ? 1 : 2 * depth;
  }
}
