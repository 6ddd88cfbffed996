package plastron.export.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.rule.Definition;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.SpikeTiming;
import plastron.plasticity.rule.SpikeTrace;

/**
 * A rule whose symbols are called otherwise, the first declared last in the alphabet. A chip makes
 * the same of it, to the bit.
 */
public final class RenamedRule {

  private RenamedRule() {}

  /** The rule with other names. */
  public static PlasticityRule of(PlasticityRule rule) {
    Map<String, String> names = names(rule);
    return new PlasticityRule(
        rule.name(),
        rule.title(),
        rule.citation(),
        rule.symbols().stream().map(s -> renamed(s, names)).toList(),
        definitions(rule.signals(), names),
        definitions(rule.updates(), names),
        renamed(rule.weight(), names),
        renamed(rule.timing(), names));
  }

  /** New names by old ones; none is part of another. */
  public static Map<String, String> names(PlasticityRule rule) {
    Map<String, String> names = new HashMap<>();
    for (int k = 0; k < rule.symbols().size(); k++) {
      names.put(rule.symbols().get(k).name(), "q%dq".formatted(99 - k));
    }
    return names;
  }

  /** The model with renamed rules in all its projections. */
  public static PlasticModel rename(PlasticModel model) {
    return model.withProjections(
        model.graph().projections().stream().map(RenamedRule::rename).toList());
  }

  private static PlasticProjection rename(PlasticProjection projection) {
    Map<String, String> names = names(projection.rule());
    return new PlasticProjection(
        projection.name(),
        projection.from(),
        projection.to(),
        projection.connectivity(),
        projection.kernel(),
        projection.delivery(),
        projection.place(),
        projection.latency(),
        of(projection.rule()),
        renamed(projection.sources(), names),
        renamed(projection.parameters(), names));
  }

  private static <V> Map<String, V> renamed(Map<String, V> values, Map<String, String> names) {
    Map<String, V> renamed = new HashMap<>();
    values.forEach((name, value) -> renamed.put(Objects.requireNonNull(names.get(name)), value));
    return renamed;
  }

  private static SpikeTiming renamed(SpikeTiming timing, Map<String, String> names) {
    return new SpikeTiming(
        timing.traces().stream()
            .map(t -> new SpikeTrace(renamed(t.symbol(), names), t.timeConstant(), t.entry()))
            .toList(),
        definitions(timing.onPre(), names),
        definitions(timing.onPost(), names));
  }

  private static List<Definition> definitions(List<Definition> all, Map<String, String> names) {
    return all.stream()
        .map(d -> new Definition(renamed(d.symbol(), names), renamed(d.value(), names)))
        .toList();
  }

  private static Symbol renamed(Symbol s, Map<String, String> names) {
    return new Symbol(
        Objects.requireNonNull(names.get(s.name())), s.axis(), s.role(), s.bounds(), s.latex());
  }

  private static Expr renamed(Expr expr, Map<String, String> names) {
    return switch (expr) {
      case Expr.Const c -> c;
      case Expr.Ref r -> Expr.ref(renamed(r.symbol(), names));
      case Expr.Neg n -> Expr.neg(renamed(n.operand(), names));
      case Expr.Sum s -> new Expr.Sum(s.parts().stream().map(p -> renamed(p, names)).toList());
      case Expr.Product p ->
          new Expr.Product(p.parts().stream().map(q -> renamed(q, names)).toList());
      case Expr.Apply f -> Expr.apply(f.function(), renamed(f.operand(), names));
      case Expr.Dot d -> new Expr.Dot(renamed(d.matrix(), names), renamed(d.vector(), names));
    };
  }
}
