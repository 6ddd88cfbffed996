package plastron.plasticity.f64;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import plastron.plasticity.derive.RowPlan;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.DotStep;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.derive.RuleDerivation.PolynomialStep;
import plastron.plasticity.derive.RuleDerivation.SignalStep;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Symbol;

/**
 * A rule as passes over the arrays of a layer.
 *
 * @param signals in order, each reading what the ones before it wrote; outputs by symbol
 * @param updates one for every axis that has states; outputs by update
 * @param weight its only output is the effective weight
 */
record RulePasses64(List<RowPass64> signals, List<RowPass64> updates, RowPass64 weight) {

  /**
   * Compiles a rule for a layer.
   *
   * @param live symbols whose adjoints the reverse computes; signals that are not among them have
   *     no reverse
   */
  static RulePasses64 of(RuleDerivation rule, RuleShape64 shape, Set<Symbol> live) {
    return of(rule, shape, live, RowPass64::of);
  }

  /** The same with a choice of how plans become passes: of a plan and the length of a row. */
  static RulePasses64 of(
      RuleDerivation rule,
      RuleShape64 shape,
      Set<Symbol> live,
      BiFunction<RowPlan, Integer, RowPass64> compile) {
    List<RowPass64> signals = new ArrayList<>();
    for (SignalStep step : rule.signals()) {
      Set<Symbol> wanted = live.contains(step.symbol()) ? live : Set.of();
      signals.add(
          switch (step) {
            case DotStep d -> new MatrixProduct64(rule, d, shape.rows(), wanted);
            case PolynomialStep p -> {
              RowPlan.Output output =
                  new RowPlan.Output(rule.index(p.symbol()), p.value(), Bounds.NONE);
              Axis axis = p.symbol().axis();
              Axis rows = RowPlan.rows(axis, shape.rows());
              yield compile.apply(
                  new RowPlan(rule, rows, List.of(output), wanted), shape.columns(axis));
            }
          });
    }
    Map<Axis, List<RowPlan.Output>> byAxis = new EnumMap<>(Axis.class);
    for (int u = 0; u < rule.updates().size(); u++) {
      NormalUpdate update = rule.updates().get(u);
      byAxis
          .computeIfAbsent(update.state().axis(), axis -> new ArrayList<>())
          .add(new RowPlan.Output(u, update.next(), update.state().bounds()));
    }
    List<RowPass64> updates = new ArrayList<>();
    byAxis.forEach(
        (axis, outputs) ->
            updates.add(
                compile.apply(
                    new RowPlan(rule, RowPlan.rows(axis, shape.rows()), outputs, live),
                    shape.columns(axis))));
    RowPlan.Output weight = new RowPlan.Output(0, rule.weight(), Bounds.NONE);
    return new RulePasses64(
        List.copyOf(signals),
        List.copyOf(updates),
        compile.apply(
            new RowPlan(rule, shape.rows(), List.of(weight), live), shape.columns(Axis.SYNAPSE)));
  }
}
