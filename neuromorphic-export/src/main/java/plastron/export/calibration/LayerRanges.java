package plastron.export.calibration;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the quantities of a layer were, over all windows, neurons and synapses.
 *
 * @param name of the layer
 * @param symbols by symbol of {@code RuleDerivation.symbols()}: activities (after division by the
 *     reference rate), states after their updates, signals, matrix-vector products such as {@code
 *     dot_E_x}, parameters
 * @param products by printed product, such as {@code M.y}: for every term of the rule with at least
 *     two factors on the POST axis or on the PRE axis, the product of those; and that of all
 *     factors that a post neuron is not born with, what comes from outside among them
 * @param plastic the plastic part of the effective weight, {@code alpha.E}
 * @param weight the effective weight
 * @param current the filtered input of a neuron, before the membrane
 * @param potential the membrane potential before a spike resets it
 */
public record LayerRanges(
    String name,
    Map<String, ValueRange> symbols,
    Map<String, ValueRange> products,
    ValueRange plastic,
    ValueRange weight,
    ValueRange current,
    ValueRange potential) {

  public LayerRanges {
    symbols = Collections.unmodifiableMap(new TreeMap<>(symbols));
    products = Collections.unmodifiableMap(new TreeMap<>(products));
  }

  /**
   * The range of a symbol; throws {@link IllegalArgumentException} if the rule has none of this
   * name.
   */
  public ValueRange symbol(String symbol) {
    return find(symbols, "Symbol", symbol);
  }

  /**
   * The range of a product such as {@code M.y}, factors sorted by name; throws {@link
   * IllegalArgumentException}.
   */
  public ValueRange product(String product) {
    return find(products, "Product", product);
  }

  private ValueRange find(Map<String, ValueRange> ranges, String kind, String key) {
    ValueRange range = ranges.get(key);
    if (range == null) {
      throw new IllegalArgumentException(
          "%s (%s) of layer %s was not calibrated, only %s."
              .formatted(kind, key, name, ranges.keySet()));
    }
    return range;
  }
}
