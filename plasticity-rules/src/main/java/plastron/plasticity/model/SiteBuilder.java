package plastron.plasticity.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import plastron.core.check.Require;
import plastron.core.random.Seeds;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.initialise.Constant;
import plastron.plasticity.initialise.Initialiser;
import plastron.plasticity.rule.PlasticityRule;

/**
 * What a projection and a drive are told of their rule: which it is, where it reads from, what its
 * parameters start from. A parameter that nobody gives a value is drawn as {@link Initialiser#of}
 * says.
 *
 * @param <B> which of the two
 */
public abstract sealed class SiteBuilder<B extends SiteBuilder<B>>
    permits ProjectionBuilder, DriveBuilder {

  String name;
  PlasticityRule rule;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, Initialiser> parameters = new LinkedHashMap<>();

  SiteBuilder(String name, PlasticityRule rule) {
    this.name = name;
    this.rule = rule;
  }

  abstract B self();

  /** Another name. */
  public B named(String newName) {
    name = Require.name("Name of " + name, newName);
    return self();
  }

  /** The rule. */
  public B rule(PlasticityRule newRule) {
    rule = Require.given("Rule of " + name, newRule);
    return self();
  }

  /** A rule of the catalogue, in the form of the paper. */
  public B rule(String family) {
    return rule(
        Catalogue.find(Require.oneOf("Rule of " + name, family, Catalogue.names()))
            .orElseThrow()
            .build(RuleOptions.paper()));
  }

  /**
   * Where a symbol of the rule gets its values from.
   *
   * @param symbol an activity of modulating neurons, or a value from outside
   * @param source name of a population, or of a signal
   */
  public B source(String symbol, String source) {
    sources.put(
        Require.given("Symbol of " + name, symbol),
        Require.given("Source of symbol (%s) of %s".formatted(symbol, name), source));
    return self();
  }

  /** The same number everywhere in a parameter. */
  public B set(String parameter, double value) {
    return set(parameter, new Constant(Require.finite(subject(parameter), value)));
  }

  /**
   * A parameter, number by number.
   *
   * @param value see {@link RuleSite#parameters()}; not copied
   */
  public B set(String parameter, double[][] value) {
    Require.given(subject(parameter), value);
    parameters.put(parameter, new Matrix(value));
    return self();
  }

  /** A parameter that is drawn. */
  public B set(String parameter, Initialiser drawn) {
    parameters.put(parameter, Require.given(subject(parameter), drawn));
    return self();
  }

  private String subject(String parameter) {
    return "Parameter %s of %s".formatted(Require.given("Parameter of " + name, parameter), name);
  }

  /** Numbers that are given are not drawn, whatever shape they have. */
  private record Matrix(double[][] value) implements Initialiser {
    @Override
    public double[][] draw(int rows, int columns, RandomGenerator random) {
      return value;
    }
  }

  Map<String, String> sources() {
    return sources;
  }

  /**
   * The parameters in a graph. Each has random numbers of its own, by the names of the site and the
   * parameter: no other changes them.
   */
  Map<String, double[][]> parameters(PlasticGraph graph, RuleSite site, long seed) {
    var known = new TreeSet<>(rule.symbols(Role.PARAMETER).stream().map(Symbol::name).toList());
    parameters.keySet().forEach(p -> Require.oneOf("Parameter of " + name, p, known));
    Map<String, double[][]> drawn = new LinkedHashMap<>();
    for (Symbol symbol : rule.symbols(Role.PARAMETER)) {
      ParameterShape shape = ParameterShape.of(graph, site, symbol);
      long own = Seeds.then(Seeds.then(seed, name.hashCode()), symbol.name().hashCode());
      Initialiser initialiser =
          parameters.getOrDefault(symbol.name(), Initialiser.of(symbol, shape.inputs()));
      drawn.put(symbol.name(), shape.draw(initialiser, new SplittableRandom(own)));
    }
    return drawn;
  }

  static PlasticityRule fixedWeights() {
    return Catalogue.find("static").orElseThrow().build(RuleOptions.paper());
  }
}
