package plastron.tasks.robustness;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32C;

/**
 * The checksums and lengths around files, made right again, so that what is behind them is read.
 */
final class Frames {

  private static final int HEADER = 8 + 4 + 8;
  private static final int SHA_256 = 32;
  private static final int CRC = 8;

  private Frames() {}

  /** The Protobuf message in a model file or chip image. */
  static byte[] message(byte[] file) {
    return Arrays.copyOfRange(file, HEADER, file.length - SHA_256);
  }

  /** A model file or chip image like this one, with another message. */
  static byte[] withMessage(byte[] file, byte[] message) {
    byte[] framed =
        ByteBuffer.allocate(HEADER + message.length + SHA_256)
            .put(file, 0, HEADER - Long.BYTES)
            .putLong(message.length)
            .put(message)
            .array();
    byte[] sum = sha256(Arrays.copyOf(framed, HEADER + message.length));
    System.arraycopy(sum, 0, framed, HEADER + message.length, SHA_256);
    return framed;
  }

  /** A checkpoint with an edit before its checksum, which fits it. */
  static byte[] checkpoint(byte[] file, RandomGenerator random) {
    byte[] edited = Arrays.copyOf(file, file.length - CRC);
    int edits = Extremes.edits(random);
    for (int i = 0; i < edits; i++) {
      edited = ByteEdits.edit(edited, random);
    }
    return sealed(edited);
  }

  /** With the checksum of checkpoints behind it. */
  static byte[] sealed(byte[] content) {
    CRC32C crc = new CRC32C();
    crc.update(content);
    return ByteBuffer.allocate(content.length + CRC).put(content).putLong(crc.getValue()).array();
  }

  /** The manifest of an export in which a file has this content. */
  static JsonObject listing(JsonObject manifest, String name, byte[] content) {
    JsonObject changed = manifest.deepCopy();
    for (JsonElement file : changed.getAsJsonArray("files")) {
      JsonObject entry = file.getAsJsonObject();
      if (entry.get("name").getAsString().equals(name)) {
        entry.addProperty("bytes", content.length);
        entry.addProperty("sha256", HexFormat.of().formatHex(sha256(content)));
      }
    }
    return changed;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
