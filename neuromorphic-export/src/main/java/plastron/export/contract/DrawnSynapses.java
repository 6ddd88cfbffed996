package plastron.export.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.PlasticityRule;

/**
 * Draws the parameters of rules.
 *
 * @param speed value of every GLOBAL parameter: learning rates
 * @param gain standard deviation of what the trace is multiplied by in the weight
 */
record DrawnSynapses(double speed, double gain) {

  /**
   * Parameters of a rule.
   *
   * @param pre number of neurons that send
   * @param post number of neurons that receive
   * @param modulators number of neurons that modulate
   */
  Map<String, double[][]> of(
      PlasticityRule rule, int pre, int post, int modulators, RandomGenerator random) {
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    Optional<Symbol> gained = Moderation.gain(rule);
    for (Symbol symbol : rule.symbols(Role.PARAMETER)) {
      Axis axis = symbol.axis();
      double[][] values =
          new double[count(axis.from(), pre, post, modulators)]
              [count(axis.to(), pre, post, modulators)];
      for (double[] row : values) {
        for (int i = 0; i < row.length; i++) {
          row[i] = draw(symbol, Optional.of(symbol).equals(gained), post, random);
        }
      }
      parameters.put(symbol.name(), values);
    }
    return parameters;
  }

  private static int count(Dimension dimension, int pre, int post, int modulators) {
    return switch (dimension) {
      case ONE -> 1;
      case PRE -> pre;
      case POST -> post;
      case MODULATOR -> modulators;
    };
  }

  private double draw(Symbol symbol, boolean gains, int post, RandomGenerator random) {
    return switch (symbol.axis()) {
      case GLOBAL -> gains ? gain : speed;
      case PRE -> 0.2 * random.nextDouble();
      case POST_POST, MODULATOR_POST -> random.nextGaussian() / Math.sqrt(post);
      default -> gains ? gain * random.nextGaussian() : (0.06 + 0.06 * random.nextGaussian());
    };
  }
}
