package plastron.export.file;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the content of a file that need not be in memory as a whole. */
@FunctionalInterface
public interface StreamedContent {

  /** Writes all of it. */
  void write(OutputStream out) throws IOException;
}
