package plastron.loihi.conformance;

import com.google.gson.JsonObject;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.ConformanceKind;
import plastron.export.conformance.ConformanceResult;
import plastron.export.conformance.VectorReader;

/** A kind of file with a list of cases that are checked one by one. */
public abstract class CaseKind implements ConformanceKind {

  /** The format of all documents. */
  public static final String FORMAT = "loihi-conformance/1";

  private final String kind;

  /**
   * @param kind as a document names it
   */
  protected CaseKind(String kind) {
    this.kind = kind;
  }

  @Override
  public final String name() {
    return "loihi/" + kind;
  }

  @Override
  public final boolean recognises(JsonObject document) {
    return VectorReader.hasKind(document, FORMAT, kind);
  }

  @Override
  public final ConformanceResult check(JsonObject document) {
    Comparison comparison = new Comparison();
    for (VectorReader one : VectorReader.of(document).cases()) {
      comparison.nextCase();
      try {
        check(one, comparison);
      } catch (IllegalArgumentException refused) {
        // The emulator refuses parameters that no chip holds; in a reference file that is damage.
        throw new BrokenVectorException(one.place() + ": " + refused.getMessage());
      }
    }
    return comparison.result();
  }

  /** Compares a case. */
  protected abstract void check(VectorReader one, Comparison comparison);
}
