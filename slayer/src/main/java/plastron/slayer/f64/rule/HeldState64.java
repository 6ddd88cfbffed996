package plastron.slayer.f64.rule;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import plastron.core.random.Seeds;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.derive.StateRounding;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.FlooredProduct.When;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleShape64;

/**
 * The numbers that one state is rounded by, see {@link StateRounding}: its steps, and what is added
 * before, which is what its grid says and what products lose.
 */
final class HeldState64 {

  /** A factor of fewer steps than this is 0: no state makes a step of it. */
  private static final double LEAST = (double) 0x1p-20;

  /** Steps of a state whose factor is 0: fine beside its bound, which is to be within reach. */
  private static final double FINE = (double) 0x1p-6;

  /** The state has no factor. */
  static final int NONE = -1;

  private final RuleDerivation rule;
  private final RuleShape64 shape;
  private final int update;
  private final boolean perSynapse;

  /** What is rounded. */
  final Symbol state;

  private final Grid grid;
  private final int factor;
  private final double[][] inverse;
  private final double[][] offset;
  private final double[][] step;
  private final double[][] sign;
  private final Map<When, List<ProductLoss64>> losses = new EnumMap<>(When.class);

  /**
   * @param rule whose update is rounded
   * @param frame of it
   * @param factor symbol that the grid is that of the product with, or {@link #NONE}
   * @param losses of the products that are added at each time
   */
  HeldState64(
      RuleDerivation rule,
      RuleShape64 shape,
      RuleFrame64 frame,
      int update,
      Grid grid,
      int factor,
      Map<When, List<ProductLoss64>> losses) {
    this.rule = rule;
    this.shape = shape;
    this.update = update;
    this.grid = grid;
    this.factor = factor;
    this.losses.putAll(losses);
    NormalUpdate rounded = rule.updates().get(update);
    state = rounded.state();
    perSynapse = state.axis() == Axis.SYNAPSE;
    StateRounding by = rounded.rounding().orElseThrow();
    inverse = frame.value[rule.index(by.inverse())];
    offset = frame.value[rule.index(by.offset())];
    step = frame.value[rule.index(by.step())];
    sign = losses.isEmpty() ? new double[0][] : shape.zeros(Axis.SYNAPSE);
  }

  /**
   * Takes over the factor.
   *
   * @param own frame with the parameters
   */
  void load(RuleFrame64 own) {
    double unit = (double) grid.step();
    for (int j = 0; j < step.length; j++) {
      for (int i = 0; i < step[j].length; i++) {
        double by = factor == NONE ? 1 : factor(own, j, i);
        boolean counts = Math.abs(by) > LEAST * unit;
        step[j][i] = counts ? unit / Math.abs(by) : FINE;
        inverse[j][i] = 1 / step[j][i];
        if (!losses.isEmpty()) {
          sign[j][i] = counts ? Math.signum(by) : 0;
        }
      }
    }
  }

  private double factor(RuleFrame64 own, int j, int i) {
    double[][] value = own.value[factor];
    Axis axis = rule.symbols().get(factor).axis();
    if (axis == Axis.GLOBAL) {
      return value[0][0];
    }
    if (axis == Axis.SYNAPSE) {
      return value[j][i];
    }
    boolean ofRow = perSynapse && axis == shape.rows();
    return value[0][ofRow ? j : perSynapse ? LossFactor64.column(shape, j, i) : i];
  }

  /** Multiplies what neurons have of the products that are added at a time. */
  private List<ProductLoss64> read(When when) {
    List<ProductLoss64> all = losses.getOrDefault(when, List.of());
    for (ProductLoss64 loss : all) {
      loss.read();
    }
    return all;
  }

  /**
   * Sets what is added to all entries at a window's end.
   *
   * @param key decides what is drawn at random
   */
  void end(long key) {
    List<ProductLoss64> all = read(When.END);
    long own = Seeds.then(key, update);
    for (int j = 0; j < offset.length; j++) {
      row(all, j, own);
    }
  }

  /**
   * Sets what is added to the rows of pre neurons that spike.
   *
   * @param neuron the first {@code count}
   */
  void pre(long key, int[] neuron, int count) {
    List<ProductLoss64> all = read(When.PRE);
    long own = Seeds.then(key, update);
    for (int k = 0; k < count; k++) {
      row(all, neuron[k], own);
    }
  }

  private void row(List<ProductLoss64> all, int j, long key) {
    double[] row = offset[j];
    switch (grid.rounding()) {
      case RANDOM -> Draw64.row((int) Seeds.then(key, j), row);
      case DOWN -> Arrays.fill(row, (double) -0.5);
      default -> Arrays.fill(row, 0);
    }
    for (ProductLoss64 loss : all) {
      loss.subtract(j, sign[j], row);
    }
  }

  /**
   * Sets what is added to the columns of post neurons that spike.
   *
   * @param spiked by post neuron, those of {@code neuron}, of which the first {@code count} count
   */
  void post(long key, int[] neuron, int count, boolean[] spiked) {
    List<ProductLoss64> all = read(When.POST);
    long own = Seeds.then(key, update);
    boolean dense = shape.synapses().isEmpty();
    for (int j = 0; j < offset.length; j++) {
      int seed = (int) Seeds.then(own, j);
      for (int k = 0; dense && k < count; k++) {
        entry(all, j, neuron[k], seed);
      }
      for (int c = 0; !dense && c < offset[j].length; c++) {
        if (spiked[LossFactor64.column(shape, j, c)]) {
          entry(all, j, c, seed);
        }
      }
    }
  }

  private void entry(List<ProductLoss64> all, int j, int c, int seed) {
    double added =
        switch (grid.rounding()) {
          case RANDOM -> Draw64.entry(seed, c);
          case DOWN -> (double) -0.5;
          default -> 0;
        };
    for (ProductLoss64 loss : all) {
      added -= sign[j][c] * loss.lost(j, c);
    }
    offset[j][c] = added;
  }
}
