package plastron.export.nir.data;

import java.util.Map;
import plastron.core.check.Require;

/**
 * What was recorded of a node.
 *
 * @param name of the node
 * @param neurons of it, at least 1
 * @param observables by name, such as {@code spikes}
 */
public record NirNodeData(String name, int neurons, Map<String, NirEvents> observables) {
  public NirNodeData {
    Require.name("Name of a node", name);
    observables = Require.all("Observables of node " + name, observables);
    if (neurons < 1) {
      throw new IllegalArgumentException(
          "Node %s (%d neurons) needs at least one.".formatted(name, neurons));
    }
  }
}
