package plastron.plasticity.model;

import java.util.Map;
import plastron.core.check.Require;
import plastron.core.network.Connectivity;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.plasticity.rule.PlasticityRule;

/**
 * The synapses from one population to another, or to itself, with the rule that changes them.
 *
 * @param name see {@link RuleSite#name()}
 * @param from name of the sending population
 * @param to name of the receiving population
 * @param connectivity which synapses there are
 * @param kernel how a received spike is spread over time
 * @param delivery which weight a spike is multiplied by
 * @param place on which side of the synapse the latency lies
 * @param latency steps between a spike and its first effect, at least 0; inside a cycle they are
 *     counted from the step after the spike
 * @param rule see {@link RuleSite#rule()}
 * @param sources see {@link RuleSite#sources()}
 * @param parameters see {@link RuleSite#parameters()}
 */
public record PlasticProjection(
    String name,
    String from,
    String to,
    Connectivity connectivity,
    Kernel kernel,
    Delivery delivery,
    DelayPlace place,
    int latency,
    PlasticityRule rule,
    Map<String, String> sources,
    Map<String, double[][]> parameters)
    implements RuleSite {

  public PlasticProjection {
    Require.name("Projection name", name);
    Require.given("Rule of " + name, rule);
    sources = Require.all("Sources of " + name, sources);
    parameters = Require.all("Parameters of " + name, parameters);
    Require.given("Sender of " + name, from);
    Require.given("Receiver of " + name, to);
    Require.given("Connectivity of " + name, connectivity);
    Require.given("Kernel of " + name, kernel);
    Require.given("Delivery of " + name, delivery);
    Require.given("Delay place of " + name, place);
    if (latency < 0) {
      throw new IllegalArgumentException(
          "Latency of projection %s (%d steps) must be at least 0.".formatted(name, latency));
    }
  }

  /** A projection with all synapses. */
  public PlasticProjection(
      String name,
      String from,
      String to,
      Kernel kernel,
      Delivery delivery,
      DelayPlace place,
      int latency,
      PlasticityRule rule,
      Map<String, String> sources,
      Map<String, double[][]> parameters) {
    this(
        name,
        from,
        to,
        new Connectivity.Dense(),
        kernel,
        delivery,
        place,
        latency,
        rule,
        sources,
        parameters);
  }

  /** A copy whose latency lies on a side of the synapse. */
  public PlasticProjection delayedIn(DelayPlace newPlace) {
    return new PlasticProjection(
        name,
        from,
        to,
        connectivity,
        kernel,
        delivery,
        newPlace,
        latency,
        rule,
        sources,
        parameters);
  }

  @Override
  public PlasticProjection withParameters(Map<String, double[][]> newParameters) {
    return new PlasticProjection(
        name,
        from,
        to,
        connectivity,
        kernel,
        delivery,
        place,
        latency,
        rule,
        sources,
        newParameters);
  }
}
