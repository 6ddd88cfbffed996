package plastron.export.format;

import java.io.IOException;
import java.nio.file.Path;
import plastron.plasticity.model.PlasticModel;

/**
 * A reader of models, of Plastron's own or of another tool's. Implementations are found by {@link
 * java.util.ServiceLoader}, see {@link ModelImporters}; they have no state and any thread may use
 * them.
 */
public interface ModelImporter {

  /** How many bytes of a file {@link #recognises} is shown at most. */
  int BEGINNING = 512;

  /** As the command line writes it: small letters, digits and hyphens; no other has it. */
  String name();

  /** Which files it reads, in one line without a full stop. */
  String description();

  /**
   * Whether a file may be one of its files, by what it begins with.
   *
   * @param beginning the first {@value #BEGINNING} bytes, or all of a shorter file; not modified
   */
  boolean recognises(byte[] beginning);

  /**
   * Reads a model.
   *
   * @throws plastron.export.file.BrokenFileException with one line for a file that is something
   *     else, cut off, damaged, or holds what a model cannot; nothing of it is left out silently
   * @throws IOException if it cannot be read, {@link java.nio.file.NoSuchFileException} if there is
   *     none
   */
  PlasticModel read(Path file) throws IOException;
}
