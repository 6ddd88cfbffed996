package plastron.spinnaker.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.PlasticLayer;
import plastron.plasticity.rule.Definition;
import plastron.plasticity.rule.PlasticityRule;

/** A rule whose symbols have other names, sorted the other way round. */
record RenamedRule(RuleFamily original) implements RuleFamily {

  @Override
  public String name() {
    return original.name();
  }

  @Override
  public boolean isModulated() {
    return original.isModulated();
  }

  @Override
  public PlasticityRule build(RuleOptions options) {
    PlasticityRule rule = original.build(options);
    UnaryOperator<Symbol> names = names(rule);
    return new PlasticityRule(
        rule.name(),
        rule.title(),
        rule.citation(),
        rule.symbols().stream().map(names).toList(),
        rule.signals().stream().map(d -> renamed(d, names)).toList(),
        rule.updates().stream().map(d -> renamed(d, names)).toList(),
        renamed(rule.weight(), names));
  }

  private static UnaryOperator<Symbol> names(PlasticityRule rule) {
    List<Symbol> sorted = new ArrayList<>(rule.symbols());
    Collections.sort(sorted);
    Map<Symbol, Symbol> names = new HashMap<>();
    for (int k = 0; k < sorted.size(); k++) {
      Symbol s = sorted.get(k);
      String name = "q" + (char) ('z' - k);
      names.put(s, new Symbol(name, s.axis(), s.role(), s.bounds(), name));
    }
    return s -> Objects.requireNonNull(names.get(s), s.name());
  }

  private static Definition renamed(Definition definition, UnaryOperator<Symbol> names) {
    return new Definition(names.apply(definition.symbol()), renamed(definition.value(), names));
  }

  private static Expr renamed(Expr expr, UnaryOperator<Symbol> names) {
    return switch (expr) {
      case Expr.Const c -> c;
      case Expr.Ref r -> Expr.ref(names.apply(r.symbol()));
      case Expr.Neg n -> Expr.neg(renamed(n.operand(), names));
      case Expr.Sum s -> new Expr.Sum(s.parts().stream().map(p -> renamed(p, names)).toList());
      case Expr.Product p ->
          new Expr.Product(p.parts().stream().map(q -> renamed(q, names)).toList());
      case Expr.Dot d -> Expr.dot(names.apply(d.matrix()), names.apply(d.vector()));
    };
  }

  /** A layer with this rule in place of the original. */
  static PlasticLayer of(PlasticLayer layer) {
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    UnaryOperator<Symbol> names = names(layer.rule());
    layer
        .parameters()
        .forEach(
            (name, value) ->
                parameters.put(names.apply(layer.rule().symbol(name).orElseThrow()).name(), value));
    return new PlasticLayer(
        layer.name(),
        layer.size(),
        layer.neuron(),
        layer.kernel(),
        layer.delivery(),
        layer.latency(),
        new RenamedRule(layer.family()),
        layer.options(),
        parameters);
  }
}
