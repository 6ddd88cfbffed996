package plastron.plasticity.run;

import java.util.ArrayList;
import java.util.List;
import plastron.core.network.Latency;
import plastron.core.network.Network;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Projection;
import plastron.plasticity.model.PlasticLayer;
import plastron.plasticity.model.PlasticModel;

/** The network of a plastic model, without its rules. */
public final class PlasticNetwork {

  /** Name of the population that the input's spikes come from. */
  public static final String INPUT = "input";

  private PlasticNetwork() {}

  /**
   * The populations in the model's order, the input first and the layers under their own names, and
   * the projection into every layer, with the weights of the start of an episode.
   */
  public static Network of(PlasticModel model) {
    List<Population> populations = new ArrayList<>();
    List<Projection> projections = new ArrayList<>();
    populations.add(new Population(INPUT, model.inputs(), new Neuron.SpikeSource()));
    for (int l = 0; l < model.layers().size(); l++) {
      PlasticLayer layer = model.layers().get(l);
      Population pre = populations.getLast();
      float[][] weights = new float[pre.size()][layer.size()];
      new LayerFrame(model, l).weights(weights);
      populations.add(new Population(layer.name(), layer.size(), layer.neuron()));
      projections.add(
          new Projection(
              projectionInto(layer),
              pre.name(),
              layer.name(),
              layer.kernel(),
              layer.delivery(),
              new Latency.Uniform(layer.latency()),
              weights));
    }
    return new Network(populations, projections);
  }

  /** Name of the projection into a layer. */
  public static String projectionInto(PlasticLayer layer) {
    return "into " + layer.name();
  }
}
