package plastron.export.message;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import plastron.export.file.BoundedFile;
import plastron.export.file.BrokenFileException;

/**
 * The frame around a Protobuf message in a file: 8 letters for the kind, a 4-byte format version,
 * an 8-byte length (both big-endian), the message, and the SHA-256 of all bytes before it.
 *
 * @param kind 8 ASCII letters
 * @param newest the newest version of the message's format; older ones from 1 on are read as well,
 *     others are refused
 * @param title what such a file is called in messages
 */
public record Envelope(String kind, int newest, String title) {

  private static final int HEADER = 8 + 4 + 8;
  private static final int CHECKSUM = 32;

  /**
   * Bytes of memory for a byte of a file, at most: an empty message within a message takes two
   * bytes.
   */
  private static final int MEMORY = 32;

  /** Frames a message of a format version, the oldest that can say what the message says. */
  public byte[] wrap(int version, byte[] message) {
    ByteBuffer buffer = ByteBuffer.allocate(HEADER + message.length + CHECKSUM);
    buffer
        .put(kind.getBytes(StandardCharsets.US_ASCII))
        .putInt(version)
        .putLong(message.length)
        .put(message);
    byte[] framed = buffer.array();
    buffer.put(Sha256.of(framed, HEADER + message.length));
    return framed;
  }

  /** Whether a file that begins like this is of this kind. */
  public boolean begins(byte[] file) {
    byte[] letters = kind.getBytes(StandardCharsets.US_ASCII);
    return Arrays.equals(Arrays.copyOf(file, letters.length), letters);
  }

  /**
   * The message in a file; throws {@link BrokenFileException} if the file is of another kind, cut
   * off, changed, or larger than memory allows.
   */
  public CodedInputStream read(Path file) throws IOException {
    byte[] bytes = BoundedFile.read(file, BoundedFile.mostInMemory(MEMORY));
    if (!begins(bytes)) {
      throw new BrokenFileException(file, "is no %s.".formatted(title));
    }
    if (bytes.length < HEADER + CHECKSUM) {
      throw new BrokenFileException(
          file,
          "is cut off (%d bytes), its frame alone has %d."
              .formatted(bytes.length, HEADER + CHECKSUM));
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 8, bytes.length - 8);
    int found = buffer.getInt();
    if (found < 1 || found > newest) {
      throw new BrokenFileException(
          file,
          "has format version (%d), this build reads %s. Maybe it was written by another version of Plastron."
              .formatted(found, newest == 1 ? "1" : "1 to " + newest));
    }
    long announced = buffer.getLong();
    int length = bytes.length - HEADER - CHECKSUM;
    if (announced != length) {
      throw new BrokenFileException(
          file,
          "holds (%d) bytes, its header announces %s. Maybe it was cut off."
              .formatted(length, Long.toUnsignedString(announced)));
    }
    byte[] sum = Sha256.of(bytes, HEADER + length);
    if (!Arrays.equals(sum, Arrays.copyOfRange(bytes, HEADER + length, bytes.length))) {
      throw new BrokenFileException(
          file, "does not match its checksum. Maybe it was changed or damaged.");
    }
    return CodedInputStream.newInstance(bytes, HEADER, length);
  }
}
