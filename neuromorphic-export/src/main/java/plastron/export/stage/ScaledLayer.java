package plastron.export.stage;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plastron.export.fixedpoint.ArrayParts;
import plastron.export.fixedpoint.ScaledArray;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.expr.Symbol;

/**
 * A layer for which every scale is chosen.
 *
 * @param name of the layer
 * @param from index of the population that sends
 * @param to index of the population that receives
 * @param inputs number of presynaptic neurons
 * @param size number of neurons
 * @param rule name of its rule
 * @param program what the chip executes: integers, exponents and formats
 * @param arrays the numbers that are still to be rounded, each with its scale
 * @param states those of the rule, and rates that it reads, whose grid is a single one, or one for
 *     each value of a parameter; what else is rounded in learning only {@link
 *     plastron.export.profile.ChipProfile#computed} says
 * @param <P> the profile's type for a program
 */
public record ScaledLayer<P>(
    String name,
    int from,
    int to,
    int inputs,
    int size,
    String rule,
    P program,
    List<ScaledArray> arrays,
    List<RoundedState> states) {
  public ScaledLayer {
    arrays = List.copyOf(arrays);
    states = List.copyOf(states);
  }

  /** A layer whose states are not said to be rounded. */
  public ScaledLayer(
      String name,
      int from,
      int to,
      int inputs,
      int size,
      String rule,
      P program,
      List<ScaledArray> arrays) {
    this(name, from, to, inputs, size, rule, program, arrays, List.of());
  }

  /** The same layer with states that are rounded after every update. */
  public ScaledLayer<P> rounding(List<RoundedState> newStates) {
    return new ScaledLayer<>(name, from, to, inputs, size, rule, program, arrays, newStates);
  }

  /**
   * What becomes of the rule's parameters; those that no array holds alone are missing. One that is
   * held in parts has the steps of the finest and the bounds of the widest: its few large values
   * are coarser than that.
   */
  public Map<Symbol, Grid> grids() {
    Map<Symbol, Grid> grids = new TreeMap<>();
    List<String> names = arrays.stream().map(ScaledArray::name).toList();
    for (ScaledArray array : arrays) {
      boolean part = ArrayParts.isPart(array.name(), names);
      array
          .parameter()
          .ifPresent(
              parameter -> grids.merge(parameter, array.grid(), (a, b) -> part ? both(a, b) : a));
    }
    return Collections.unmodifiableMap(grids);
  }

  private static Grid both(Grid a, Grid b) {
    Grid finer = a.step() <= b.step() ? a : b;
    return finer.within(Math.min(a.low(), b.low()), Math.max(a.high(), b.high()));
  }
}
