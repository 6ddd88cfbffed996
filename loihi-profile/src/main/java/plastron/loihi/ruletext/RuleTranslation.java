package plastron.loihi.ruletext;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import plastron.loihi.learning.TraceParameters;
import plastron.loihi.rule.Factor;
import plastron.loihi.rule.Gate;
import plastron.loihi.rule.Product;
import plastron.loihi.rule.Variable;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;

/** Puts a rule of Lava into the rule language. Single use. */
final class RuleTranslation {

  /** Full scale of a weight. */
  private static final double WEIGHT = 255;

  /** Full scale of a trace. */
  private static final double TRACE = 127;

  /** Something that the rule language has no words for. */
  static final class NoWords extends Exception {
    private static final long serialVersionUID = 1;

    NoWords(String message) {
      super(message);
    }
  }

  private final LavaRule lava;
  private final double referenceRate;
  private final boolean tagged;
  private final Map<String, Double> start = new LinkedHashMap<>();
  private final RuleBuilder builder =
      PlasticityRule.named("lava")
          .titled("A learning rule of Lava")
          .citing("Loihi's learning engine, Davies et al. 2018, doi 10.1109/MM.2018.112130359");
  private final Symbol x = builder.activity("x", Axis.PRE);
  private final Symbol y = builder.activity("y", Axis.POST);
  private final Symbol fixed = builder.parameter("W", Axis.SYNAPSE);
  private final Symbol alpha;
  private final Symbol e;
  private final Optional<Symbol> phi;
  private final Optional<Symbol> modulator;
  private final SpikeTraces spikes;
  private char next = 'A';

  RuleTranslation(LavaRule lava, double referenceRate) {
    this.lava = lava;
    this.referenceRate = referenceRate;
    tagged = lava.products().stream().anyMatch(p -> LavaRule.reads(p, Variable.T));
    alpha = builder.parameter("alpha", tagged ? Axis.SYNAPSE : Axis.GLOBAL, Bounds.NONE, "\\alpha");
    e = builder.state("E", Axis.SYNAPSE, tagged ? Bounds.NONE : Bounds.symmetric(1), "E");
    spikes = new SpikeTraces(lava, builder);
    phi =
        lava.reads(Gate.U, Variable.X2)
            ? Optional.of(builder.state("phi", Axis.PRE, Bounds.NONE, "\\phi"))
            : Optional.empty();
    modulator =
        lava.reads(Gate.U, Variable.Y2) && lava.thirdFactor()
            ? Optional.of(builder.external("M", Axis.POST, "M"))
            : Optional.empty();
  }

  LanguageRule translate() throws NoWords {
    if (lava.rule().dd().isPresent() || lava.rule().dt().isPresent()) {
      throw new NoWords(
          "tags and delay variables that learn (dt, dd) have no words, dw alone has.");
    }
    Map<Gate, List<Expr>> parts = new EnumMap<>(Gate.class);
    for (Product product : signed(lava.rule().dw().orElseThrow().products())) {
      Expr term = term(product);
      parts.computeIfAbsent(product.gate(), g -> new ArrayList<>(List.of(Expr.ref(e)))).add(term);
    }
    if (phi.isPresent()) {
      slow(phi.get());
    }
    parts.forEach(
        (gate, terms) -> {
          Expr sum = Expr.sum(terms.toArray(Expr[]::new));
          switch (gate) {
            case X0 -> builder.onPre(e, sum);
            case Y0 -> builder.onPost(e, sum);
            case U -> builder.update(e, sum);
          }
        });
    Expr weight = Expr.sum(Expr.ref(fixed), Expr.product(alpha, e));
    return new LanguageRule(builder.weight(weight), start);
  }

  private void slow(Symbol state) {
    Symbol rate = builder.parameter("eta_phi", Axis.GLOBAL, Bounds.UNIT, "\\eta_\\phi");
    double decay = lava.trace(Variable.X2).map(TraceParameters::decay).orElse(0.0);
    start.put(rate.name(), 1 - Math.pow(decay, lava.interval()));
    builder.update(
        state,
        Expr.sum(Expr.ref(state), Expr.neg(Expr.product(rate, state)), Expr.product(rate, x)));
  }

  /** Without the products of y3, each of which has to be that of y2 with the other sign. */
  private List<Product> signed(List<Product> products) throws NoWords {
    List<Product> open = new ArrayList<>();
    List<Product> negative = new ArrayList<>();
    for (Product product : products) {
      boolean mirror = product.gate() == Gate.U && LavaRule.reads(product, Variable.Y3);
      (mirror ? negative : open).add(product);
    }
    for (Product product : open) {
      if (product.gate() == Gate.U
          && LavaRule.reads(product, Variable.Y2)
          && !negative.remove(LavaRule.mirrored(product))) {
        throw new NoWords(
            "y2 stands without y3: a modulator is y2 - y3, a product of each with the same"
                + " factors.");
      }
    }
    if (!negative.isEmpty()) {
      throw new NoWords(
          "y3 stands without y2: a modulator is y2 - y3, a product of each with the same factors.");
    }
    return open;
  }

