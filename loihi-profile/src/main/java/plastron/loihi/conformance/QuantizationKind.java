package plastron.loihi.conformance;

import com.google.gson.JsonObject;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.ConformanceKind;
import plastron.export.conformance.ConformanceResult;
import plastron.export.conformance.VectorReader;

/**
 * Kind {@code quantization}: tables of weight formats, biases, decays, wraps and memory sizes; a
 * table is a case.
 */
public final class QuantizationKind implements ConformanceKind {

  /** For the service loader. */
  public QuantizationKind() {}

  @Override
  public String name() {
    return "loihi/quantization";
  }

  @Override
  public boolean recognises(JsonObject document) {
    return VectorReader.hasKind(document, CaseKind.FORMAT, "quantization");
  }

  @Override
  public ConformanceResult check(JsonObject document) {
    VectorReader reader = VectorReader.of(document);
    Comparison comparison = new Comparison();
    try {
      LavaTables.check(reader.object("lava"), comparison);
      NengoTables.check(reader.object("nengo_loihi"), comparison);
    } catch (IllegalArgumentException refused) {
      throw new BrokenVectorException("quantization: " + refused.getMessage());
    }
    return comparison.result();
  }
}
