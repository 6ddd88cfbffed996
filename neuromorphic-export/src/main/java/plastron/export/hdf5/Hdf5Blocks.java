package plastron.export.hdf5;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The blocks that HDF5 files in the oldest form of the format consist of: superblock 0, groups as
 * symbol tables, contiguous arrays (HDF5 File Format Specification 3.0).
 */
final class Hdf5Blocks {

  static final int SUPERBLOCK = 96;
  static final long UNDEFINED = -1;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  /** Half of the entries of a symbol table node, and the least half of those of a B-tree node. */
  private static final int LEAF_K = 4;

  private static final int LEAST_INTERNAL_K = 16;
  private static final int SYMBOL_TABLE = 0x11;

  /** What a local heap writes where nothing in it is free. */
  private static final long NOTHING_FREE = 1;

  private final Place out;
  private final int internalK;

  /** Takes the blocks of a file. */
  interface Place {
    /** Puts bytes behind all others, at a multiple of eight; returns where. */
    long put(ByteBuffer content) throws IOException;
  }

  /** Where the parts of a group are. */
  record Group(long header, long tree, long heap) {}

  /**
   * @param internalK of {@link #internalK}
   */
  Hdf5Blocks(Place out, int internalK) {
    this.out = out;
    this.internalK = internalK;
  }

  /** So that the symbol table nodes of a group with so many children fit one B-tree node. */
  static int internalK(int children) {
    return Math.max(LEAST_INTERNAL_K, Math.ceilDiv(Math.ceilDiv(children, 2 * LEAF_K), 2));
  }

  /** The beginning of a file of so many bytes. */
  ByteBuffer superblock(Group root, long bytes) {
    ByteBuffer block = block(SUPERBLOCK);
    block.put(SIGNATURE).putInt(0).put((byte) 0).put((byte) Long.BYTES).put((byte) Long.BYTES);
    block.put((byte) 0).putShort((short) LEAF_K).putShort((short) internalK).putInt(0);
    block.putLong(0).putLong(UNDEFINED).putLong(bytes).putLong(UNDEFINED);
    block.putLong(0).putLong(root.header()).putInt(1).putInt(0);
    return block.putLong(root.tree()).putLong(root.heap());
  }

  static ByteBuffer block(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Writes a group.
   *
   * @param children where their headers are, by name
   * @param attributes further messages of its header
   * @throws IllegalArgumentException for a name that is empty, holds a slash or is a dot
   */
  Group group(SortedMap<String, Long> children, List<byte[]> attributes) throws IOException {
    List<Long> names = new ArrayList<>();
    ByteArrayOutputStream heap = new ByteArrayOutputStream();
    heap.writeBytes(new byte[Long.BYTES]);
    for (Map.Entry<String, Long> child : children.entrySet()) {
      names.add((long) heap.size());
      byte[] name = checked(child.getKey()).getBytes(StandardCharsets.UTF_8);
      heap.writeBytes(Arrays.copyOf(name, (name.length + Long.BYTES) & ~7));
    }
    long data = out.put(ByteBuffer.wrap(heap.toByteArray()));
    ByteBuffer head = block(32).put("HEAP".getBytes(StandardCharsets.US_ASCII)).putInt(0);
    long heapAddress = out.put(head.putLong(heap.size()).putLong(NOTHING_FREE).putLong(data));
    long tree = tree(names, List.copyOf(children.values()));
    ByteBuffer table = block(16).putLong(tree).putLong(heapAddress);
    List<byte[]> messages = new ArrayList<>(List.of(message(SYMBOL_TABLE, table)));
    messages.addAll(attributes);
    return new Group(header(messages), tree, heapAddress);
  }

  private static String checked(String name) {
    if (name.isEmpty() || name.contains("/") || name.contains("\0") || name.equals(".")) {
      throw new IllegalArgumentException(
          "Name (%s) in an HDF5 file must have a character, no slash and be no dot."
              .formatted(name));
    }
    return name;
  }

  private long tree(List<Long> names, List<Long> headers) throws IOException {
    int nodes = Math.ceilDiv(names.size(), 2 * LEAF_K);
    ByteBuffer tree = block(24 + (2 * internalK + 1) * Long.BYTES + 2 * internalK * Long.BYTES);
    tree.put("TREE".getBytes(StandardCharsets.US_ASCII)).putShort((short) 0);
    tree.putShort((short) nodes).putLong(UNDEFINED).putLong(UNDEFINED).putLong(0);
    for (int n = 0; n < nodes; n++) {
      int from = n * 2 * LEAF_K;
      int to = Math.min(names.size(), from + 2 * LEAF_K);
      ByteBuffer node = block(8 + 2 * LEAF_K * 40);
      node.put("SNOD".getBytes(StandardCharsets.US_ASCII)).putShort((short) 1);
      node.putShort((short) (to - from));
      for (int e = from; e < to; e++) {
        node.putLong(names.get(e)).putLong(headers.get(e)).putLong(0).putLong(0).putLong(0);
      }
      tree.putLong(out.put(node)).putLong(names.get(to - 1));
    }
    return out.put(tree);
  }

  /**
   * Writes the header of an array.
   *
   * @param datatype message that describes its type
   * @param address of its values, which take so many bytes
   */
  long array(ByteBuffer datatype, List<? extends Number> shape, long address, long bytes)
      throws IOException {
    ByteBuffer space = block(8 + Long.BYTES * shape.size()).put((byte) 1);
    space.put((byte) shape.size()).putShort((short) 0).putInt(0);
    shape.forEach(length -> space.putLong(length.longValue()));
    ByteBuffer fill = block(8).put((byte) 2).put((byte) 2).put((byte) 2).put((byte) 1).putInt(0);
    ByteBuffer layout = block(18).put((byte) 3).put((byte) 1);
    layout.putLong(bytes == 0 ? UNDEFINED : address).putLong(bytes);
    return header(
        List.of(message(1, space), message(3, datatype), message(5, fill), message(8, layout)));
  }

  static byte[] message(int type, ByteBuffer content) {
    int padded = (content.capacity() + 7) & ~7;
    return block(8 + padded)
        .putShort((short) type)
        .putShort((short) padded)
        .putInt(0)
        .put(Hdf5Type.bytes(content))
        .array();
  }

  private long header(List<byte[]> messages) throws IOException {
    int bytes = messages.stream().mapToInt(message -> message.length).sum();
    ByteBuffer header = block(16 + bytes).put((byte) 1).put((byte) 0);
    header.putShort((short) messages.size()).putInt(1).putInt(bytes).putInt(0);
    messages.forEach(header::put);
    return out.put(header);
  }
}
