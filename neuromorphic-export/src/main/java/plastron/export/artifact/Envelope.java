package plastron.export.artifact;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The frame around a Protobuf message in a file: 8 letters for the kind, a 4-byte format version,
 * an 8-byte length (both big-endian), the message, and the SHA-256 of all bytes before it.
 *
 * @param kind 8 ASCII letters
 * @param newest the newest version of the message's format; older ones from 1 on are read as well,
 *     others are refused
 * @param title what such a file is called in messages
 */
record Envelope(String kind, int newest, String title) {

  private static final int HEADER = 8 + 4 + 8;
  private static final int CHECKSUM = 32;

  /** Frames a message of a format version, the oldest that can say what the message says. */
  byte[] wrap(int version, byte[] message) {
    ByteBuffer buffer = ByteBuffer.allocate(HEADER + message.length + CHECKSUM);
    buffer
        .put(kind.getBytes(StandardCharsets.US_ASCII))
        .putInt(version)
        .putLong(message.length)
        .put(message);
    byte[] framed = buffer.array();
    byte[] sum = Sha256.of(Arrays.copyOf(framed, HEADER + message.length));
    buffer.put(sum);
    return framed;
  }

  /**
   * The message in a file; throws {@link BrokenFileException} if the file is of another kind, cut
   * off or changed.
   */
  byte[] read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    byte[] letters = kind.getBytes(StandardCharsets.US_ASCII);
    if (!Arrays.equals(Arrays.copyOf(bytes, 8), letters)) {
      throw new BrokenFileException(file, "is no %s.".formatted(title));
    }
    if (bytes.length < HEADER) {
      throw new BrokenFileException(
          file, "is cut off (%d bytes), its header alone has %d.".formatted(bytes.length, HEADER));
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 8, bytes.length - 8);
    int found = buffer.getInt();
    if (found < 1 || found > newest) {
      throw new BrokenFileException(
          file,
          "has format version (%d), this build reads %s. Maybe it was written by another version of Plastron."
              .formatted(found, newest == 1 ? "1" : "1 to " + newest));
    }
    long length = buffer.getLong();
    long expected = HEADER + length + CHECKSUM;
    if (length < 0 || bytes.length != expected) {
      throw new BrokenFileException(
          file,
          "has (%d) bytes, its header announces %d. Maybe it was cut off."
              .formatted(bytes.length, expected));
    }
    byte[] sum = Sha256.of(Arrays.copyOf(bytes, bytes.length - CHECKSUM));
    if (!Arrays.equals(sum, Arrays.copyOfRange(bytes, bytes.length - CHECKSUM, bytes.length))) {
      throw new BrokenFileException(
          file, "does not match its checksum. Maybe it was changed or damaged.");
    }
    return Arrays.copyOfRange(bytes, HEADER, bytes.length - CHECKSUM);
  }
}
