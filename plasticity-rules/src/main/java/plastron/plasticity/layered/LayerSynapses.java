package plastron.plasticity.layered;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

/**
 * The synapses from one population to another, or to itself, with the rule that changes them.
 *
 * @param kernel how a received spike is spread over time
 * @param delivery which weight a spike is multiplied by
 * @param latency steps between the spike of a sender and its first effect, at least 0; those of
 *     recurrent synapses are counted from the step after the spike
 * @param family the plasticity rule's family
 * @param options the choices that make the family a rule
 * @param parameters value of every parameter of the rule by name, {@code [from][to]} as in {@link
 *     Axis}; not copied: treat as read-only
 */
public record LayerSynapses(
    Kernel kernel,
    Delivery delivery,
    int latency,
    RuleFamily family,
    RuleOptions options,
    Map<String, double[][]> parameters) {

  public LayerSynapses {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    if (latency < 0) {
      throw new IllegalArgumentException(
          "Latency (%d steps) of synapses must be at least 0.".formatted(latency));
    }
  }

  /** The rule of these synapses. */
  public PlasticityRule rule() {
    return family.build(options);
  }

  /**
   * Index of the population whose rates modulate these synapses (0 is the input), or -1 if no
   * population does.
   */
  public int modulatorPopulation() {
    return family.isModulated() ? options.modulator().fromPopulation().orElse(-1) : -1;
  }

  /**
   * The value of a parameter, {@code [from][to]}; throws {@link IllegalArgumentException} if the
   * rule has none such.
   */
  public double[][] parameter(String name) {
    double[][] value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "Parameter (%s) of rule %s is not one of %s."
              .formatted(name, family.name(), parameters.keySet()));
    }
    return value;
  }

  /** A copy with other parameter values. */
  public LayerSynapses withParameters(Map<String, double[][]> newParameters) {
    return new LayerSynapses(kernel, delivery, latency, family, options, newParameters);
  }

  /**
   * Throws {@link IllegalArgumentException} if a parameter does not fit between two populations.
   *
   * @param where what these synapses are called in the message
   * @param sizes of all populations of the model, the input first
   * @param from index of the sending population
   * @param to index of the receiving population
   */
  void checkShapes(String where, int[] sizes, int from, int to) {
    int modulator = modulatorPopulation();
    if (modulator >= sizes.length) {
      throw new IllegalArgumentException(
          "Modulating population (%d) of %s must be at most %d, the model's last."
              .formatted(modulator, where, sizes.length - 1));
    }
    for (Symbol symbol : rule().symbols(Role.PARAMETER)) {
      double[][] value = parameters.get(symbol.name());
      if (value == null) {
        throw new IllegalArgumentException(
            "Parameter %s of %s (absent) must be one of %s."
                .formatted(symbol.name(), where, parameters.keySet()));
      }
      if (modulator < 0 && isCountedByModulators(symbol.axis())) {
        throw new IllegalArgumentException(
            "Parameter %s of %s (axis %s) needs a modulating population."
                .formatted(symbol.name(), where, symbol.axis()));
      }
      int rows = count(symbol.axis().from(), sizes, from, to);
      int columns = count(symbol.axis().to(), sizes, from, to);
      boolean fits = value.length == rows;
      for (double[] row : value) {
        fits &= row.length == columns;
        for (double v : row) {
          if (!Double.isFinite(v)) {
            throw new IllegalArgumentException(
                "Parameter %s of %s holds (%s), expected finite numbers."
                    .formatted(symbol.name(), where, v));
          }
        }
      }
      if (!fits) {
        throw new IllegalArgumentException(
            "Parameter %s of %s (%d rows of %d) must be %d rows of %d."
                .formatted(
                    symbol.name(),
                    where,
                    value.length,
                    value.length == 0 ? 0 : value[0].length,
                    rows,
                    columns));
      }
    }
  }

  private static boolean isCountedByModulators(Axis axis) {
    return axis.from() == Dimension.MODULATOR || axis.to() == Dimension.MODULATOR;
  }

  /** Number of entries along one side of a symbol, see {@link #checkShapes}. */
  int count(Dimension dimension, int[] sizes, int from, int to) {
    return switch (dimension) {
      case ONE -> 1;
      case PRE -> sizes[from];
      case POST -> sizes[to];
      case MODULATOR -> sizes[modulatorPopulation()];
    };
  }
}
