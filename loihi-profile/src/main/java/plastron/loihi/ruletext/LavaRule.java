package plastron.loihi.ruletext;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import plastron.loihi.arithmetic.LearningScale;
import plastron.loihi.learning.TraceParameters;
import plastron.loihi.rule.Factor;
import plastron.loihi.rule.Gate;
import plastron.loihi.rule.MicrocodeRule;
import plastron.loihi.rule.Product;
import plastron.loihi.rule.ProductSeries;
import plastron.loihi.rule.Variable;

/**
 * A learning rule of Lava.
 *
 * @param thirdFactor whether neurons write the post traces (Loihi3FLearningRule)
 * @param rule the rule strings
 * @param traces impulse and decay of those that were given, by variable
 * @param epoch steps of an epoch, 1..63
 */
record LavaRule(
    boolean thirdFactor, MicrocodeRule rule, Map<Variable, TraceParameters> traces, int epoch) {

  LavaRule {
    traces = Map.copyOf(traces);
  }

  /** The series by what they change. */
  Map<Variable, ProductSeries> targets() {
    Map<Variable, ProductSeries> targets = new LinkedHashMap<>();
    rule.dw().ifPresent(s -> targets.put(Variable.W, s));
    rule.dd().ifPresent(s -> targets.put(Variable.D, s));
    rule.dt().ifPresent(s -> targets.put(Variable.T, s));
    return targets;
  }

  List<Product> products() {
    return targets().values().stream().flatMap(s -> s.products().stream()).toList();
  }

  /** Traces that products read, in order. */
  List<Variable> readTraces() {
    return Stream.of(Variable.X1, Variable.X2, Variable.Y1, Variable.Y2, Variable.Y3)
        .filter(v -> products().stream().anyMatch(p -> reads(p, v)))
        .toList();
  }

  /** Whether a product that this gate opens reads a trace. */
  boolean reads(Gate gate, Variable trace) {
    return products().stream().anyMatch(p -> p.gate() == gate && reads(p, trace));
  }

  static boolean reads(Product product, Variable variable) {
    return product.factors().stream().anyMatch(f -> f.variable() == variable);
  }

  /** The product of y3 that goes with one of y2. */
  static Product mirrored(Product product) {
    List<Factor> factors =
        product.factors().stream()
            .map(f -> f.equals(Factor.of(Variable.Y2)) ? Factor.of(Variable.Y3) : f)
            .toList();
    return new Product(product.gate(), -product.mantissa(), product.exponent(), factors);
  }

  /** Whether the neuron writes a trace. */
  boolean isWritten(Variable trace) {
    return thirdFactor && trace.axis() == Variable.Axis.POST;
  }

  /** Steps between two openings of the gate u. */
  int interval() {
    return epoch << rule.decimateExponent().orElse(0);
  }

  Optional<TraceParameters> trace(Variable variable) {
    return Optional.ofNullable(traces.get(variable));
  }

  /** What a product adds to its variable for factors of 1. */
  static double coefficient(Product product) {
    int shift = LearningScale.shiftLava(product.factorBits());
    return Math.scalb((double) product.mantissa(), product.exponent() - shift);
  }

  /** The largest magnitude of a factor, as the engine limits it. */
  static long largest(Factor factor) {
    if (factor.sign()) {
      return 1;
    }
    int low =
        switch (factor.variable()) {
          case W -> -256;
          case T -> -257;
          default -> 0;
        };
    int high =
        switch (factor.variable()) {
          case X0, Y0 -> 1;
          case W, T, D -> 255;
          default -> 127;
        };
    return Math.max(Math.abs((long) factor.value(low)), Math.abs((long) factor.value(high)));
  }

  /** When a gate lets a product act, in words. */
  String when(Gate gate) {
    return switch (gate) {
      case X0 -> "in epochs with a pre spike, traces as of the last one";
      case Y0 -> "in epochs with a post spike, traces as of the last one";
      case U -> interval() == 1 ? "in every step" : "every %d steps".formatted(interval());
    };
  }

  OptionalInt decimation() {
    return rule.decimateExponent();
  }
}
