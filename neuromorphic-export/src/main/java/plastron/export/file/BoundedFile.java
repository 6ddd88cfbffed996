package plastron.export.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files whole, but never more than was to be expected of them. */
public final class BoundedFile {

  private BoundedFile() {}

  /**
   * The bytes of a file.
   *
   * @param most how many bytes such a file may have
   * @throws BrokenFileException if it is longer, or no file that has an end
   * @throws NoSuchFileException if there is none
   */
  public static byte[] read(Path file, long most) throws IOException {
    requireRegular(file);
    int limit = (int) Math.min(most, Integer.MAX_VALUE - 16);
    long size = Files.size(file);
    if (size > limit) {
      throw tooLong(file, size, limit);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw tooLong(file, bytes.length, limit);
      }
      return bytes;
    }
  }

  /**
   * What a file begins with.
   *
   * @param most how many bytes at most
   * @throws BrokenFileException if it is no file that has an end
   * @throws NoSuchFileException if there is none
   */
  public static byte[] beginning(Path file, int most) throws IOException {
    requireRegular(file);
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(most);
    }
  }

  private static void requireRegular(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (!Files.isRegularFile(file)) {
      throw new BrokenFileException(file, "is no regular file.");
    }
  }

  /**
   * The text of a file in UTF-8.
   *
   * @param most how many bytes such a file may have
   * @throws BrokenFileException if it is longer, no file that has an end, or not UTF-8
   * @throws NoSuchFileException if there is none
   */
  public static String text(Path file, long most) throws IOException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(read(file, most)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new BrokenFileException(file, "is not UTF-8 text.", e);
    }
  }

  /**
   * How long a file may be whose content takes up to {@code factor} times as much memory as the
   * file has bytes.
   */
  public static long mostInMemory(int factor) {
    return Runtime.getRuntime().maxMemory() / factor;
  }

  private static BrokenFileException tooLong(Path file, long size, long limit) {
    return new BrokenFileException(
        file, "is too long (%d bytes), expected at most %d.".formatted(size, limit));
  }
}
