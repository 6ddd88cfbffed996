package plastron.export.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import plastron.export.file.BrokenFileException;

/** What an HDF5 file begins with (HDF5 File Format Specification 3.0, section II.A). */
public final class Hdf5Superblock {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
  private static final int LONGEST = 96;

  private Hdf5Superblock() {}

  /** Whether a file that begins like this is one of HDF5. */
  public static boolean begins(byte[] beginning) {
    return beginning.length >= SIGNATURE.length
        && Arrays.equals(beginning, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
  }

  /** Throws {@link BrokenFileException} unless these are a file as long as its beginning says. */
  static void requireWhole(byte[] bytes, Path file) {
    if (!begins(bytes)) {
      throw new BrokenFileException(file, "is no HDF5 file: the signature is missing.");
    }
    ByteBuffer block =
        ByteBuffer.wrap(Arrays.copyOf(bytes, LONGEST)).order(ByteOrder.LITTLE_ENDIAN);
    int version = block.get(8);
    int offsetSize = block.get(version < 2 ? 13 : 9);
    // Before the address of the end stand the base and the free-space (from version 2 on: the
    // superblock extension) addresses.
    int first =
        switch (version) {
          case 0 -> 24;
          case 1 -> 28;
          case 2, 3 -> 12;
          default ->
              throw new BrokenFileException(
                  file,
                  "has an HDF5 superblock of version (%d), expected 0 to 3.".formatted(version));
        };
    if (offsetSize != Integer.BYTES && offsetSize != Long.BYTES) {
      throw new BrokenFileException(
          file, "has HDF5 offsets of (%d) bytes, expected 4 or 8.".formatted(offsetSize));
    }
    int at = first + 2 * offsetSize;
    long end =
        offsetSize == Long.BYTES ? block.getLong(at) : Integer.toUnsignedLong(block.getInt(at));
    if (end < 0 || end > bytes.length) {
      throw new BrokenFileException(
          file,
          "is cut short: it has %d bytes, its HDF5 superblock says %s."
              .formatted(bytes.length, Long.toUnsignedString(end)));
    }
  }
}
