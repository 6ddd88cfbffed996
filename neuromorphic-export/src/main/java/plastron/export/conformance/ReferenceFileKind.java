package plastron.export.conformance;

import java.io.IOException;
import java.nio.file.Path;

/**
 * One kind of reference file that is no JSON; what is expected may stand in a JSON document beside
 * it. Implementations are found by {@link java.util.ServiceLoader}.
 */
public interface ReferenceFileKind {

  /** A short name for reports, such as {@code loihi/nir}. */
  String name();

  /** Whether a file is of this kind, by its name. */
  boolean recognises(Path file);

  /**
   * Compares this build with the file.
   *
   * @throws BrokenVectorException if the file or what is beside it is damaged
   * @throws plastron.export.file.BrokenFileException if the file is
   * @throws IOException if it cannot be read
   */
  ConformanceResult check(Path file) throws IOException;
}
