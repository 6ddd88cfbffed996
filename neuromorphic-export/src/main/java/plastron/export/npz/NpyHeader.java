package plastron.export.npz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What precedes the numbers of an array in a file of kind NPY, version 1.0. */
final class NpyHeader {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  /** Headers end at a multiple of this. */
  private static final int ALIGNMENT = 64;

  private static final int LENGTH_BYTES = 2;

  private NpyHeader() {}

  /** Of an array in rows (C order). */
  static byte[] of(String type, List<? extends Number> shape) {
    String axes = shape.stream().map(n -> n + ",").collect(Collectors.joining(" "));
    String fields =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(type, axes);
    int before = MAGIC.length + LENGTH_BYTES;
    int length = (before + fields.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT - before;
    String padded = fields + " ".repeat(length - fields.length() - 1) + "\n";
    return ByteBuffer.allocate(before + length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .putShort((short) length)
        .put(padded.getBytes(StandardCharsets.US_ASCII))
        .array();
  }
}
