package plastron.slayer.f64.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import plastron.core.random.Seeds;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.derive.StateRounding;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.FlooredProduct;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleProgram64;
import plastron.plasticity.f64.RuleShape64;
import plastron.slayer.sweep.StateGrid;

/**
 * The trace update of one site with states rounded, see {@link StateRounding}. What is drawn at
 * random depends on a key, the update and the entry alone, so that it can be drawn again.
 */
final class RoundedUpdate64 {

  /** A factor of fewer steps than this is 0: no state makes a step of it. */
  private static final double LEAST = (double) 0x1p-20;

  /** Steps of a state whose factor is 0: fine beside its bound, which is to be within reach. */
  private static final double FINE = (double) 0x1p-6;

  /** One state: where the numbers are that it is rounded by, its factor, and what it loses. */
  private record Rounded(
      int update,
      Grid grid,
      double[][] inverse,
      double[][] offset,
      double[][] step,
      int factor,
      List<ProductLoss64> losses,
      double[][] sign) {}

  private static final int NONE = -1;

  private final RuleShape64 shape;
  private final RuleDerivation rule;
  private final RuleProgram64 program;
  private final RuleFrame64 frame;
  private final List<Rounded> rounded = new ArrayList<>();
  private final Map<FlooredProduct.Factor, LossFactor64> factors = new LinkedHashMap<>();

  /**
   * @param grids of states of the rule, at least one
   * @throws IllegalArgumentException if the rule has no such state or factor
   */
  RoundedUpdate64(RuleDerivation exact, RuleShape64 shape, List<StateGrid> grids) {
    this.shape = shape;
    rule =
        exact.rounding(
            grids.stream()
                .collect(Collectors.toMap(g -> symbol(exact, g.state()), StateGrid::wholes)));
    program = new RuleProgram64(rule, shape);
    frame = new RuleFrame64(rule, shape);
    for (StateGrid grid : grids) {
      int update = update(symbol(exact, grid.state()));
      StateRounding by = rule.updates().get(update).rounding().orElseThrow();
      rounded.add(
          new Rounded(
              update,
              grid.grid(),
              frame.value[rule.index(by.inverse())],
              frame.value[rule.index(by.offset())],
              frame.value[rule.index(by.step())],
              grid.factor().isEmpty() ? NONE : rule.index(symbol(exact, grid.factor())),
              grid.products().stream()
                  .map(product -> new ProductLoss64(shape, product, this::factor))
                  .toList(),
              grid.products().isEmpty() ? new double[0][] : shape.zeros(Axis.SYNAPSE)));
    }
  }

  private static Symbol symbol(RuleDerivation rule, String name) {
    return rule.rule()
        .symbol(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Rule %s has no symbol (%s) to round.".formatted(rule.rule().name(), name)));
  }

  private int update(Symbol state) {
    List<Symbol> states = rule.updates().stream().map(NormalUpdate::state).toList();
    int update = states.indexOf(state);
    if (update < 0) {
      throw new IllegalArgumentException(
          "Symbol (%s) of rule %s is no state to round.".formatted(state, rule.rule().name()));
    }
    return update;
  }

  private LossFactor64 factor(FlooredProduct.Factor form) {
    return factors.computeIfAbsent(form, f -> new LossFactor64(rule, shape, f));
  }

  /**
   * Takes over the factors.
   *
   * @param own frame of the rule, with its parameters
   */
  void load(RuleFrame64 own) {
    show(own);
    factors.values().forEach(factor -> factor.load(frame));
    for (Rounded r : rounded) {
      boolean perSynapse = rule.updates().get(r.update()).state().axis() == Axis.SYNAPSE;
      for (int j = 0; j < r.step().length; j++) {
        for (int i = 0; i < r.step()[j].length; i++) {
          double factor = r.factor() == NONE ? 1 : factor(own, r.factor(), perSynapse, j, i);
          double unit = (double) r.grid().step();
          double step = Math.abs(factor) > LEAST * unit ? unit / Math.abs(factor) : FINE;
          r.step()[j][i] = step;
          r.inverse()[j][i] = 1 / step;
          if (!r.losses().isEmpty()) {
            r.sign()[j][i] = Math.abs(factor) > LEAST * unit ? Math.signum(factor) : 0;
          }
        }
      }
    }
  }

  private double factor(RuleFrame64 own, int symbol, boolean perSynapse, int j, int i) {
    double[][] value = own.value[symbol];
    Axis axis = rule.symbols().get(symbol).axis();
    if (axis == Axis.GLOBAL) {
      return value[0][0];
    }
    if (axis == Axis.SYNAPSE) {
      return value[j][i];
    }
    boolean ofRow = perSynapse && axis == shape.rows();
    return value[0][ofRow ? j : column(perSynapse, j, i)];
  }

  /** The neuron that a column of a row stands for. */
  private int column(boolean perSynapse, int j, int i) {
    return perSynapse && shape.synapses().isPresent()
        ? shape.synapses().get().targets()[shape.synapses().get().begin(j) + i]
        : i;
  }

  /**
   * Computes all signals, the next values, and their weights for {@link #nextWeight}.
   *
   * @param own frame of the rule, modified
   * @param key decides what is drawn
   */
  void updateAndWeight(RuleFrame64 own, long key) {
    show(own);
    program.signals(frame);
    offset(key);
    program.nextAndWeight(frame);
  }

  /** Computes the next values again, from the signals as they are. */
  void next(RuleFrame64 own, long key) {
    show(own);
    offset(key);
    program.next(frame);
  }

  /** The weights of the last {@link #updateAndWeight}, the states of its frame now the new ones. */
  double[][] nextWeight(RuleFrame64 own) {
    show(own);
    return program.nextWeight(frame);
  }

  /** The rule's own symbols come first. */
  private void show(RuleFrame64 own) {
    System.arraycopy(own.value, 0, frame.value, 0, own.value.length);
    System.arraycopy(own.next, 0, frame.next, 0, own.next.length);
  }

  /** What is added before a state is rounded: to round as its grid says, and what is lost. */
  private void offset(long key) {
    factors.values().forEach(factor -> factor.read(frame));
    for (Rounded r : rounded) {
      long ofState = Seeds.then(key, r.update());
      for (ProductLoss64 loss : r.losses()) {
        loss.read();
      }
      for (int j = 0; j < r.offset().length; j++) {
        double[] row = r.offset()[j];
        switch (r.grid().rounding()) {
          case RANDOM -> draw((int) Seeds.then(ofState, j), row);
          case DOWN -> Arrays.fill(row, (double) -0.5);
          default -> Arrays.fill(row, 0);
        }
        for (ProductLoss64 loss : r.losses()) {
          loss.subtract(j, r.sign()[j], row);
        }
      }
    }
  }

  /**
   * Numbers from -0.5 to 0.5, each from its place: the finaliser of MurmurHash3 (Appleby).
   *
   * @param row overwritten
   */
  static void draw(int seed, double[] row) {
    for (int i = 0; i < row.length; i++) {
      int z = seed + i * 0x9E3779B9;
      z = (z ^ (z >>> 16)) * 0x85EBCA6B;
      z = (z ^ (z >>> 13)) * 0xC2B2AE35;
      row[i] = ((z ^ (z >>> 16)) >> 8) * (double) 0x1p-24;
    }
  }
}
