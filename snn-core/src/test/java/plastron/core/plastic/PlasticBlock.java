package plastron.core.plastic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plastron.core.circuit.Connections;
import plastron.core.rows.Arrivals;
import plastron.core.rows.RowBuilder;
import plastron.core.rows.SynapseDraws;

/**
 * Plastic connections between populations of trains that are given, run step by step as a block of
 * a simulation runs them.
 */
final class PlasticBlock {

  private final Arrivals arrivals;
  private final List<PlasticPart> parts;
  private final Connections connections;
  private final int neurons;
  private long step;

  /**
   * @param pre neurons of the sending population
   * @param post neurons of the receiving population
   */
  PlasticBlock(Connections connections, int pre, int post, double dtMs) {
    this.connections = connections;
    neurons = post;
    SynapseDraws drawn = new SynapseDraws(connections, pre, post, dtMs, 1);
    arrivals = new Arrivals(post, 1, drawn.longest());
    parts =
        PlasticParts.of(
            drawn,
            connections.plasticity().orElseThrow(),
            new RowBuilder(drawn, 0, post, 1, arrivals),
            arrivals,
            population -> pre);
  }

  /**
   * Takes a step.
   *
   * @param pre neurons that spike at its end
   * @param post likewise
   * @param others likewise, of a third population
   */
  void step(int[] pre, int[] post, int[] others) {
    step++;
    // What arrived in the step before has been taken.
    int begin = arrivals.begin(step - 1, 0);
    Arrays.fill(arrivals.sums(), begin, begin + neurons, 0);
    parts.forEach(part -> part.synapses().arrive(step));
    arrivals.listeners().forEach(spikes -> spikes.add(step, post, post.length));
    for (PlasticPart part : parts) {
      int[] spikes = part.sender().equals(connections.pre()) ? pre : others;
      part.synapses().deliver(step, spikes, 0, spikes.length);
      part.synapses().endOfStep(step);
    }
  }

  /** What arrives at a neuron so many steps after the last one. */
  double arriving(int neuron, int steps) {
    return arrivals.sums()[arrivals.begin(step + steps, 0) + neuron];
  }

  /** All weights, in the order of rows. */
  double[] weights() {
    List<Double> weights = new ArrayList<>();
    parts.forEach(part -> part.synapses().weights((pre, post, delay, w) -> weights.add(w)));
    return weights.stream().mapToDouble(w -> w).toArray();
  }
}
