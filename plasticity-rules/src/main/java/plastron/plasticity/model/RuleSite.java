package plastron.plasticity.model;

import java.util.Map;
import plastron.plasticity.rule.PlasticityRule;

/** A place in a network where a rule acts: all that a rule needs to know of where it is. */
public sealed interface RuleSite permits PlasticProjection, Drive {

  /** Unique in its model. */
  String name();

  /** Name of the population that the rule's POST neurons are. */
  String to();

  /** The rule. */
  PlasticityRule rule();

  /**
   * Where the rule's values from elsewhere come from: the name of a population for every activity
   * on {@link plastron.plasticity.expr.Axis#MODULATOR}, the name of a signal for every external
   * symbol.
   */
  Map<String, String> sources();

  /**
   * Value of every parameter of the rule by name, {@code [from][to]} as in {@link
   * plastron.plasticity.expr.Axis}, where synapses are sparse a row for every PRE neuron with one
   * number for each of its synapses; not copied: treat as read-only.
   */
  Map<String, double[][]> parameters();

  /** A copy with other parameter values. */
  RuleSite withParameters(Map<String, double[][]> newParameters);

  /**
   * The value of a parameter, {@code [from][to]}; throws {@link IllegalArgumentException} if the
   * rule has none such.
   */
  default double[][] parameter(String parameterName) {
    double[][] value = parameters().get(parameterName);
    if (value == null) {
      throw new IllegalArgumentException(
          "Parameter (%s) of rule %s is not one of %s."
              .formatted(parameterName, rule().name(), parameters().keySet()));
    }
    return value;
  }
}
