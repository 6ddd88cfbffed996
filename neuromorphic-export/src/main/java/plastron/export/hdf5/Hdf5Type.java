package plastron.export.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** How an HDF5 file says what the values of an array are, and the values themselves. */
final class Hdf5Type {

  private static final int REAL = 0x11;
  private static final int INTEGER = 0x10;
  private static final int TEXT = 0x13;
  private static final int ENUMERATION = 0x18;
  private static final int SIGNED = 0x08;
  private static final int NULL_PADDED_ASCII = 0x01;
  private static final int NULL_PADDED_UTF8 = 0x11;

  private Hdf5Type() {}

  /** The message that describes the type. */
  static ByteBuffer datatype(Hdf5Array array) {
    return switch (array) {
      case Hdf5Array.Reals r when r.single() -> real(31, 4, 23, 8, 127);
      case Hdf5Array.Reals r -> real(63, 8, 52, 11, 1023);
      case Hdf5Array.Integers i -> integer(8);
      case Hdf5Array.Texts t ->
          head(8, TEXT, isAscii(t) ? NULL_PADDED_ASCII : NULL_PADDED_UTF8, 0, width(t));
      case Hdf5Array.Flag f -> flag();
    };
  }

  private static ByteBuffer head(int bytes, int kind, int first, int second, int size) {
    return ByteBuffer.allocate(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) kind)
        .put((byte) first)
        .put((byte) second)
        .put((byte) 0)
        .putInt(size);
  }

  private static ByteBuffer real(int sign, int size, int mantissa, int exponent, int bias) {
    return head(20, REAL, 0x20, sign, size)
        .putShort((short) 0)
        .putShort((short) (8 * size))
        .put((byte) mantissa)
        .put((byte) exponent)
        .put((byte) 0)
        .put((byte) mantissa)
        .putInt(bias);
  }

  private static ByteBuffer integer(int size) {
    return head(12, INTEGER, SIGNED, 0, size).putShort((short) 0).putShort((short) (8 * size));
  }

  /** As h5py writes NumPy's truth values. */
  private static ByteBuffer flag() {
    return head(8 + 12 + 16 + 2, ENUMERATION, 2, 0, 1)
        .put(integer(1).array())
        .put("FALSE\0\0\0TRUE\0\0\0\0".getBytes(StandardCharsets.US_ASCII))
        .put((byte) 0)
        .put((byte) 1);
  }

  private static boolean isAscii(Hdf5Array.Texts texts) {
    return texts.values().stream().allMatch(t -> t.chars().allMatch(c -> c < 0x80));
  }

  private static int width(Hdf5Array.Texts texts) {
    List<String> values = texts.values();
    int longest = values.stream().mapToInt(t -> utf8(t).length).max().orElse(0);
    if (texts.bytes() > 0 && longest > texts.bytes()) {
      throw new IllegalArgumentException(
          "Text (%d bytes) must fit %d.".formatted(longest, texts.bytes()));
    }
    return texts.bytes() > 0 ? texts.bytes() : Math.max(1, longest);
  }

  private static byte[] utf8(String text) {
    if (text.endsWith("\0")) {
      throw new IllegalArgumentException(
          "Text (%s) must not end in a null character.".formatted(text.strip()));
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The values as the file keeps them. */
  static ByteBuffer values(Hdf5Array array) {
    return switch (array) {
      case Hdf5Array.Reals r when r.single() -> {
        ByteBuffer bytes = buffer(r.size(), Float.BYTES);
        Arrays.stream(r.values()).forEach(v -> bytes.putFloat((float) v));
        yield bytes;
      }
      case Hdf5Array.Reals r -> {
        ByteBuffer bytes = buffer(r.size(), Double.BYTES);
        Arrays.stream(r.values()).forEach(bytes::putDouble);
        yield bytes;
      }
      case Hdf5Array.Integers i -> {
        ByteBuffer bytes = buffer(i.size(), Long.BYTES);
        Arrays.stream(i.values()).forEach(bytes::putLong);
        yield bytes;
      }
      case Hdf5Array.Texts t -> {
        int width = width(t);
        ByteBuffer bytes = buffer(t.size(), width);
        t.values().forEach(text -> bytes.put(Arrays.copyOf(utf8(text), width)));
        yield bytes;
      }
      case Hdf5Array.Flag f -> buffer(1, 1).put((byte) (f.value() ? 1 : 0));
    };
  }

  /** All bytes of a buffer, whatever its position. */
  static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.capacity()];
    buffer.duplicate().clear().get(bytes);
    return bytes;
  }

  private static ByteBuffer buffer(int values, int bytes) {
    return ByteBuffer.allocate(Math.multiplyExact(values, bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
