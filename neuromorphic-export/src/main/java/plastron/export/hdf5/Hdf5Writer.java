package plastron.export.hdf5;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writes HDF5 files in the oldest form of the format, which every reader knows: superblock 0,
 * groups as symbol tables, contiguous arrays (HDF5 File Format Specification 3.0). The same tree
 * gives the same bytes.
 */
public final class Hdf5Writer {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
  private static final int SUPERBLOCK = 96;
  private static final long UNDEFINED = -1;

  /** Half of the entries of a symbol table node, and the least half of those of a B-tree node. */
  private static final int LEAF_K = 4;

  private static final int LEAST_INTERNAL_K = 16;
  private static final int SYMBOL_TABLE = 0x11;

  /** What a local heap writes where nothing in it is free. */
  private static final long NOTHING_FREE = 1;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final int internalK;

  private record Group(long header, long tree, long heap) {}

  private Hdf5Writer(int internalK) {
    this.internalK = internalK;
    out.writeBytes(new byte[SUPERBLOCK]);
  }

  /**
   * The content of a file.
   *
   * @throws IllegalArgumentException for a name that is empty, holds a slash or is a dot, and for a
   *     text that ends in a null character or does not fit its bytes
   */
  public static byte[] bytes(Hdf5Group root) {
    Hdf5Writer writer = new Hdf5Writer(internalK(root));
    Group written = writer.group(root);
    byte[] bytes = writer.out.toByteArray();
    writer.superblock(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), written);
    return bytes;
  }

  /** So that the symbol table nodes of the largest group fit one B-tree node. */
  private static int internalK(Hdf5Group group) {
    int nodes = Math.ceilDiv(group.children().size(), 2 * LEAF_K);
    int most = Math.max(LEAST_INTERNAL_K, Math.ceilDiv(nodes, 2));
    for (Hdf5Node child : group.children().values()) {
      if (child instanceof Hdf5Group inner) {
        most = Math.max(most, internalK(inner));
      }
    }
    return most;
  }

  private void superblock(ByteBuffer file, Group root) {
    file.put(SIGNATURE).putInt(0).put((byte) 0).put((byte) Long.BYTES).put((byte) Long.BYTES);
    file.put((byte) 0).putShort((short) LEAF_K).putShort((short) internalK).putInt(0);
    file.putLong(0).putLong(UNDEFINED).putLong(file.capacity()).putLong(UNDEFINED);
    file.putLong(0).putLong(root.header()).putInt(1).putInt(0);
    file.putLong(root.tree()).putLong(root.heap());
  }

  private long place(ByteBuffer content) {
    long address = out.size();
    out.writeBytes(Hdf5Type.bytes(content));
    out.writeBytes(new byte[-out.size() & 7]);
    return address;
  }

  private static ByteBuffer block(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private Group group(Hdf5Group group) {
    List<Long> headers = new ArrayList<>();
    List<Long> names = new ArrayList<>();
    ByteArrayOutputStream heap = new ByteArrayOutputStream();
    heap.writeBytes(new byte[Long.BYTES]);
    for (Map.Entry<String, Hdf5Node> child : group.children().entrySet()) {
      names.add((long) heap.size());
      byte[] name = checked(child.getKey()).getBytes(StandardCharsets.UTF_8);
      heap.writeBytes(Arrays.copyOf(name, (name.length + Long.BYTES) & ~7));
      headers.add(
          switch (child.getValue()) {
            case Hdf5Group inner -> group(inner).header();
            case Hdf5Array array -> array(array);
          });
    }
    long data = place(ByteBuffer.wrap(heap.toByteArray()));
    ByteBuffer head = block(32).put("HEAP".getBytes(StandardCharsets.US_ASCII)).putInt(0);
    long heapAddress = place(head.putLong(heap.size()).putLong(NOTHING_FREE).putLong(data));
    long tree = tree(names, headers);
    ByteBuffer table = block(16).putLong(tree).putLong(heapAddress);
    return new Group(header(List.of(message(SYMBOL_TABLE, table))), tree, heapAddress);
  }

  private static String checked(String name) {
    if (name.isEmpty() || name.contains("/") || name.contains("\0") || name.equals(".")) {
      throw new IllegalArgumentException(
          "Name (%s) in an HDF5 file must have a character, no slash and be no dot."
              .formatted(name));
    }
    return name;
  }

  private long tree(List<Long> names, List<Long> headers) {
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
      tree.putLong(place(node)).putLong(names.get(to - 1));
    }
    return place(tree);
  }

  private long array(Hdf5Array array) {
    ByteBuffer values = Hdf5Type.values(array);
    long address = values.capacity() == 0 ? UNDEFINED : place(values);
    ByteBuffer space = block(8 + Long.BYTES * array.shape().size()).put((byte) 1);
    space.put((byte) array.shape().size()).putShort((short) 0).putInt(0);
    array.shape().forEach(space::putLong);
    ByteBuffer fill = block(8).put((byte) 2).put((byte) 2).put((byte) 2).put((byte) 1).putInt(0);
    ByteBuffer layout = block(18).put((byte) 3).put((byte) 1).putLong(address);
    layout.putLong(values.capacity());
    return header(
        List.of(
            message(1, space),
            message(3, Hdf5Type.datatype(array)),
            message(5, fill),
            message(8, layout)));
  }

  private static byte[] message(int type, ByteBuffer content) {
    int padded = (content.capacity() + 7) & ~7;
    return block(8 + padded)
        .putShort((short) type)
        .putShort((short) padded)
        .putInt(0)
        .put(Hdf5Type.bytes(content))
        .array();
  }

  private long header(List<byte[]> messages) {
    int bytes = messages.stream().mapToInt(message -> message.length).sum();
    ByteBuffer header = block(16 + bytes).put((byte) 1).put((byte) 0);
    header.putShort((short) messages.size()).putInt(1).putInt(bytes).putInt(0);
    messages.forEach(header::put);
    return place(header);
  }
}
