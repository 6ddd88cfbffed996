package plastron.loihi.ruletext;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import plastron.loihi.arithmetic.LearningScale;
import plastron.loihi.rule.Factor;
import plastron.loihi.rule.Product;
import plastron.loihi.rule.ProductSeries;
import plastron.loihi.rule.Variable;

/** What a rule does, product by product, and what it costs. */
final class RuleMeaning {

  private static final int LARGEST_ACCUMULATED = (1 << LearningScale.ACCUMULATOR_BITS) - 1;

  private RuleMeaning() {}

  static List<String> of(LavaRule rule) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<Variable, ProductSeries> target : rule.targets().entrySet()) {
      lines.add(
          "d%s = %s".formatted(target.getKey().symbol(), rule.rule().print(target.getValue())));
      target.getValue().products().forEach(p -> lines.add(product(rule, target.getKey(), p)));
    }
    List<String> read = rule.readTraces().stream().map(Variable::symbol).toList();
    lines.add(
        "costs a learning profile with %d product%s, 2 axon slots a pre neuron, and the traces %s"
            .formatted(
                rule.products().size(),
                rule.products().size() == 1 ? "" : "s",
                read.isEmpty() ? "none" : String.join(", ", read)));
    lines.add(
        "epochs of %d step%s%s; weights round at random to whole numbers from -256 to 255"
            .formatted(
                rule.epoch(),
                rule.epoch() == 1 ? "" : "s",
                rule.decimation().isPresent()
                    ? ", u%d opens every %d"
                        .formatted(rule.decimation().getAsInt(), rule.interval())
                    : ""));
    return lines;
  }

  private static String product(LavaRule rule, Variable target, Product product) {
    int bits = product.factorBits();
    int shift = LearningScale.shiftLava(bits);
    String factors =
        product.factors().stream().map(RuleMeaning::factor).collect(Collectors.joining(" "));
    return "  %s changes by %s%s %s; %s%s at most %s at once"
        .formatted(
            target.symbol(),
            short4(LavaRule.coefficient(product)),
            factors.isEmpty() ? "" : " " + factors,
            rule.when(product.gate()),
            "%d operand bits".formatted(bits),
            shift == 0 ? "," : ", shifted right by %d,".formatted(shift),
            short4(largest(product)));
  }

  private static String factor(Factor factor) {
    String symbol = factor.variable().symbol();
    String sum =
        factor.constant().isPresent()
            ? "(%s %s %d)"
                .formatted(
                    symbol,
                    factor.constant().getAsInt() < 0 ? "-" : "+",
                    Math.abs(factor.constant().getAsInt()))
            : symbol;
    return factor.sign() ? "sgn " + sum : sum;
  }

  private static double largest(Product product) {
    double largest = Math.abs(LavaRule.coefficient(product));
    for (Factor factor : product.factors()) {
      largest *= LavaRule.largest(factor);
    }
    return Math.min(
        largest, Math.scalb((double) LARGEST_ACCUMULATED, -LearningScale.FRACTION_BITS));
  }

  private static String short4(double number) {
    return String.format(Locale.ROOT, "%.4g", number);
  }
}
