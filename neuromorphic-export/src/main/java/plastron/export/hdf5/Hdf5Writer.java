package plastron.export.hdf5;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes HDF5 files in the oldest form of the format, which every reader knows. The same tree gives
 * the same bytes.
 */
public final class Hdf5Writer {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Hdf5Blocks blocks;

  private Hdf5Writer(int internalK) {
    out.writeBytes(new byte[Hdf5Blocks.SUPERBLOCK]);
    blocks = new Hdf5Blocks(this::place, internalK);
  }

  /**
   * The content of a file.
   *
   * @throws IllegalArgumentException for a name that is empty, holds a slash or is a dot, and for a
   *     text that ends in a null character or does not fit its bytes
   */
  public static byte[] bytes(Hdf5Group root) {
    Hdf5Writer writer = new Hdf5Writer(internalK(root));
    try {
      Hdf5Blocks.Group written = writer.group(root);
      byte[] bytes = writer.out.toByteArray();
      ByteBuffer.wrap(bytes).put(writer.blocks.superblock(written, bytes.length).flip());
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("Memory takes whatever is written.", e);
    }
  }

  private static int internalK(Hdf5Group group) {
    int most = Hdf5Blocks.internalK(group.children().size());
    for (Hdf5Node child : group.children().values()) {
      if (child instanceof Hdf5Group inner) {
        most = Math.max(most, internalK(inner));
      }
    }
    return most;
  }

  private long place(ByteBuffer content) {
    long address = out.size();
    out.writeBytes(Hdf5Type.bytes(content));
    out.writeBytes(new byte[-out.size() & 7]);
    return address;
  }

  private Hdf5Blocks.Group group(Hdf5Group group) throws IOException {
    SortedMap<String, Long> headers = new TreeMap<>();
    for (Map.Entry<String, Hdf5Node> child : group.children().entrySet()) {
      headers.put(
          child.getKey(),
          switch (child.getValue()) {
            case Hdf5Group inner -> group(inner).header();
            case Hdf5Array array -> array(array);
          });
    }
    return blocks.group(headers, List.of());
  }

  private long array(Hdf5Array array) throws IOException {
    ByteBuffer values = Hdf5Type.values(array);
    long address = values.capacity() == 0 ? Hdf5Blocks.UNDEFINED : place(values);
    return blocks.array(Hdf5Type.datatype(array), array.shape(), address, values.capacity());
  }
}
