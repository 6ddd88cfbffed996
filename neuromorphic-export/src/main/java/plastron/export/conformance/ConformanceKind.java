package plastron.export.conformance;

import com.google.gson.JsonObject;

/**
 * One kind of reference file that a part of this build can check itself against. Implementations
 * are found by {@link java.util.ServiceLoader}; a file belongs to the first kind that recognises
 * its content, never by its name.
 */
public interface ConformanceKind {

  /** A short stable name such as {@code loihi/lif}. */
  String name();

  /**
   * Whether the document is of this kind. Looks at the content only and never throws, whatever the
   * document holds.
   *
   * @param document a whole reference file, not modified
   */
  boolean recognises(JsonObject document);

  /**
   * Runs every case of the document and compares.
   *
   * @param document a whole reference file that this kind recognises, not modified
   * @return one deviation for every compared quantity that has a name of its own
   * @throws BrokenVectorException if the document lacks a field, or a field has a wrong type, shape
   *     or value
   */
  ConformanceResult check(JsonObject document);
}
