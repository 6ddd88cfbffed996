package plastron.plasticity.model;

import java.util.Map;
import java.util.Optional;
import plastron.core.check.Require;
import plastron.core.network.Connectivity;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;

/**
 * A projection of a {@link ModelBuilder}. Unless it is told otherwise its name is that of the two
 * populations with a hyphen, as {@code in-hidden}, and it has all synapses, fixed weights, an
 * exponential kernel of {@link #TAU} steps, {@link Delivery#TRACE} (where single spikes drive its
 * rule {@link Delivery#ARRIVAL}) and no latency.
 */
public final class ProjectionBuilder extends SiteBuilder<ProjectionBuilder> {

  /** Time constant of the kernel in steps, unless another is given. */
  public static final double TAU = 5;

  private final String from;
  private final String to;
  private Connectivity connectivity = new Connectivity.Dense();
  private Kernel kernel = new Kernel.Exponential(TAU);
  private Optional<Delivery> delivery = Optional.empty();
  private DelayPlace place = DelayPlace.DENDRITE;
  private int latency;

  ProjectionBuilder(String from, String to) {
    super(from + "-" + to, fixedWeights());
    this.from = from;
    this.to = to;
  }

  /** Which synapses there are. */
  public ProjectionBuilder connectivity(Connectivity newConnectivity) {
    connectivity = Require.given("Connectivity of " + name, newConnectivity);
    return this;
  }

  /** How a received spike is spread over time. */
  public ProjectionBuilder kernel(Kernel newKernel) {
    kernel = Require.given("Kernel of " + name, newKernel);
    return this;
  }

  /** Which weight a spike is multiplied by. */
  public ProjectionBuilder delivery(Delivery newDelivery) {
    delivery = Optional.of(Require.given("Delivery of " + name, newDelivery));
    return this;
  }

  /** Steps between a spike and its first effect, in dendrites. */
  public ProjectionBuilder latency(int steps) {
    return latency(steps, DelayPlace.DENDRITE);
  }

  /**
   * Steps between a spike and its first effect.
   *
   * @param steps at least 0
   * @param newPlace on which side of the synapse they lie
   */
  public ProjectionBuilder latency(int steps, DelayPlace newPlace) {
    latency = steps;
    place = Require.given("Delay place of " + name, newPlace);
    return this;
  }

  @Override
  ProjectionBuilder self() {
    return this;
  }

  /** The projection without parameters. */
  PlasticProjection outline() {
    return new PlasticProjection(
        name,
        from,
        to,
        connectivity,
        kernel,
        delivery.orElse(rule.delivery(Delivery.TRACE)),
        place,
        latency,
        rule,
        sources(),
        Map.of());
  }
}
