package plastron.export.operation;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;

/** Operations and their energy as JSON; docs/json.md says what every field means. */
public final class OperationJson {

  private OperationJson() {}

  /** One object. */
  public static JsonObject of(ChipOperations operations) {
    JsonObject object = new JsonObject();
    object.addProperty("steps", operations.steps());
    object.addProperty("accumulates", operations.accumulates());
    object.addProperty("multiply_accumulates", 0);
    object.addProperty("dense", operations.all(ChipOperations.OfLayer::dense));
    object.addProperty("neuron_updates", operations.neuronUpdates());
    object.addProperty("synapse_updates", operations.all(ChipOperations.OfLayer::updates));
    object.addProperty("products", operations.all(ChipOperations.OfLayer::products));
    object.addProperty("neuron_products", operations.all(ChipOperations.OfLayer::neuronProducts));
    object.addProperty("synapses", operations.all(ChipOperations.OfLayer::synapses));
    object.addProperty("activation_sparsity", operations.activationSparsity());
    object.addProperty("connection_sparsity", operations.connectionSparsity());
    JsonObject footprint = new JsonObject();
    operations.footprint().forEach(u -> footprint.addProperty(u.limit().name(), u.total()));
    object.add("footprint", footprint);
    operations
        .energy()
        .ifPresent(
            energy -> {
              object.addProperty("low_joules", energy.low());
              object.addProperty("high_joules", energy.high());
            });
    JsonArray figures = new JsonArray();
    for (EnergyFigure figure : operations.figures()) {
      JsonObject entry = new JsonObject();
      entry.addProperty("operation", figure.operation().name().toLowerCase(Locale.ROOT));
      entry.addProperty("low_joules", figure.lowJoules());
      entry.addProperty("high_joules", figure.highJoules());
      entry.addProperty("source", figure.source());
      figures.add(entry);
    }
    object.add("figures", figures);
    return object;
  }
}
