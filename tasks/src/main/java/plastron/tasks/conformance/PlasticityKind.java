package plastron.tasks.conformance;

import com.google.gson.JsonObject;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.ConformanceKind;
import plastron.export.conformance.ConformanceResult;
import plastron.export.conformance.VectorReader;

/**
 * Complete evaluations of small plastic networks in double precision, gradients included (format
 * {@code spikepropamine-vector/1}). Spikes must agree exactly, other numbers to 1e-10.
 */
public final class PlasticityKind implements ConformanceKind {

  private static final String FORMAT = "spikepropamine-vector/1";

  @Override
  public String name() {
    return "plasticity";
  }

  @Override
  public boolean recognises(JsonObject document) {
    return VectorReader.hasFormat(document, FORMAT);
  }

  @Override
  public ConformanceResult check(JsonObject document) {
    try {
      PlasticityVector vector = PlasticityVector.read(VectorReader.of(document));
      Comparison comparison = new Comparison();
      new PlasticityComparison(vector, comparison).run();
      return comparison.result();
    } catch (IllegalArgumentException e) {
      // A value that the model itself refuses: its message names subject, value and range.
      throw new BrokenVectorException(String.valueOf(e.getMessage()));
    }
  }
}
