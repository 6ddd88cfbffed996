package plastron.slayer.f64.rule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.expr.FlooredProduct;
import plastron.plasticity.expr.FlooredProduct.When;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleProgram64;
import plastron.plasticity.f64.RuleShape64;
import plastron.slayer.sweep.StateGrid;

/**
 * The trace update of one site with states rounded, see {@link HeldState64}. What is drawn at
 * random depends on a key, the update and the entry alone, so that it can be drawn again.
 */
final class RoundedUpdate64 {

  /** The rule with its states rounded. */
  final RuleDerivation rule;

  /** What it reads. */
  final RuleFrame64 frame;

  final List<HeldState64> states = new ArrayList<>();

  private final RuleShape64 shape;
  private final RuleProgram64 program;
  private final Map<FlooredProduct.Factor, LossFactor64> factors = new LinkedHashMap<>();

  /** Those of the products that are added at each time. */
  private final Map<When, Set<LossFactor64>> multiplied = new EnumMap<>(When.class);

  /**
   * @param grids of states of the rule
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
      int factor =
          grid.factor().isEmpty() ? HeldState64.NONE : rule.index(symbol(exact, grid.factor()));
      int update = update(symbol(exact, grid.state()));
      states.add(
          new HeldState64(
              rule, shape, frame, update, grid.grid(), factor, losses(grid.products())));
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

  private Map<When, List<ProductLoss64>> losses(List<FlooredProduct> products) {
    Map<When, List<ProductLoss64>> losses = new EnumMap<>(When.class);
    for (FlooredProduct product : products) {
      Set<LossFactor64> read =
          multiplied.computeIfAbsent(product.when(), w -> new LinkedHashSet<>());
      product.factors().forEach(form -> read.add(factor(form)));
      losses
          .computeIfAbsent(product.when(), w -> new ArrayList<>())
          .add(new ProductLoss64(shape, product, this::factor));
    }
    return losses;
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
    states.forEach(state -> state.load(own));
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
    end(key);
    program.nextAndWeight(frame);
  }

  /** Computes the next values again, from the signals as they are. */
  void next(RuleFrame64 own, long key) {
    show(own);
    end(key);
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

  private void end(long key) {
    factors(When.END);
    states.forEach(state -> state.end(key));
  }

  /** Shows a frame of the rule, and reads the factors of the products that are added at a time. */
  void read(RuleFrame64 own, When when) {
    show(own);
    factors(when);
  }

  private void factors(When when) {
    multiplied.getOrDefault(when, Set.of()).forEach(factor -> factor.read(frame));
  }
}
