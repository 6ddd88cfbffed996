package plastron.plasticity.run;

import java.util.List;
import java.util.function.Function;
import plastron.core.network.Components;
import plastron.core.network.Latency;
import plastron.core.network.Network;
import plastron.core.network.Projection;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;

/** The network of a plastic model, without its rules. */
public final class PlasticNetwork {

  private PlasticNetwork() {}

  /**
   * The model's populations and projections under their own names and in its order, with their
   * effective delays and the weights of the start of an episode.
   */
  public static Network of(PlasticModel model) {
    return of(model.graph(), projection -> new SiteFrame(model.graph(), projection));
  }

  /**
   * @param frames give the rule of a projection, in the state of the start of an episode
   */
  static Network of(PlasticGraph graph, Function<PlasticProjection, SiteFrame> frames) {
    Components components = graph.components();
    List<Projection> projections =
        graph.projections().stream()
            .map(p -> projection(graph, components, p, frames.apply(p)))
            .toList();
    return new Network(graph.populations(), projections);
  }

  private static Projection projection(
      PlasticGraph graph, Components components, PlasticProjection projection, SiteFrame frame) {
    float[][] weights = frame.zeros();
    frame.weights(weights);
    for (float[] row : weights) {
      for (float weight : row) {
        if (!Float.isFinite(weight)) {
          throw new ArithmeticException(
              "Weights of projection %s leave the range of single precision (%s)."
                  .formatted(projection.name(), weight));
        }
      }
    }
    return new Projection(
        projection.name(),
        projection.from(),
        projection.to(),
        projection.kernel(),
        projection.delivery(),
        new Latency.Uniform(graph.delay(projection, components)),
        projection.place(),
        frame.sparse(),
        weights);
  }
}
