package plastron.core.network;

import java.util.Arrays;

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
 * @param weights initial effective weights, {@code [nPre][nPost]}; copied
 */
public record Projection(
    String name,
    String pre,
    String post,
    Kernel kernel,
    Delivery delivery,
    Latency latency,
    DelayPlace place,
    float[][] weights) {

  public Projection {
    weights = Arrays.stream(weights).map(float[]::clone).toArray(float[][]::new);
  }

  @Override
  public float[][] weights() {
    return Arrays.stream(weights).map(float[]::clone).toArray(float[][]::new);
  }
}
