package plastron.plasticity.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.Definition;
import plastron.plasticity.rule.PlasticityRule;

/** The valid rules that are one step simpler than a rule: a symbol less, a bound, or a term. */
final class SimplerRules {

  /** What a symbol or a node of an expression weighs; the digits of a number weigh less. */
  private static final int NODE = 20;

  private SimplerRules() {}

  /** Simpler rules, those that lack most first. */
  static Stream<PlasticityRule> of(PlasticityRule rule) {
    long size = size(rule);
    List<Supplier<PlasticityRule>> simpler = new ArrayList<>();
    for (Symbol symbol : rule.symbols()) {
      for (double instead : new double[] {0, 1}) {
        simpler.add(() -> without(rule, symbol, instead));
      }
    }
    for (Symbol symbol : rule.symbols()) {
      if (symbol.bounds().areFinite()) {
        simpler.add(() -> replaced(rule, symbol, symbol.within(Bounds.NONE)));
      }
    }
    for (int k = 0; k < rule.signals().size(); k++) {
      int index = k;
      for (Expr value : simpler(rule.signals().get(k).value())) {
        simpler.add(() -> with(rule, with(rule.signals(), index, value), rule.updates()));
      }
    }
    for (int k = 0; k < rule.updates().size(); k++) {
      int index = k;
      for (Expr value : simpler(rule.updates().get(k).value())) {
        simpler.add(() -> with(rule, rule.signals(), with(rule.updates(), index, value)));
      }
    }
    for (Expr weight : simpler(rule.weight())) {
      simpler.add(() -> made(rule, rule.symbols(), rule.signals(), rule.updates(), weight));
    }
    return simpler.stream()
        .map(SimplerRules::valid)
        .flatMap(Optional::stream)
        .filter(made -> size(made) < size);
  }

  /** How much there is in a rule. */
  static long size(PlasticityRule rule) {
    long size = size(rule.weight());
    for (Symbol symbol : rule.symbols()) {
      size += NODE + (symbol.bounds().areFinite() ? 1 : 0);
    }
    for (Definition definition : all(rule)) {
      size += size(definition.value());
    }
    return size;
  }

  private static List<Definition> all(PlasticityRule rule) {
    return Stream.concat(rule.signals().stream(), rule.updates().stream()).toList();
  }

  private static long size(Expr expr) {
    return NODE
        + switch (expr) {
          case Expr.Const(double value) -> digits(value);
          case Expr.Ref r -> NODE;
          case Expr.Dot d -> 2 * NODE;
          default -> parts(expr).stream().mapToLong(SimplerRules::size).sum();
        };
  }

  private static int digits(double value) {
    return value == 0 ? 0 : value == 1 ? 1 : Math.min(NODE - 1, Double.toString(value).length());
  }

  private static Optional<PlasticityRule> valid(Supplier<PlasticityRule> simpler) {
    try {
      return Optional.of(simpler.get());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The rule with a number in place of a symbol. */
  private static PlasticityRule without(PlasticityRule rule, Symbol symbol, double instead) {
    Expr number = Expr.constant(instead);
    return made(
        rule,
        rule.symbols().stream().filter(s -> !s.equals(symbol)).toList(),
        without(rule.signals(), symbol, number),
        without(rule.updates(), symbol, number),
        replaced(rule.weight(), symbol, number));
  }

  private static List<Definition> without(List<Definition> from, Symbol symbol, Expr number) {
    return from.stream()
        .filter(d -> !d.symbol().equals(symbol))
        .map(d -> new Definition(d.symbol(), replaced(d.value(), symbol, number)))
        .toList();
  }

  private static PlasticityRule replaced(PlasticityRule rule, Symbol old, Symbol by) {
    return made(
        rule,
        rule.symbols().stream().map(s -> s.equals(old) ? by : s).toList(),
        replaced(rule.signals(), old, by),
        replaced(rule.updates(), old, by),
        replaced(rule.weight(), old, Expr.ref(by)));
  }

  private static List<Definition> replaced(List<Definition> in, Symbol old, Symbol by) {
    return in.stream()
        .map(
            d ->
                new Definition(
                    d.symbol().equals(old) ? by : d.symbol(),
                    replaced(d.value(), old, Expr.ref(by))))
        .toList();
  }

  private static Expr replaced(Expr in, Symbol old, Expr by) {
    return switch (in) {
      case Expr.Const c -> c;
      case Expr.Ref(Symbol symbol) -> symbol.equals(old) ? by : in;
      case Expr.Dot(Symbol matrix, Symbol vector, Axis axis) -> {
        if (!matrix.equals(old) && !vector.equals(old)) {
          yield in;
        }
        yield by instanceof Expr.Ref(Symbol symbol)
            ? Expr.dot(matrix.equals(old) ? symbol : matrix, vector.equals(old) ? symbol : vector)
            : by;
      }
      default -> made(in, parts(in).stream().map(part -> replaced(part, old, by)).toList());
    };
  }

  private static List<Expr> parts(Expr expr) {
    return switch (expr) {
      case Expr.Neg(Expr operand) -> List.of(operand);
      case Expr.Sum s -> s.parts();
      case Expr.Product p -> p.parts();
      case Expr.Apply f -> List.of(f.operand());
      case Expr.Const c -> List.of();
      case Expr.Ref r -> List.of();
      case Expr.Dot d -> List.of();
    };
  }

  /** The same operation on other parts. */
  private static Expr made(Expr like, List<Expr> parts) {
    return switch (like) {
      case Expr.Neg n -> Expr.neg(parts.getFirst());
      case Expr.Sum s -> new Expr.Sum(parts);
      case Expr.Product p -> new Expr.Product(parts);
      case Expr.Apply f -> Expr.apply(f.function(), parts.getFirst());
      default -> like;
    };
  }

  private static List<Expr> simpler(Expr expr) {
    List<Expr> simpler = new ArrayList<>();
    if (expr instanceof Expr.Const(double value)) {
      simpler.add(Expr.constant(Math.rint(value)));
    }
    simpler.add(Expr.constant(0));
    simpler.add(Expr.constant(1));
    List<Expr> parts = parts(expr);
    simpler.addAll(parts);
    for (int k = 0; k < parts.size(); k++) {
      if (parts.size() > 1) {
        List<Expr> rest = new ArrayList<>(parts);
        rest.remove(k);
        simpler.add(made(expr, rest));
      }
      for (Expr part : simpler(parts.get(k))) {
        List<Expr> changed = new ArrayList<>(parts);
        changed.set(k, part);
        simpler.add(made(expr, changed));
      }
    }
    return simpler;
  }

  private static List<Definition> with(List<Definition> all, int index, Expr value) {
    List<Definition> changed = new ArrayList<>(all);
    changed.set(index, new Definition(all.get(index).symbol(), value));
    return changed;
  }

  private static PlasticityRule with(
      PlasticityRule rule, List<Definition> signals, List<Definition> updates) {
    return made(rule, rule.symbols(), signals, updates, rule.weight());
  }

  private static PlasticityRule made(
      PlasticityRule like,
      List<Symbol> symbols,
      List<Definition> signals,
      List<Definition> updates,
      Expr weight) {
    return new PlasticityRule(
        like.name(),
        like.title(),
        like.citation(),
        symbols,
        signals,
        updates,
        weight,
        like.timing());
  }
}
