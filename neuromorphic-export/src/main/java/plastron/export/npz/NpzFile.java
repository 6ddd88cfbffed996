package plastron.export.npz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import plastron.core.check.Require;

/** Several arrays in one file, which {@code numpy.load} reads without pickling. */
public final class NpzFile {

  /** The first moment that a ZIP can say, so that the same arrays give the same file. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private NpzFile() {}

  /**
   * The content of a file, compressed.
   *
   * @param arrays with different names
   */
  public static byte[] bytes(List<NpyArray> arrays) {
    Require.all("Arrays of a file", arrays);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (NpyArray array : arrays) {
        ZipEntry entry = new ZipEntry(array.name() + ".npy");
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(array.header());
        zip.write(array.data());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
