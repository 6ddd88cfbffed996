package plastron.export.hdf5;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes an HDF5 file part by part, of which nothing has to be in memory: arrays first, then the
 * groups that they are in, the outermost last. Groups may have attributes: whole and real numbers,
 * and texts of variable length.
 */
public final class Hdf5Stream implements AutoCloseable {

  private static final int ATTRIBUTE = 0x0c;

  /** The least size of a heap. */
  private static final int HEAP = 4096;

  private static final int HEAP_HEAD = 16;
  private static final int VARIABLE_TEXT = 0x19;
  private static final int TEXT = 0x13;
  private static final int UTF8 = 0x10;

  private final FileChannel channel;
  private final Hdf5Blocks blocks;

  /** What is written and not yet in a group. */
  public record Part(long address) {}

  /**
   * @param file that does not exist, or is overwritten
   * @param children of a group, at most
   */
  public Hdf5Stream(Path file, int children) throws IOException {
    channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    blocks = new Hdf5Blocks(this::place, Hdf5Blocks.internalK(children));
    channel.position(Hdf5Blocks.SUPERBLOCK);
  }

  private long place(ByteBuffer content) throws IOException {
    long address = channel.position();
    write(content.duplicate().clear());
    pad();
    return address;
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private void pad() throws IOException {
    write(ByteBuffer.allocate((int) (-channel.position() & 7)));
  }

  /**
   * Writes an array of whole numbers of 64 bits.
   *
   * @param values the lowest byte first; read to the end
   */
  public Part integers(List<Long> shape, InputStream values) throws IOException {
    return array(Hdf5Type.datatype(Hdf5Array.Integers.of(0)), shape, values);
  }

  /**
   * Writes an array of real numbers of double precision.
   *
   * @param values the lowest byte first; read to the end
   */
  public Part reals(List<Long> shape, InputStream values) throws IOException {
    return array(Hdf5Type.datatype(Hdf5Array.Reals.of(0)), shape, values);
  }

  private Part array(ByteBuffer datatype, List<Long> shape, InputStream values) throws IOException {
    long address = channel.position();
    values.transferTo(Channels.newOutputStream(channel));
    long bytes = channel.position() - address;
    long wanted = shape.stream().reduce((long) Long.BYTES, Math::multiplyExact);
    if (bytes != wanted) {
      throw new IllegalArgumentException(
          "Array of shape %s (%d bytes) must have %d.".formatted(shape, bytes, wanted));
    }
    pad();
    return new Part(blocks.array(datatype, shape, address, bytes));
  }

  /**
   * Writes a group.
   *
   * @param children by name
   * @param attributes by name: Long, Double or String
   * @throws IllegalArgumentException for a name that no group has, or an attribute of another kind
   */
  public Part group(Map<String, Part> children, Map<String, ?> attributes) throws IOException {
    return new Part(blocks(children, attributes).header());
  }

  private Hdf5Blocks.Group blocks(Map<String, Part> children, Map<String, ?> attributes)
      throws IOException {
    SortedMap<String, Long> headers = new TreeMap<>();
    children.forEach((name, part) -> headers.put(name, part.address()));
    List<byte[]> messages = new ArrayList<>();
    for (Map.Entry<String, ?> attribute : new TreeMap<>(attributes).entrySet()) {
      messages.add(attribute(attribute.getKey(), attribute.getValue()));
    }
    return blocks.group(headers, messages);
  }

  /** Writes the outermost group and completes the file. */
  public void end(Map<String, Part> children, Map<String, ?> attributes) throws IOException {
    Hdf5Blocks.Group root = blocks(children, attributes);
    long bytes = channel.position();
    channel.position(0);
    write(blocks.superblock(root, bytes).flip());
  }

  private byte[] attribute(String name, Object value) throws IOException {
    return switch (value) {
      case Long number -> attribute(name, Hdf5Array.Integers.of(number));
      case Double number -> attribute(name, Hdf5Array.Reals.of(number));
      case String text -> attribute(name, variableText(), placed(text));
      default ->
          throw new IllegalArgumentException(
              "Attribute %s (%s) must be a Long, a Double or a String.".formatted(name, value));
    };
  }

  private static byte[] attribute(String name, Hdf5Array number) {
    return attribute(name, Hdf5Type.datatype(number), Hdf5Type.values(number));
  }

  /** Name, type, a single value, each at a multiple of eight. */
  private static byte[] attribute(String name, ByteBuffer type, ByteBuffer value) {
    byte[] text = (name + "\0").getBytes(StandardCharsets.UTF_8);
    int space = 8;
    ByteBuffer message =
        Hdf5Blocks.block(8 + padded(text.length) + padded(type.capacity()) + space + 16);
    message.put((byte) 1).put((byte) 0).putShort((short) text.length);
    message.putShort((short) type.capacity()).putShort((short) space);
    int at = message.position();
    message.put(text).position(at += padded(text.length));
    message.put(Hdf5Type.bytes(type)).position(at += padded(type.capacity()));
    message.put((byte) 1).position(at + space);
    message.put(Hdf5Type.bytes(value));
    return Hdf5Blocks.message(ATTRIBUTE, message);
  }

  private static int padded(int bytes) {
    return (bytes + 7) & ~7;
  }

  private static ByteBuffer variableText() {
    ByteBuffer type = Hdf5Blocks.block(16);
    type.put((byte) VARIABLE_TEXT).put((byte) 1).put((byte) 1).put((byte) 0).putInt(16);
    return type.put((byte) TEXT).put((byte) UTF8).putShort((short) 0).putInt(1);
  }

  /** Puts a text into a heap of its own, and says where it is. */
  private ByteBuffer placed(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int used = HEAP_HEAD + HEAP_HEAD + padded(bytes.length);
    int size = Math.max(HEAP, used + HEAP_HEAD);
    ByteBuffer heap = Hdf5Blocks.block(size);
    heap.put("GCOL".getBytes(StandardCharsets.US_ASCII)).putInt(1).putLong(size);
    heap.putShort((short) 1).putShort((short) 1).putInt(0).putLong(bytes.length).put(bytes);
    heap.position(used);
    heap.putLong(0).putLong(size - used);
    long address = place(heap);
    return Hdf5Blocks.block(16).putInt(bytes.length).putLong(address).putInt(1);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
