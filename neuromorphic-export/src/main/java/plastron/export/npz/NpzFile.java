package plastron.export.npz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import plastron.core.check.Require;

/** Several arrays in one file, which {@code numpy.load} reads without pickling. */
public final class NpzFile {

  private NpzFile() {}

  /**
   * The content of a file, compressed.
   *
   * @param arrays with different names
   */
  public static byte[] bytes(List<NpyArray> arrays) {
    Require.all("Arrays of a file", arrays);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (NpzStream npz = new NpzStream(bytes)) {
      for (NpyArray array : arrays) {
        npz.add(array);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
