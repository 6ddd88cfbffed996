package plastron.export.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import plastron.export.file.BoundedFile;
import plastron.export.file.BrokenFileException;

/**
 * Reads HDF5 files whole. Links out of the file are refused, and no size in a file is believed
 * before it was held against what memory there is.
 */
public final class Hdf5Reader {

  /** A file may take this part of the heap. */
  private static final int FILE_PART = 16;

  /** All values together may take this part of the heap. */
  private static final int VALUES_PART = 8;

  private static final int DEEPEST = 32;
  private static final int MOST_NODES = 200_000;

  private int nodes;
  private long left = Runtime.getRuntime().maxMemory() / VALUES_PART / Double.BYTES;

  private Hdf5Reader() {}

  /**
   * Reads a file.
   *
   * @throws BrokenFileException if it is something else, cut off, damaged, too large, or holds what
   *     is neither a group nor an array of numbers, texts or a truth value
   * @throws java.nio.file.NoSuchFileException if there is none
   */
  public static Hdf5Group read(Path file) throws IOException {
    byte[] bytes = BoundedFile.read(file, BoundedFile.mostInMemory(FILE_PART));
    Hdf5Superblock.requireWhole(bytes, file);
    try (HdfFile open = HdfFile.fromBytes(bytes)) {
      return new Hdf5Reader().group(open, 0);
    } catch (UnreadableException e) {
      throw new BrokenFileException(file, e.getMessage() + ".", e);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // What is damaged may lead the library anywhere.
      throw new BrokenFileException(
          file, "is damaged, expected a whole HDF5 file (%s).".formatted(e), e);
    }
  }

  private Hdf5Group group(Group group, int depth) {
    if (depth > DEEPEST) {
      throw new UnreadableException(
          "holds groups within more than %d others, expected fewer".formatted(DEEPEST));
    }
    Map<String, Hdf5Node> children = new TreeMap<>();
    for (Map.Entry<String, Node> child : group.getChildren().entrySet()) {
      nodes++;
      if (nodes > MOST_NODES) {
        throw new UnreadableException(
            "holds more than %d groups and arrays, expected fewer".formatted(MOST_NODES));
      }
      Node node = child.getValue();
      if (node.isLink()) {
        throw new UnreadableException(
            "holds a link (%s), expected groups and arrays".formatted(child.getKey()));
      }
      children.put(
          child.getKey(),
          switch (node) {
            case Group inner -> group(inner, depth + 1);
            case Dataset dataset -> array(dataset, child.getKey());
            default ->
                throw new UnreadableException(
                    "holds something (%s) that is neither group nor array, expected those"
                        .formatted(child.getKey()));
          });
    }
    return new Hdf5Group(new TreeMap<>(children));
  }

  private Hdf5Array array(Dataset dataset, String name) {
    long size = 1;
    for (long length : dataset.getDimensionsAsLong()) {
      size = length < 0 || length > left ? Long.MAX_VALUE : Math.multiplyExact(size, length);
      if (size > left) {
        throw new UnreadableException(
            "says that array (%s) has more values than memory has room for".formatted(name));
      }
    }
    left -= size;
    return Hdf5Values.of(dataset, name);
  }

  /** Something of a file that is not read; its message is a sentence about the file. */
  static final class UnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableException(String message) {
      super(message);
    }
  }
}
