package plastron.tasks.conformance.rate;

import com.google.gson.JsonObject;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.ConformanceKind;
import plastron.export.conformance.ConformanceResult;
import plastron.export.conformance.VectorReader;

/**
 * Rate blocks over some steps in double precision, gradients included (format {@code
 * plastron-rate-vector/1}, kind {@code block}). Numbers must agree to 1e-10 of the largest of their
 * array.
 */
public final class RateBlockKind implements ConformanceKind {

  @Override
  public String name() {
    return "rate/block";
  }

  @Override
  public boolean recognises(JsonObject document) {
    return VectorReader.hasKind(document, "plastron-rate-vector/1", "block");
  }

  @Override
  public ConformanceResult check(JsonObject document) {
    try {
      Comparison comparison = new Comparison();
      new RateBlockComparison(RateBlockVector.read(VectorReader.of(document)), comparison).run();
      return comparison.result();
    } catch (IllegalArgumentException e) {
      // A value that the block itself refuses: its message names subject, value and range.
      throw new BrokenVectorException(String.valueOf(e.getMessage()));
    }
  }
}
