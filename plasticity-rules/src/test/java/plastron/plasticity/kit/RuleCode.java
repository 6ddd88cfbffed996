package plastron.plasticity.kit;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Function;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.Definition;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.SpikeTrace;

/**
 * The declaration of a rule as one writes it: statements that end with a variable {@code rule},
 * with the functions of {@link Expr} imported statically.
 */
final class RuleCode {

  private final PlasticityRule rule;
  private final StringBuilder code = new StringBuilder();

  private RuleCode(PlasticityRule rule) {
    this.rule = rule;
  }

  static String of(PlasticityRule rule) {
    return new RuleCode(rule).declaration();
  }

  private String declaration() {
    code.append("RuleBuilder declared = PlasticityRule.named(").append(quoted(rule.name()));
    code.append(")");
    if (!rule.title().equals(rule.name())) {
      code.append(".titled(").append(quoted(rule.title())).append(')');
    }
    if (!rule.citation().isEmpty()) {
      code.append(".citing(").append(quoted(rule.citation())).append(')');
    }
    code.append(";\n");
    rule.symbols().forEach(this::symbol);
    for (Definition update : rule.updates()) {
      code.append("declared.update(%s, %s);\n".formatted(name(update.symbol()), of(update)));
    }
    for (Definition update : rule.timing().onPre()) {
      code.append("declared.onPre(%s, %s);\n".formatted(name(update.symbol()), of(update)));
    }
    for (Definition update : rule.timing().onPost()) {
      code.append("declared.onPost(%s, %s);\n".formatted(name(update.symbol()), of(update)));
    }
    return code.append("PlasticityRule rule = declared.weight(")
        .append(expr(rule.weight()))
        .append(");")
        .toString();
  }

  private void symbol(Symbol symbol) {
    String axis = "Axis." + symbol.axis();
    boolean plain = symbol.equals(Symbol.of(symbol.name(), symbol.axis(), symbol.role()));
    String bounds = bounds(symbol.bounds());
    String latex = quoted(symbol.latex());
    String declared =
        switch (symbol.role()) {
          case ACTIVITY -> call("activity", symbol, axis);
          case PARAMETER ->
              plain
                  ? call("parameter", symbol, axis)
                  : call("parameter", symbol, axis, bounds, latex);
          case STATE -> call("state", symbol, axis, bounds, latex);
          case EXTERNAL -> call("external", symbol, axis, latex);
          case TRACE -> {
            SpikeTrace trace = trace(symbol);
            yield call(
                "trace",
                symbol,
                axis,
                Pasted.plain(trace.timeConstant()),
                "SpikeTrace.Entry." + trace.entry(),
                latex);
          }
          case SIGNAL -> call("signal", symbol, of(definition(symbol)));
        };
    code.append("Symbol %s = declared.%s;\n".formatted(name(symbol), declared));
  }

  private SpikeTrace trace(Symbol symbol) {
    return rule.timing().traces().stream()
        .filter(t -> t.symbol().equals(symbol))
        .findFirst()
        .orElseThrow();
  }

  private Definition definition(Symbol signal) {
    return rule.signals().stream().filter(d -> d.symbol().equals(signal)).findFirst().orElseThrow();
  }

  private static String call(String function, Symbol symbol, String... more) {
    return "%s(%s, %s)".formatted(function, quoted(symbol.name()), String.join(", ", more));
  }

  /** A variable may have the name of a symbol, unless Java or this code has taken it. */
  private static String name(Symbol symbol) {
    boolean taken =
        SourceVersion.isKeyword(symbol.name())
            || List.of("rule", "declared").contains(symbol.name());
    return taken ? symbol.name() + "_" : symbol.name();
  }

  private static String bounds(Bounds bounds) {
    return bounds.equals(Bounds.NONE) ? "Bounds.NONE" : Pasted.plain(bounds);
  }

  private static String quoted(String text) {
    return Pasted.quoted(text);
  }

  private static String of(Definition definition) {
    return expr(definition.value());
  }

  private static String expr(Expr expr) {
    return switch (expr) {
      case Expr.Const(double value) -> "constant(%s)".formatted(Pasted.plain(value));
      case Expr.Ref(Symbol symbol) -> "ref(%s)".formatted(name(symbol));
      case Expr.Neg(Expr operand) -> "neg(%s)".formatted(expr(operand));
      case Expr.Sum sum -> "sum(%s)".formatted(exprs(sum.parts()));
      case Expr.Product p when p.parts().stream().allMatch(Expr.Ref.class::isInstance) ->
          p.parts().stream()
              .map(part -> name(((Expr.Ref) part).symbol()))
              .collect(Collectors.joining(", ", "product(", ")"));
      case Expr.Product p -> "product(%s)".formatted(exprs(p.parts()));
      case Expr.Dot d -> "dot(%s, %s)".formatted(name(d.matrix()), name(d.vector()));
      case Expr.Apply(Function function, Expr operand) ->
          "apply(%s, %s)".formatted(Pasted.plain(function), expr(operand));
    };
  }

  private static String exprs(List<Expr> parts) {
    return parts.stream().map(RuleCode::expr).collect(Collectors.joining(", "));
  }

  /** Whether the builder can say every symbol of a rule as it is. */
  static boolean isPossible(PlasticityRule rule) {
    return rule.symbols().stream()
        .allMatch(
            s ->
                s.role() == Role.PARAMETER
                    || s.role() == Role.STATE
                    || s.equals(Symbol.of(s.name(), s.axis(), s.role()))
                    || (s.role() == Role.EXTERNAL && s.bounds().equals(Bounds.NONE)));
  }
}
