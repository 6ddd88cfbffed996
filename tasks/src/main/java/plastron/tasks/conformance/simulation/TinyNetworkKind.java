package plastron.tasks.conformance.simulation;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.ConformanceKind;
import plastron.export.conformance.ConformanceResult;
import plastron.export.conformance.VectorReader;

/**
 * Every spike of small networks, potentials and weights that learned. Spikes on the grid must be
 * the same, precise ones within 1e-9 ms, potentials and weights within 1e-10 of themselves.
 */
public final class TinyNetworkKind implements ConformanceKind {

  @Override
  public String name() {
    return "simulation/tiny_network";
  }

  @Override
  public boolean recognises(JsonObject document) {
    return document.get("model") instanceof JsonPrimitive model
        && model.getAsString().startsWith("iaf_psc_")
        && document.has("neurons")
        && document.has("spikes_time_neuron");
  }

  @Override
  public ConformanceResult check(JsonObject document) {
    try {
      return new TinyComparison(TinyNetwork.read(VectorReader.of(document))).result();
    } catch (IllegalArgumentException e) {
      // A value that the circuit itself refuses: its message names subject, value and range.
      throw new BrokenVectorException(String.valueOf(e.getMessage()));
    }
  }
}