  private Expr term(Product product) throws NoWords {
    if (product.gate() != Gate.U && lava.epoch() > 1) {
      throw new NoWords(
          "products that a spike opens (%s) see the last spike of an epoch of %d steps alone; updates on spikes see every one, in epochs of 1."
              .formatted(product.gate().name().toLowerCase(Locale.ROOT), lava.epoch()));
    }
    long weights = count(product, Variable.W);
    long tags = count(product, Variable.T);
    if (weights > 1 || (tagged && weights + tags != 1)) {
      throw new NoWords(
          tagged
              ? "with a tag, every product has to have either w or t, once."
              : "a product has to have w at most once.");
    }
    double value = LavaRule.coefficient(product) * (tagged || weights == 1 ? 1 : 1 / WEIGHT);
    List<Expr> factors = new ArrayList<>();
    for (Factor factor : product.factors()) {
      value *= factor(factor, product.gate(), factors);
    }
    Symbol coefficient = coefficient(factors.size() == 1 && weights == 1);
    start.put(coefficient.name(), Math.abs(value));
    factors.addFirst(Expr.ref(coefficient));
    Expr term = Expr.product(factors.toArray(Expr[]::new));
    return value < 0 ? Expr.neg(term) : term;
  }

  private Symbol coefficient(boolean decay) {
    String name = decay && !start.containsKey("N") ? "N" : String.valueOf(next++);
    if (name.equals("M")) {
      name = String.valueOf(next++);
    }
    return builder.parameter(name, Axis.GLOBAL);
  }

  private static long count(Product product, Variable variable) {
    return product.factors().stream().filter(f -> f.variable() == variable).count();
  }

  /** Adds a factor in the language's units, and says how many of Lava's such a unit is. */
  private double factor(Factor factor, Gate gate, List<Expr> factors) throws NoWords {
    Variable variable = factor.variable();
    if (factor.sign()) {
      throw new NoWords("sgn() has no words.");
    }
    OptionalInt constant = factor.constant();
    if (variable == Variable.T || variable == Variable.W) {
      if (constant.isPresent()) {
        throw new NoWords("(%s + constant) has no words.".formatted(variable.symbol()));
      }
      if (variable == Variable.W) {
        factors.add(Expr.ref(e));
      }
      return 1;
    }
    if (isOff(variable) && constant.isPresent()) {
      return constant.getAsInt();
    }
    if (gate != Gate.U) {
      factors.add(spikes.factor(factor, gate));
      return spikes.scale(factor);
    }
    Symbol symbol = symbol(variable);
    double unit = unit(variable);
    factors.add(
        constant.isPresent()
            ? Expr.sum(Expr.ref(symbol), Expr.constant(constant.getAsInt() / unit))
            : Expr.ref(symbol));
    return unit;
  }

  private boolean isOff(Variable variable) {
    return !lava.traces().isEmpty()
        && !lava.isWritten(variable)
        && lava.trace(variable).map(t -> LanguageRule.impulse(t) == 0).orElse(true);
  }

  private Symbol symbol(Variable variable) throws NoWords {
    if (variable == Variable.X1) {
      return x;
    }
    if (variable == Variable.X2) {
      return phi.orElseThrow();
    }
    if (variable == Variable.Y1 && !lava.thirdFactor()) {
      return y;
    }
    if (variable == Variable.Y2 && lava.thirdFactor()) {
      return modulator.orElseThrow();
    }
    throw new NoWords(
        "%s has no words: post neurons have one trace of their spikes, y1, and one modulator, y2 - y3 of Loihi3FLearningRule."
            .formatted(variable.symbol()));
  }

  /** What a trace is at 1 of the symbol that stands for it. */
  private double unit(Variable variable) throws NoWords {
    if (lava.isWritten(variable)) {
      return TRACE;
    }
    if (lava.traces().isEmpty()) {
      return TRACE * referenceRate;
    }
    if (isOff(variable)) {
      throw new NoWords("%s stays 0: it has no impulse.".formatted(variable.symbol()));
    }
    TraceParameters trace = lava.trace(variable).orElseThrow();
    if (trace.decay() >= 1) {
      throw new NoWords("%s never decays, so that it is no rate.".formatted(variable.symbol()));
    }
    return LanguageRule.impulse(trace) * referenceRate / (1 - trace.decay());
  }
}
