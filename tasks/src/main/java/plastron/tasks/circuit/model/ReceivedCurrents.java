package plastron.tasks.circuit.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import plastron.core.cell.NeuronModel;
import plastron.core.discrete.DiscreteLif;
import plastron.core.discrete.SynapticFilter;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Values;
import plastron.plasticity.model.PlasticProjection;

/** How currents of the neurons of a population fade: a neuron of a circuit has one. */
final class ReceivedCurrents {

  private final Population population;
  private final double[] fade;
  private @Nullable SynapticFilter filter;

  ReceivedCurrents(Population population) {
    this.population = population;
    fade = new double[population.size()];
    Arrays.fill(fade, Double.NaN);
  }

  /** Takes in what a projection says of the neurons that it reaches. */
  void add(PlasticProjection projection, FixedWeights weights) {
    double its =
        switch (projection.kernel()) {
          case Kernel.Delta delta -> 0;
          case Kernel.Finite finite -> 0;
          case Kernel.Exponential exponential -> exponential.decay();
          case Kernel.Alpha alpha -> alpha.decay();
        };
    SynapticFilter order =
        projection.kernel() instanceof Kernel.Alpha
            ? SynapticFilter.SECOND_ORDER
            : SynapticFilter.FIRST_ORDER;
    weights
        .reached()
        .forEach(
            i -> {
              boolean isFirst = filter == null;
              if (!(isFirst || filter == order) || !(Double.isNaN(fade[i]) || fade[i] == its)) {
                throw new IllegalArgumentException(
                    "Population %s receives currents of two kinds, one of them by projection %s (%s), expected one for a neuron."
                        .formatted(population.name(), projection.name(), projection.kernel()));
              }
              filter = order;
              fade[i] = its;
            });
  }

  /**
   * The neurons.
   *
   * @param lag steps that they wait before their first one
   */
  NeuronModel model(int lag) {
    Values current = Values.perNeuron(Arrays.stream(fade).map(f -> f >= 0 ? f : 0).toArray());
    SynapticFilter order = filter == null ? SynapticFilter.FIRST_ORDER : filter;
    return switch (population.neuron()) {
      case Neuron.Lif lif ->
          new DiscreteLif(
              lif.theta(),
              lif.decay(),
              lif.bias(),
              lif.reset(),
              lif.refractorySteps(),
              order,
              current,
              lag);
      case Neuron.LeakyIntegrator li ->
          new DiscreteLif(
              Values.of(Double.POSITIVE_INFINITY),
              li.decay(),
              li.bias(),
              Neuron.Reset.HARD,
              0,
              order,
              current,
              lag);
      case Neuron.Srm srm -> throw refused("spike response neurons");
      case Neuron.AdaptiveLif alif -> throw refused("neurons that adapt");
      case Neuron.SpikeSource source -> throw refused("spikes from outside, without a file");
    };
  }

  private IllegalArgumentException refused(String what) {
    return new IllegalArgumentException(
        "Population %s has %s, which circuits do not have.".formatted(population.name(), what));
  }
}
