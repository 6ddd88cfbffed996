package plastron.export.npz;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes arrays into one file one by one, of any length, which {@code numpy.load} reads. */
public final class NpzStream implements AutoCloseable {

  /** The first moment that a ZIP can say, so that the same arrays give the same file. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipOutputStream zip;

  /**
   * @param out closed with this
   */
  public NpzStream(OutputStream out) {
    zip = new ZipOutputStream(out);
  }

  /** Adds an array. */
  void add(NpyArray array) throws IOException {
    begin(array.name(), array.type(), array.shape());
    zip.write(array.data());
  }

  /**
   * Adds an array of one axis.
   *
   * @param name of no other array
   * @param type of its numbers, such as {@code <f8} or {@code <i4}
   * @param length how many there are
   * @param numbers their bytes, read to the end
   */
  public void add(String name, String type, long length, InputStream numbers) throws IOException {
    begin(name, type, List.of(length));
    numbers.transferTo(zip);
  }

  private void begin(String name, String type, List<? extends Number> shape) throws IOException {
    ZipEntry entry = new ZipEntry(name + ".npy");
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(NpyHeader.of(type, shape));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
