package plastron.plasticity.run;

import static plastron.plasticity.expr.Expr.product;
import static plastron.plasticity.expr.Expr.ref;
import static plastron.plasticity.expr.Expr.sum;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;

/** Rules that the catalogue does not have, and numbers for all. */
final class TestRules {

  private TestRules() {}

  /** The linear rule with a number for every neuron from outside. */
  static PlasticityRule vectorModulated() {
    RuleBuilder rule = PlasticityRule.named("ndp-linear");
    Symbol x = rule.activity("x", Axis.PRE);
    Symbol y = rule.activity("y", Axis.POST);
    Symbol w = rule.parameter("W", Axis.SYNAPSE, Bounds.NONE, "W");
    Symbol alpha = rule.parameter("alpha", Axis.SYNAPSE, Bounds.NONE, "alpha");
    Symbol eta = rule.parameter("eta", Axis.GLOBAL, Bounds.UNIT, "eta");
    Symbol e = rule.state("E", Axis.SYNAPSE, Bounds.NONE, "E");
    Symbol m = rule.external("M", Axis.POST, "M");
    return rule.update(
            e, sum(ref(e), Expr.neg(product(eta, e)), product(ref(eta), ref(m), ref(y), ref(x))))
        .weight(sum(ref(w), product(alpha, e)));
  }

  /** The rates of a population through a matrix. */
  static PlasticityRule drive() {
    RuleBuilder rule = PlasticityRule.named(RuleByHand.DRIVE);
    Symbol m = rule.activity("m", Axis.MODULATOR);
    Symbol matrix = rule.parameter("B", Axis.MODULATOR_POST, Bounds.NONE, "B");
    Symbol value = rule.state("h", Axis.SYNAPSE, Bounds.NONE, "h");
    Symbol product = rule.signal("q", Expr.dot(matrix, m));
    return rule.update(value, ref(product)).weight(ref(value));
  }

  /** Random values of all parameters, as moderate as networks of them. */
  static Map<String, double[][]> parameters(
      Random random, PlasticityRule rule, int nPre, int nPost, int modulating) {
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    for (Symbol symbol : rule.symbols(Role.PARAMETER)) {
      double[][] value =
          new double[count(symbol.axis().from(), nPre, nPost, modulating)]
              [count(symbol.axis().to(), nPre, nPost, modulating)];
      for (double[] row : value) {
        Arrays.setAll(
            row,
            i ->
                switch (symbol.name()) {
                  case "W" -> (random.nextDouble() - 0.3) * 2 / Math.sqrt(nPre);
                  case "eta", "eta_phi", "eta_e" -> 0.02 + random.nextDouble() * 0.13;
                  default -> random.nextDouble() - 0.5;
                });
      }
      parameters.put(symbol.name(), value);
    }
    return parameters;
  }

  private static int count(Dimension dimension, int nPre, int nPost, int modulating) {
    return switch (dimension) {
      case ONE -> 1;
      case PRE -> nPre;
      case POST -> nPost;
      case MODULATOR -> modulating;
    };
  }
}
