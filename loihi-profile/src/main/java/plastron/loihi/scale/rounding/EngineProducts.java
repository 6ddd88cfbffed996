package plastron.loihi.scale.rounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plastron.loihi.arithmetic.LearningScale;
import plastron.loihi.legal.Channel;
import plastron.loihi.legal.LegalRule;
import plastron.loihi.legal.SlowTrace;
import plastron.loihi.legal.TraceSlots;
import plastron.loihi.program.Reward;
import plastron.loihi.program.TraceScale;
import plastron.loihi.rule.Factor;
import plastron.loihi.rule.Gate;
import plastron.loihi.rule.MeanLoss;
import plastron.loihi.rule.Product;
import plastron.loihi.rule.ProductSeries;
import plastron.loihi.rule.Variable;
import plastron.loihi.scale.coefficient.Units;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.FlooredProduct;
import plastron.plasticity.expr.FlooredProduct.When;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.SpikeTrace;

/**
 * The engine's products in the symbols of the rule: every product rounds down to {@code 2^e} of the
 * least bit of what it is added to.
 *
 * @param source the rule as it is
 * @param rule where its factors are
 * @param units of all operands but the target
 * @param traces of spikes
 * @param delayOffset what stands for zero in the delay variable
 */
public record EngineProducts(
    RuleDerivation source,
    LegalRule rule,
    Units units,
    Map<Variable, TraceScale> traces,
    int delayOffset) {

  /** Those that change alpha.E; {@code unit} is that of the plastic weights. */
  public List<FlooredProduct> ofWeights(Optional<ProductSeries> dw, double unit) {
    return with(Variable.W, unit).products(dw);
  }

  /** Those that change the second state of synapses. */
  public List<FlooredProduct> ofStored(Optional<ProductSeries> changes) {
    return products(changes);
  }

  private EngineProducts with(Variable operand, double unit) {
    return new EngineProducts(source, rule, units.with(operand, unit), traces, delayOffset);
  }

  private List<FlooredProduct> products(Optional<ProductSeries> series) {
    return series.stream()
        .flatMap(s -> s.products().stream().filter(product -> rounds(s, product)))
        .filter(product -> !isOfCoincidence(product))
        .map(this::product)
        .toList();
  }

  /** Constants are exact; the one that makes up for losses is one of them. */
  private static boolean rounds(ProductSeries series, Product product) {
    return product.mantissa() != 0
        && (!product.factors().isEmpty() || MeanLoss.makesUp(series).equals(Optional.of(product)));
  }

  /** Training reads traces as they were before a step's spikes: there is nothing to make up for. */
  private boolean isOfCoincidence(Product product) {
    return product.factors().stream()
        .anyMatch(
            factor -> rule.slots().coincidence().filter(factor.variable()::equals).isPresent());
  }

  private FlooredProduct product(Product product) {
    int shift = LearningScale.shiftLava(product.factorBits());
    return new FlooredProduct(
        switch (product.gate()) {
          case U -> When.END;
          case X0 -> When.PRE;
          case Y0 -> When.POST;
        },
        Math.scalb((double) product.mantissa(), -shift),
        Math.scalb(1.0, product.exponent()),
        product.factors().stream().map(factor -> factor(factor, product.gate())).toList());
  }

  private FlooredProduct.Factor factor(Factor factor, Gate gate) {
    SpikeTrace trace = rule.slots().traces().get(factor.variable());
    return trace == null ? factor(factor) : trace(factor, trace.symbol(), gate);
  }

  /** The engine reads the trace of the spikes that open a gate with them, and takes them off. */
  private FlooredProduct.Factor trace(Factor factor, Symbol symbol, Gate gate) {
    boolean own = TraceSlots.isOfGate(factor.variable(), gate);
    return new FlooredProduct.Factor(
        List.of(symbol.name()),
        unit(factor.variable()),
        0,
        TraceScale.LARGEST + (own ? factor.constant().orElse(0) : 0),
        own ? 0 : factor.constant().orElse(0));
  }

  private FlooredProduct.Factor factor(Factor factor) {
    Variable variable = factor.variable();
    List<String> symbols = symbols(variable).stream().map(Symbol::name).toList();
    boolean offset = variable == Variable.D && !symbols.isEmpty();
    return new FlooredProduct.Factor(
        symbols,
        variable == Variable.Y3 && !symbols.isEmpty() ? -unit(variable) : unit(variable),
        switch (variable.axis()) {
          case SYNAPSE -> Double.NEGATIVE_INFINITY;
          default -> variable == Variable.R1 ? -Reward.LARGEST : 0;
        },
        switch (variable.axis()) {
          case SYNAPSE -> Double.POSITIVE_INFINITY;
          default -> variable == Variable.R1 ? Reward.LARGEST : TraceScale.LARGEST;
        },
        factor.constant().orElse(0) + (offset ? delayOffset : 0));
  }

  /** Training loses no spike, see {@link TraceScale#shown}. */
  private double unit(Variable variable) {
    TraceScale trace = traces.get(variable);
    return units.of(variable) * (trace == null ? 1 : trace.shown());
  }

  /** What a variable holds; nothing if it is a spare one, which stays zero. */
  private List<Symbol> symbols(Variable variable) {
    return switch (variable) {
      case W -> with(alpha(), rule.trace());
      case T ->
          rule.alphaInTag()
              ? alpha()
              : rule.storesState() ? List.of(rule.stored().orElseThrow()) : List.of();
      case D -> delayed();
      case X1 -> activity(Axis.PRE);
      case X2 -> rule.slow().map(SlowTrace::state).stream().toList();
      case Y1 -> rule.thirdFactor() ? written(Variable.Y1) : activity(Axis.POST);
      case Y2, Y3 -> written(Variable.Y2);
      case R1 -> written(Variable.R1);
      case X0, Y0 ->
          throw new IllegalArgumentException(
              "Products have (%s) as their gate, not as a factor.".formatted(variable));
    };
  }

  /**
   * A parameter of pre neurons stands there times alpha, see {@link
   * plastron.loihi.legal.LegalTerm}.
   */
  private List<Symbol> delayed() {
    if (rule.stored().isEmpty() || rule.storedIn() != Variable.D) {
      return List.of();
    }
    return rule.storesState() ? List.of(rule.stored().get()) : with(alpha(), rule.stored());
  }

  private List<Symbol> alpha() {
    return rule.alpha().asSymbol().stream().toList();
  }

  private static List<Symbol> with(List<Symbol> some, Optional<Symbol> another) {
    List<Symbol> all = new ArrayList<>(some);
    another.ifPresent(all::add);
    return all;
  }

  private List<Symbol> activity(Axis axis) {
    return source.rule().symbols(Role.ACTIVITY).stream().filter(s -> s.axis() == axis).toList();
  }

  private List<Symbol> written(Variable to) {
    return rule.channels().stream()
        .filter(channel -> channel.positive() == to)
        .findFirst()
        .map(Channel::factors)
        .orElse(List.of());
  }
}
