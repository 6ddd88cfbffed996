package plastron.plasticity.f64;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    List<RowPass64> signals = new ArrayList<>();
    for (SignalStep step : rule.signals()) {
      Set<Symbol> wanted = live.contains(step.symbol()) ? live : Set.of();
      signals.add(
          switch (step) {
            case DotStep d -> new MatrixProduct64(rule, d, shape.rows(), wanted);
            case PolynomialStep p -> {
              int index = rule.index(p.symbol());
              yield pass(
                  rule,
                  shape,
                  p.symbol().axis(),
                  List.of(new RowPlan.Output(index, p.value(), Bounds.NONE)),
                  wanted);
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
    byAxis.forEach((axis, outputs) -> updates.add(pass(rule, shape, axis, outputs, live)));
    RowPlan.Output weight = new RowPlan.Output(0, rule.weight(), Bounds.NONE);
    return new RulePasses64(
        List.copyOf(signals),
        List.copyOf(updates),
        pass(rule, shape, Axis.SYNAPSE, List.of(weight), live));
  }

  private static RowPass64 pass(
      RuleDerivation rule,
      RuleShape64 shape,
      Axis axis,
      List<RowPlan.Output> outputs,
      Set<Symbol> wanted) {
    RowPlan plan = new RowPlan(rule, RowPlan.rows(axis, shape.rows()), outputs, wanted);
    return RowPass64.of(plan, shape.columns(axis));
  }
}
