package plastron.core.rows;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.DopamineStdp;
import plastron.core.circuit.Pattern;
import plastron.core.circuit.RulePlasticity;
import plastron.core.random.Seeds;

/**
 * The synapses of connections, drawn post neuron by post neuron, as often as asked for: the same
 * seed gives the same synapses, whoever asks for which neurons in what order.
 */
public final class SynapseDraws {

  /** Is told of a synapse. */
  public interface Visitor {
    void synapse(int pre, int post, double weight, double delayMs);
  }

  private final Connections connections;
  private final int pre;
  private final int post;
  private final double dtMs;
  private final long seed;
  private final int[] of;
  private final int[] begin;

  /**
   * @param pre neurons of the sending population
   * @param post neurons of the receiving population
   * @param dtMs step, ms
   * @param seed of these connections
   */
  public SynapseDraws(Connections connections, int pre, int post, double dtMs, long seed) {
    this.connections = connections;
    this.pre = pre;
    this.post = post;
    this.dtMs = dtMs;
    this.seed = seed;
    begin = new int[post + 1];
    of = byPost();
  }

  /** The connections. */
  public Connections connections() {
    return connections;
  }

  /** The seed of these connections. */
  public long seed() {
    return seed;
  }

  /** Neurons of the sending population. */
  int pre() {
    return pre;
  }

  /** Neurons of the receiving population. */
  int post() {
    return post;
  }

  /** Step, ms. */
  public double dtMs() {
    return dtMs;
  }

  /** Whether all have the same weight and delay, for ever. */
  boolean isUniform() {
    return connections.plasticity().isEmpty()
        && shortest() == longest()
        && connections.weights().least() == connections.weights().greatest();
  }

  /** The longest delay there may be, steps. */
  public int longest() {
    return steps(connections.delaysMs().greatest());
  }

  /**
   * The shortest delay there may be, steps.
   *
   * @throws IllegalArgumentException if it is below one
   */
  public int shortest() {
    int steps = steps(connections.delaysMs().least());
    if (steps < 1) {
      throw new IllegalArgumentException(
          "Delay of connections %s (%s ms) must be at least a step of %s ms."
              .formatted(connections.name(), connections.delaysMs().least(), dtMs));
    }
    return steps;
  }

  /**
   * The shortest time from any spike to what it changes here, steps.
   *
   * @throws IllegalArgumentException if it is below one
   */
  public int soonest() {
    if (connections.plasticity().orElse(null) instanceof DopamineStdp dopamine) {
      if (steps(dopamine.delayMs()) < 1) {
        throw new IllegalArgumentException(
            "Delay of dopamine of connections %s (%s ms) must be at least a step of %s ms."
                .formatted(connections.name(), dopamine.delayMs(), dtMs));
      }
      return Math.min(shortest(), steps(dopamine.delayMs()));
    }
    return shortest();
  }

  /**
   * Steps between the ends of two windows of a rule, of which the first ends so long after the
   * start; {@link Integer#MAX_VALUE} if nothing happens at any time.
   *
   * @throws IllegalArgumentException if it is below one
   */
  public int window() {
    if (!(connections.plasticity().orElse(null) instanceof RulePlasticity rule)
        || rule.windowMs().isEmpty()) {
      return Integer.MAX_VALUE;
    }
    int steps = steps(rule.windowMs().getAsDouble());
    if (steps < 1) {
      throw new IllegalArgumentException(
          "Window of connections %s (%s ms) must be at least a step of %s ms."
              .formatted(connections.name(), rule.windowMs().getAsDouble(), dtMs));
    }
    return steps;
  }

  /** A delay in whole steps. */
  public int steps(double delayMs) {
    return Math.toIntExact(Math.round(delayMs / dtMs));
  }

  /** Where there is a list or a total: the synapses of each post neuron, or how many. */
  private int[] byPost() {
    switch (connections.pattern()) {
      case Pattern.Listed listed -> {
        for (int k = 0; k < listed.size(); k++) {
          begin[listed.post(k) + 1]++;
        }
        sum();
        int[] next = begin.clone();
        int[] sorted = new int[listed.size()];
        for (int k = 0; k < listed.size(); k++) {
          sorted[next[listed.post(k)]++] = k;
        }
        return sorted;
      }
      case Pattern.Total total -> {
        SplittableRandom random = new SplittableRandom(seed);
        for (long k = 0; k < total.count(); k++) {
          begin[1 + random.nextInt(post)]++;
        }
        sum();
      }
      default -> {}
    }
    return new int[0];
  }

  private void sum() {
    for (int i = 0; i < post; i++) {
      begin[i + 1] = Math.addExact(begin[i + 1], begin[i]);
    }
  }

  /** A weight as every engine keeps it, given as it is drawn. */
  public DoubleUnaryOperator keptWeights() {
    List<Levels> all = Levels.of(connections);
    return weight -> {
      for (Levels levels : all) {
        if (levels.has(weight)) {
          return levels.values()[levels.code(weight)];
        }
      }
      throw new IllegalStateException("Weight (" + weight + ") is in no level.");
    };
  }

  /** Tells of all synapses of post neurons. */
  public void each(int from, int to, Visitor visitor) {
    Distribution weights = connections.weights();
    Distribution delays = connections.delaysMs();
    for (int i = from; i < to; i++) {
      SplittableRandom random = new SplittableRandom(Seeds.then(seed, i));
      switch (connections.pattern()) {
        case Pattern.AllToAll all -> {
          for (int j = 0; j < pre; j++) {
            visitor.synapse(j, i, weights.draw(random, 0), delays.draw(random, 0));
          }
        }
        case Pattern.OneToOne one ->
            visitor.synapse(i, i, weights.draw(random, 0), delays.draw(random, 0));
        case Pattern.Probability probability -> {
          if (probability.p() == 0) {
            break;
          }
          // Gaps between synapses are geometric.
          double perPair = Math.log1p(-probability.p());
          for (double j = gap(random, perPair); j < pre; j += 1 + gap(random, perPair)) {
            visitor.synapse((int) j, i, weights.draw(random, 0), delays.draw(random, 0));
          }
        }
        case Pattern.InDegree degree -> {
          for (int k = 0; k < degree.count(); k++) {
            visitor.synapse(
                random.nextInt(pre), i, weights.draw(random, 0), delays.draw(random, 0));
          }
        }
        case Pattern.Total total -> {
          for (int k = begin[i]; k < begin[i + 1]; k++) {
            visitor.synapse(
                random.nextInt(pre), i, weights.draw(random, 0), delays.draw(random, 0));
          }
        }
        case Pattern.Listed listed -> {
          for (int k = begin[i]; k < begin[i + 1]; k++) {
            visitor.synapse(
                listed.pre(of[k]), i, weights.draw(random, of[k]), delays.draw(random, of[k]));
          }
        }
      }
    }
  }

  private static double gap(SplittableRandom random, double perPair) {
    // 1 - U lies in (0, 1]; for p = 1 every gap is 0.
    return Math.floor(Math.log(1 - random.nextDouble()) / perPair);
  }
}
