package plastron.tasks.cli.conformance;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import plastron.export.conformance.BrokenVectorException;

/**
 * A first look at an HDF5 file: its superblock only (HDF5 File Format Specification 3.0, section
 * II.A).
 */
final class Hdf5File {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  private Hdf5File() {}

  /**
   * Checks the signature and that the file is as long as its superblock says.
   *
   * @throws BrokenVectorException if it is no HDF5 file or was cut short
   * @throws IOException if the file cannot be read
   */
  static void requireWhole(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      byte[] signature = new byte[SIGNATURE.length];
      file.readFully(signature);
      if (!Arrays.equals(signature, SIGNATURE)) {
        throw new BrokenVectorException("not an HDF5 file: the signature is missing");
      }
      long end = endOfFileAddress(file);
      if (end > file.length()) {
        throw new BrokenVectorException(
            "cut short: " + file.length() + " bytes, the HDF5 superblock says " + end);
      }
    } catch (EOFException e) {
      throw new BrokenVectorException("not an HDF5 file: shorter than its superblock");
    }
  }

  private static long endOfFileAddress(RandomAccessFile file) throws IOException {
    int version = file.readUnsignedByte();
    file.seek(version < 2 ? 13 : 9);
    int offsetSize = file.readUnsignedByte();
    // Before the address stand the base and the free-space (from version 2 on: the superblock
    // extension) addresses.
    int first =
        switch (version) {
          case 0 -> 24;
          case 1 -> 28;
          case 2, 3 -> 12;
          default ->
              throw new BrokenVectorException(
                  "HDF5 superblock version (" + version + "), expected 0 to 3");
        };
    if (offsetSize != 4 && offsetSize != 8) {
      throw new BrokenVectorException("HDF5 offset size (" + offsetSize + "), expected 4 or 8");
    }
    file.seek(first + 2L * offsetSize);
    return offsetSize == 8
        ? Long.reverseBytes(file.readLong())
        : Integer.toUnsignedLong(Integer.reverseBytes(file.readInt()));
  }
}
