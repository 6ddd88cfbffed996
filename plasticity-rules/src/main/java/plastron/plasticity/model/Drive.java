package plastron.plasticity.model;

import java.util.Map;
import plastron.core.check.Require;
import plastron.plasticity.rule.PlasticityRule;

/**
 * What modulates the neurons of a population directly: at the end of every window a rule gives a
 * number for every neuron, which acts in the next. The rule is one like any other, of synapses that
 * come from a single neuron: its effective weight is the number. It is 0 in the first window.
 *
 * @param name see {@link RuleSite#name()}
 * @param to name of the driven population
 * @param target what is driven
 * @param rule see {@link RuleSite#rule()}; reads no PRE activity
 * @param sources see {@link RuleSite#sources()}
 * @param parameters see {@link RuleSite#parameters()}; PRE has one entry
 */
public record Drive(
    String name,
    String to,
    Target target,
    PlasticityRule rule,
    Map<String, String> sources,
    Map<String, double[][]> parameters)
    implements RuleSite {

  /** What a drive acts on. */
  public enum Target {
    /** Adds to the current of every step. */
    BIAS,
    /** Lowers the threshold; what a spike subtracts stays as it is. */
    THRESHOLD
  }

  public Drive {
    Require.name("Drive name", name);
    Require.given("Rule of " + name, rule);
    sources = Require.all("Sources of " + name, sources);
    parameters = Require.all("Parameters of " + name, parameters);
    Require.given("Population of " + name, to);
    Require.given("Target of " + name, target);
  }

  @Override
  public Drive withParameters(Map<String, double[][]> newParameters) {
    return new Drive(name, to, target, rule, sources, newParameters);
  }
}
