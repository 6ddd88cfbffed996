package plastron.export.nir.write;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import plastron.core.network.Components;
import plastron.core.network.DelayPlace;
import plastron.core.network.Kernel;
import plastron.export.hdf5.Hdf5Array;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;

/**
 * The nodes of a projection: weights, a delay before or behind them, and what the kernel takes. An
 * exponential kernel is the receiver's own or an {@code LI} on the way to it, an alpha kernel two
 * of these after a step, a finite one a {@code Delay} and a {@code Scale} for each of its values.
 */
final class ProjectionNodes {

  private final NirNodes.Writing out;
  private final PlasticGraph graph;
  private final Components components;
  private final double dt;

  ProjectionNodes(NirNodes.Writing out, PlasticGraph graph, double dt) {
    this.out = out;
    this.graph = graph;
    this.dt = dt;
    components = graph.components();
  }

  /**
   * Adds them.
   *
   * @param weights {@code [post][pre]}
   */
  void write(PlasticProjection projection, double[][] weights) {
    String name = out.names().projection(projection.name());
    String to = out.names().population(projection.to());
    int pre = graph.pre(projection);
    int post = weights.length;
    int steps = graph.delay(projection, components);
    boolean inside =
        components.together(graph.index(projection.from()), graph.index(projection.to()));
    // A step is implied where populations reach each other.
    int implied = inside && steps == 1 ? 1 : 0;
    int delay = steps + (projection.kernel() instanceof Kernel.Alpha ? 1 : -implied);
    boolean spread = projection.kernel() instanceof Kernel.Finite;
    out.put(
        name,
        "Linear",
        Map.of(
            "weight",
            new Hdf5Array.Reals(
                List.of(post, pre),
                Arrays.stream(weights).flatMapToDouble(Arrays::stream).toArray(),
                false)));
    boolean axon = projection.place() == DelayPlace.AXON && !spread;
    String from = out.names().population(projection.from());
    out.edge(axon ? delayed(name, from, delay, pre) : from, name);
    String last = axon || spread ? name : delayed(name, name, delay, post);
    switch (projection.kernel()) {
      case Kernel.Delta delta -> out.edge(last, to);
      case Kernel.Exponential e when NeuronNode.synapse(projection.to(), graph).isPresent() ->
          out.edge(last, to);
      case Kernel.Exponential e -> out.edge(filtered(name, last, post, e.decay(), 1), to);
      case Kernel.Alpha a -> {
        String first = filtered(name, last, post, a.decay(), 1);
        double peak = Math.E / a.tauSteps() * a.decay();
        out.edge(filtered(name, first, post, a.decay(), peak), to);
      }
      case Kernel.Finite f -> taps(name, f, steps, implied, post, to);
    }
  }

  private void taps(
      String name, Kernel.Finite kernel, int steps, int implied, int post, String to) {
    for (int k = 0; k < kernel.stateCount(); k++) {
      int delay = k == 0 ? steps - implied : steps + k;
      String late = delayed(name, name, delay, post);
      String scaled =
          out.add(name + "_tap", "Scale", Map.of("scale", NeuronNode.constant(post, kernel.at(k))));
      out.edge(late, scaled);
      out.edge(scaled, to);
    }
  }

  private String delayed(String name, String from, int steps, int size) {
    if (steps == 0) {
      return from;
    }
    String delay =
        out.add(name + "_delay", "Delay", Map.of("delay", NeuronNode.constant(size, steps * dt)));
    out.edge(from, delay);
    return delay;
  }

  private String filtered(String name, String from, int size, double decay, double gain) {
    double tau = dt / (1 - decay);
    String filter =
        out.add(
            name + "_filter",
            "LI",
            Map.of(
                "tau", NeuronNode.constant(size, tau),
                "r", NeuronNode.constant(size, gain * tau / dt),
                "v_leak", NeuronNode.constant(size, 0)));
    out.edge(from, filter);
    return filter;
  }
}
