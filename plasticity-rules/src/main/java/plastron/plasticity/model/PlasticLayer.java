package plastron.plasticity.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

/**
 * A population with the plastic synapses it receives.
 *
 * @param name unique in its model
 * @param size number of neurons, at least 1
 * @param neuron their kind; not a spike source
 * @param kernel how a received spike is spread over time
 * @param delivery which weight a spike is multiplied by
 * @param latency steps between the spike of a sender and its first effect here, at least 0
 * @param family the plasticity rule's family
 * @param options the choices that make the family a rule
 * @param parameters value of every parameter of the rule by name, {@code [from][to]} as in {@link
 *     Axis}; not copied: treat as read-only
 */
public record PlasticLayer(
    String name,
    int size,
    Neuron neuron,
    Kernel kernel,
    Delivery delivery,
    int latency,
    RuleFamily family,
    RuleOptions options,
    Map<String, double[][]> parameters) {

  public PlasticLayer {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    if (size < 1 || latency < 0) {
      throw new IllegalArgumentException(
          "Layer %s (size %d, latency %d) needs a size of at least 1 and a latency of at least 0."
              .formatted(name, size, latency));
    }
    if (neuron instanceof Neuron.SpikeSource) {
      throw new IllegalArgumentException(
          "Layer %s (a spike source) cannot receive synapses.".formatted(name));
    }
  }

  /** The layer's rule. */
  public PlasticityRule rule() {
    return family.build(options);
  }

  /**
   * Index of the population whose rates modulate this layer (0 is the input), or -1 if no
   * population does.
   */
  public int modulatorPopulation() {
    return family.isModulated()
            && options.modulator() instanceof ModulatorSource.Layer(int population)
        ? population
        : -1;
  }

  /**
   * The value of a parameter, {@code [from][to]}; throws {@link IllegalArgumentException} if the
   * rule has none such.
   */
  public double[][] parameter(String parameterName) {
    double[][] value = parameters.get(parameterName);
    if (value == null) {
      throw new IllegalArgumentException(
          "Parameter (%s) is not one of %s of layer %s."
              .formatted(parameterName, parameters.keySet(), name));
    }
    return value;
  }

  /** A copy with other parameter values. */
  public PlasticLayer withParameters(Map<String, double[][]> newParameters) {
    return new PlasticLayer(
        name, size, neuron, kernel, delivery, latency, family, options, newParameters);
  }

  void checkShapes(int[] sizes, int index) {
    int modulator = modulatorPopulation();
    if (modulator >= sizes.length) {
      throw new IllegalArgumentException(
          "Layer %s is modulated by population (%d), but the model's last is %d."
              .formatted(name, modulator, sizes.length - 1));
    }
    for (Symbol symbol : rule().symbols(Role.PARAMETER)) {
      double[][] value = parameter(symbol.name());
      int rows = count(symbol.axis().from(), sizes, index);
      int columns = count(symbol.axis().to(), sizes, index);
      boolean fits = value.length == rows;
      for (double[] row : value) {
        fits &= row.length == columns;
        for (double v : row) {
          if (!Double.isFinite(v)) {
            throw new IllegalArgumentException(
                "Parameter %s of layer %s holds (%s), expected finite numbers."
                    .formatted(symbol.name(), name, v));
          }
        }
      }
      if (!fits) {
        throw new IllegalArgumentException(
            "Parameter %s of layer %s (%d rows of %d) must be %d rows of %d."
                .formatted(
                    symbol.name(),
                    name,
                    value.length,
                    value.length == 0 ? 0 : value[0].length,
                    rows,
                    columns));
      }
    }
  }

  private int count(Dimension dimension, int[] sizes, int index) {
    return switch (dimension) {
      case ONE -> 1;
      case PRE -> sizes[index];
      case POST -> sizes[index + 1];
      case MODULATOR -> sizes[modulatorPopulation()];
    };
  }
}
