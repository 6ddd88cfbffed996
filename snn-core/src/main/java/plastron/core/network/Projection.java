package plastron.core.network;

import java.util.Arrays;
import java.util.Optional;
import plastron.core.check.Require;

/**
 * Synapses from one population to another (or to itself).
 *
 * @param name unique in its network
 * @param pre name of the sending population
 * @param post name of the receiving population
 * @param kernel how a spike is spread over time at the receiver
 * @param delivery which weight a spike is multiplied by while weights change
 * @param latency steps between a spike's step and its first effect, at least 0; at least 1 inside a
 *     cycle of projections
 * @param place on which side of the synapse the latency lies
 * @param synapses which synapses there are; empty if there are all
 * @param weights initial effective weights, {@code [nPre][nPost]}, of sparse synapses a row for
 *     every pre neuron with one of each, finite; copied
 */
public record Projection(
    String name,
    String pre,
    String post,
    Kernel kernel,
    Delivery delivery,
    Latency latency,
    DelayPlace place,
    Optional<SynapseRows> synapses,
    float[][] weights) {

  public Projection {
    Require.name("Projection name", name);
    Require.given("Sender of projection " + name, pre);
    Require.given("Receiver of projection " + name, post);
    Require.given("Kernel of projection " + name, kernel);
    Require.given("Delivery of projection " + name, delivery);
    Require.given("Latency of projection " + name, latency);
    Require.given("Delay place of projection " + name, place);
    Require.given("Synapses of projection " + name, synapses);
    String subject = "Weights of projection " + name;
    Require.all(subject, Arrays.asList(Require.given(subject, weights)));
    weights = Arrays.stream(weights).map(float[]::clone).toArray(float[][]::new);
    String each = "Weight of projection " + name;
    for (float[] row : weights) {
      for (float weight : row) {
        Require.finite(each, weight);
      }
    }
  }

  /** A projection with all synapses. */
  public Projection(
      String name,
      String pre,
      String post,
      Kernel kernel,
      Delivery delivery,
      Latency latency,
      DelayPlace place,
      float[][] weights) {
    this(name, pre, post, kernel, delivery, latency, place, Optional.empty(), weights);
  }

  @Override
  public float[][] weights() {
    return Arrays.stream(weights).map(float[]::clone).toArray(float[][]::new);
  }
}
