package plastron.tasks.circuit.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.Pattern;
import plastron.core.network.Kernel;
import plastron.core.network.SynapseRows;
import plastron.export.nir.write.StartWeights;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RuleSite;

/** The synapses of a projection whose weights stay as they are, those of weight 0 left out. */
final class FixedWeights {

  private final PlasticProjection projection;
  private final int[] pre;
  private final int[] post;
  private final double[] weights;

  FixedWeights(PlasticGraph graph, PlasticProjection projection) {
    this.projection = projection;
    double[][] given =
        projection.parameter(
            StartWeights.parameter(projection)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "Projection %s has weights that rule %s works out, expected given ones."
                                .formatted(projection.name(), projection.rule().name()))));
    Optional<SynapseRows> sparse = graph.sparse(projection);
    int size = Arrays.stream(given).mapToInt(row -> row.length).reduce(0, Math::addExact);
    int[] allPre = new int[size];
    int[] allPost = new int[size];
    double[] all = new double[size];
    int count = 0;
    for (int j = 0; j < given.length; j++) {
      for (int k = 0; k < given[j].length; k++) {
        if (given[j][k] != 0) {
          allPre[count] = j;
          allPost[count] =
              sparse.isPresent() ? sparse.get().targets()[sparse.get().begin(j) + k] : k;
          all[count++] = given[j][k];
        }
      }
    }
    pre = Arrays.copyOf(allPre, count);
    post = Arrays.copyOf(allPost, count);
    weights = Arrays.copyOf(all, count);
  }

  /** Refuses graphs in which something changes beside potentials and currents. */
  static void require(PlasticGraph graph) {
    if (!graph.drives().isEmpty()) {
      throw new IllegalArgumentException(
          "Drive %s changes neurons by rule %s, which circuits do not have."
              .formatted(
                  graph.drives().getFirst().name(), graph.drives().getFirst().rule().name()));
    }
    if (!graph.modules().isEmpty()) {
      throw new IllegalArgumentException(
          "Module %s is a rate block, which circuits do not have."
              .formatted(graph.modules().getFirst().name()));
    }
    for (RuleSite site : graph.sites()) {
      if (site.rule().isPlastic()) {
        throw new IllegalArgumentException(
            "Projection %s learns by rule %s, which circuits do not have."
                .formatted(site.name(), site.rule().name()));
      }
    }
  }

  /** Post neurons that a synapse reaches, some of them several times. */
  IntStream reached() {
    return Arrays.stream(post);
  }

  /**
   * The same synapses in a circuit, once for each value of a finite kernel.
   *
   * @param delay steps from a spike to its first effect, at least 1
   */
  List<Connections> connections(int delay, double dtMs) {
    double[] factors = factors(projection.kernel());
    List<Connections> all = new ArrayList<>();
    for (int k = 0; k < factors.length && weights.length > 0; k++) {
      double factor = factors[k];
      all.add(
          new Connections(
              k == 0 ? projection.name() : "%s, %d steps later".formatted(projection.name(), k),
              projection.from(),
              projection.to(),
              new Pattern.Listed(pre, post),
              new Distribution.Each(Arrays.stream(weights).map(w -> w * factor).toArray()),
              Distribution.of((delay + k) * dtMs)));
    }
    return all;
  }

  /** What weights are multiplied by for each further step. */
  private static double[] factors(Kernel kernel) {
    return switch (kernel) {
      case Kernel.Delta delta -> new double[] {1};
      case Kernel.Exponential exponential -> new double[] {1};
      // (k / tau) exp(1 - k / tau) is e / tau times k a^k.
      case Kernel.Alpha alpha -> new double[] {Math.E / alpha.tauSteps()};
      case Kernel.Finite finite ->
          IntStream.range(0, finite.stateCount()).mapToDouble(finite::at).toArray();
    };
  }
}
