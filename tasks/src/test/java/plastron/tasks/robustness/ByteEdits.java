package plastron.tasks.robustness;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Edits of bytes that know nothing of what the bytes mean. */
final class ByteEdits {

  /** The longest varints of Protobuf for 32 and 64 bits, and one that never ends. */
  private static final byte[][] VARINTS = {
    {-1, -1, -1, -1, 7},
    {-1, -1, -1, -1, 15},
    {-1, -1, -1, -1, -1, -1, -1, -1, -1, 1},
    {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1}
  };

  private ByteEdits() {}

  /** One edit; the bytes given are not modified. */
  static byte[] edit(byte[] bytes, RandomGenerator random) {
    int at = random.nextInt(bytes.length + 1);
    int end = Math.min(bytes.length, at + 1 + random.nextInt(1 << random.nextInt(1, 10)));
    return switch (random.nextInt(9)) {
      case 0 -> flipped(bytes, at, random);
      case 1 -> overwritten(bytes, at, new byte[] {(byte) random.nextInt()});
      case 2 -> Arrays.copyOf(bytes, at);
      case 3 -> replaced(bytes, at, at, drawn(1 + random.nextInt(8), random));
      case 4 -> replaced(bytes, at, end, new byte[0]);
      case 5 -> replaced(bytes, end, end, Arrays.copyOfRange(bytes, at, end));
      case 6 -> overwritten(bytes, at, number(Integer.BYTES, random));
      case 7 -> overwritten(bytes, at, number(Long.BYTES, random));
      default -> replaced(bytes, at, Math.min(bytes.length, at + 1), varint(random));
    };
  }

  private static byte[] flipped(byte[] bytes, int at, RandomGenerator random) {
    byte[] result = bytes.clone();
    if (at < bytes.length) {
      result[at] ^= (byte) (1 << random.nextInt(8));
    }
    return result;
  }

  private static byte[] drawn(int count, RandomGenerator random) {
    byte[] drawn = new byte[count];
    random.nextBytes(drawn);
    return drawn;
  }

  /** Big-endian, as Java's streams write numbers. */
  private static byte[] number(int bytes, RandomGenerator random) {
    ByteBuffer number = ByteBuffer.allocate(bytes);
    if (bytes == Integer.BYTES) {
      return number.putInt((int) Extremes.whole(random)).array();
    }
    return random.nextBoolean()
        ? number.putLong(Extremes.whole(random)).array()
        : number.putDouble(Extremes.real(random)).array();
  }

  private static byte[] varint(RandomGenerator random) {
    return VARINTS[random.nextInt(VARINTS.length)];
  }

  private static byte[] overwritten(byte[] bytes, int at, byte[] with) {
    return replaced(bytes, at, Math.min(bytes.length, at + with.length), with);
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] with) {
    return ByteBuffer.allocate(bytes.length - (to - from) + with.length)
        .put(bytes, 0, from)
        .put(with)
        .put(bytes, to, bytes.length - to)
        .array();
  }
}
