package plastron.spinnaker.conformance;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.IntUnaryOperator;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.VectorReader;
import plastron.spinnaker.fixed.Exponential;

/** The SHA-256 over all results of a range of arguments, packed as little-endian 32-bit words. */
final class ExponentialRange {

  private static final long MAX_LENGTH = 1 << 24;

  private ExponentialRange() {}

  static void check(VectorReader reader, Comparison comparison) {
    int first = reader.integer("first", Integer.MIN_VALUE, Integer.MAX_VALUE);
    int last = reader.integer("last", first, Integer.MAX_VALUE);
    if ((long) last - first >= MAX_LENGTH) {
      throw new BrokenVectorException(
          "%s, last (%d) should be less than %d above first (%d)"
              .formatted(reader.place(), last, MAX_LENGTH, first));
    }
    checkHash(reader, "expk_sha256_le_int32", first, last, Exponential::expk, comparison);
    checkHash(
        reader,
        "expulr_sha256_le_uint32",
        first,
        last,
        n -> (int) Exponential.expulr(n),
        comparison);
  }

  private static void checkHash(
      VectorReader reader,
      String field,
      int first,
      int last,
      IntUnaryOperator function,
      Comparison comparison) {
    String want = reader.text(field);
    if (!want.matches("[0-9a-fA-F]{64}")) {
      throw new BrokenVectorException(
          "%s, %s (%d characters) should be 64 hexadecimal digits"
              .formatted(reader.place(), field, want.length()));
    }
    boolean same = hash(first, last, function).equalsIgnoreCase(want);
    comparison.exact(same ? 0 : 1, 0, () -> reader.place() + ", " + field);
  }

  private static String hash(int first, int last, IntUnaryOperator function) {
    ByteBuffer words = ByteBuffer.allocate(4 * (last - first + 1)).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i <= last - first; i++) {
      words.putInt(function.applyAsInt(first + i));
    }
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
