package plastron.export.calibration;

import java.util.Arrays;
import java.util.List;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.PlasticGraph;

/**
 * Follows currents and potentials of one population through recorded spikes. Owned by one thread.
 */
final class MembraneReplay {

  private final String population;
  private final int index;
  private final Neuron.Lif neuron;
  private final double currentDecay;
  private final List<RuleReplay> into;
  private final int[] delays;
  private final double[] current;
  private final double[] potential;
  private final double[] reached;
  private final int[] held;
  private final int[][] arrived;
  private final RangeCollector currents = new RangeCollector();
  private final RangeCollector potentials = new RangeCollector();

  /**
   * At rest.
   *
   * @param into all projections to the population, of the same kernel, at least one
   */
  MembraneReplay(PlasticGraph graph, Population population, List<RuleReplay> into) {
    this.population = population.name();
    this.into = into;
    index = graph.index(population.name());
    if (!(population.neuron() instanceof Neuron.Lif lif)) {
      throw new IllegalArgumentException(
          "Neurons of population %s (%s) cannot be calibrated, expected LIF."
              .formatted(population.name(), population.neuron()));
    }
    neuron = lif;
    Kernel kernel = into.getFirst().projection().kernel();
    currentDecay =
        switch (kernel) {
          case Kernel.Exponential exponential -> exponential.decay();
          case Kernel.Delta delta -> 0;
          default ->
              throw new IllegalArgumentException(
                  "Kernel of population %s (%s) cannot be calibrated, expected an exponential or a delta."
                      .formatted(population.name(), kernel));
        };
    delays =
        into.stream()
            .mapToInt(rule -> graph.delay(rule.projection(), graph.components()))
            .toArray();
    arrived = into.stream().map(rule -> new int[rule.weights().length]).toArray(int[][]::new);
    current = new double[population.size()];
    potential = new double[population.size()];
    reached = new double[population.size()];
    held = new int[population.size()];
  }

  /** Name of the population. */
  String population() {
    return population;
  }

  void reset() {
    Arrays.fill(current, 0);
    Arrays.fill(potential, 0);
    Arrays.fill(held, 0);
  }

  /** One step with the present effective weights. */
  void step(int t, List<SpikeRaster> spikes) {
    for (int i = 0; i < current.length; i++) {
      current[i] *= currentDecay;
    }
    for (int p = 0; p < delays.length; p++) {
      RuleReplay rule = into.get(p);
      int arrivals = t < delays[p] ? 0 : spikes.get(rule.from()).spikes(t - delays[p], arrived[p]);
      for (int a = 0; a < arrivals; a++) {
        double[] row = rule.weights()[arrived[p][a]];
        for (int i = 0; i < current.length; i++) {
          current[i] += row[i];
        }
      }
    }
    currents.addAll(current);
    potentials.addAll(reached, membranes(t, spikes.get(index)));
  }

  /** Notes the potentials of neurons that are not held, before spikes reset them; how many. */
  private int membranes(int t, SpikeRaster own) {
    double decay = neuron.decay().uniform();
    double bias = neuron.bias().uniform();
    double theta = neuron.theta().uniform();
    boolean hard = neuron.reset() == Neuron.Reset.HARD;
    int count = 0;
    long word = 0;
    for (int i = 0; i < potential.length; i++) {
      word = i % Long.SIZE == 0 ? own.mask(t, i) : word >>> 1;
      if (held[i] > 0) {
        held[i]--;
        potential[i] = 0;
        continue;
      }
      potential[i] = decay * potential[i] + current[i] + bias;
      reached[count++] = potential[i];
      if ((word & 1) != 0) {
        potential[i] = hard ? 0 : potential[i] - theta;
        held[i] = neuron.refractorySteps();
      }
    }
    return count;
  }

  /** What comes now is of another example. */
  void end() {
    currents.endExample();
    potentials.endExample();
  }

  /** The filtered input of a neuron, of all projections together. */
  ValueRange current() {
    return currents.range();
  }

  /** The potential before a spike resets it. */
  ValueRange potential() {
    return potentials.range();
  }
}
