package plastron.loihi.scale.coefficient;

import java.util.EnumMap;
import java.util.Map;
import plastron.loihi.rule.Variable;

/**
 * What 1 of each operand stands for in one group of synapses, in the rule's units.
 *
 * @param units by operand; 1 for those that are missing
 */
public record Units(Map<Variable, Double> units) {

  /** Copies the map. */
  public Units {
    units = Map.copyOf(units);
  }

  /** With another unit of an operand. */
  public Units with(Variable operand, double unit) {
    Map<Variable, Double> others = new EnumMap<>(Variable.class);
    others.putAll(units);
    others.put(operand, unit);
    return new Units(others);
  }

  /** The unit of an operand. */
  public double of(Variable operand) {
    return units.getOrDefault(operand, 1.0);
  }
}
