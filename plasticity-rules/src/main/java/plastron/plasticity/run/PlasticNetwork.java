package plastron.plasticity.run;

import java.util.ArrayList;
import java.util.List;
import plastron.core.network.DelayPlace;
import plastron.core.network.Latency;
import plastron.core.network.Network;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Projection;
import plastron.plasticity.layered.LayerSynapses;
import plastron.plasticity.layered.LayeredModel;
import plastron.plasticity.layered.PlasticLayer;

/** The network of a plastic model, without its rules. */
public final class PlasticNetwork {

  /** Name of the population that the input's spikes come from. */
  public static final String INPUT = "input";

  private PlasticNetwork() {}

  /**
   * The populations in the model's order, the input first and the layers under their own names, and
   * the projections into every layer, with the weights of the start of an episode.
   */
  public static Network of(LayeredModel model) {
    List<Population> populations = new ArrayList<>();
    List<Projection> projections = new ArrayList<>();
    populations.add(new Population(INPUT, model.inputs(), new Neuron.SpikeSource()));
    for (PlasticLayer layer : model.layers()) {
      populations.add(new Population(layer.name(), layer.size(), layer.neuron()));
    }
    for (int l = 0; l < model.layers().size(); l++) {
      for (int p = 0; p < model.layers().get(l).projections().size(); p++) {
        projections.add(projection(model, l, p, populations));
      }
    }
    return new Network(populations, projections);
  }

  private static Projection projection(
      LayeredModel model, int l, int index, List<Population> populations) {
    PlasticLayer layer = model.layers().get(l);
    LayerSynapses projection = layer.projections().get(index);
    Population pre = populations.get(PlasticLayer.sender(l, index));
    float[][] weights = new float[pre.size()][layer.size()];
    new ProjectionFrame(model, l, index).weights(weights);
    // What a population sends to itself has no effect before the next step.
    int latency = projection.latency() + (index == PlasticLayer.RECURRENT ? 1 : 0);
    return new Projection(
        projectionName(layer, index),
        pre.name(),
        layer.name(),
        projection.kernel(),
        projection.delivery(),
        new Latency.Uniform(latency),
        DelayPlace.DENDRITE,
        weights);
  }

  /**
   * Name of one of a layer's projections.
   *
   * @param index in {@link PlasticLayer#projections()}
   */
  public static String projectionName(PlasticLayer layer, int index) {
    return (index == PlasticLayer.RECURRENT ? "within " : "into ") + layer.name();
  }
}
