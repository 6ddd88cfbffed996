package plastron.core.simulate;

import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitDrive;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.DopamineStdp;
import plastron.core.circuit.PairStdp;
import plastron.core.circuit.Pattern;
import plastron.core.circuit.Plasticity;
import plastron.core.circuit.RulePlasticity;
import plastron.core.circuit.ShortTerm;
import plastron.core.circuit.TripletStdp;
import plastron.core.lanes.Lanes;

/** How much memory a simulation will take, told from a circuit of which nothing is drawn yet. */
public final class SimulationMemory {

  /** Post neurons of synapses that have weight and delay in common. */
  private static final double UNIFORM = 2;

  private static final double VARIED = 4;

  /** Post neuron and number of the weight, and what lays them out by delay. */
  private static final double STRETCHED = 4 + 4;

  /** A weight of double precision. */
  private static final double WEIGHT = 8;

  /** Dopamine in a step, wherever it is needed, and for how many steps at most beside its delay. */
  private static final double DOPAMINE = 16;

  private static final double DOPAMINE_STEPS = 1 << 14;

  /** What waits for dopamine. */
  private static final double ELIGIBILITY = 8;

  /** What the synapses of a pre neuron with the same delay have in common. */
  private static final double STRETCH = 32;

  /** What arrives at a neuron in a step. */
  private static final double SUMS = 16;

  /** A bit for every pair of neurons. */
  private static final double PAIR = 1. / 8;

  /** Post neuron of a synapse that has no bit of its own, and where it waits to be laid out. */
  private static final double REPEATED = 2 + 8;

  /** State and parameters of a neuron, and the last spikes that plastic synapses ask for. */
  private static final double NEURON = 200;

  /** Keys of a drive of a neuron, what is held of a current, and the sum of all currents. */
  private static final double DRIVE = 32;

  private SimulationMemory() {}

  /**
   * About how many bytes the synapses, neurons and what arrives at them take.
   *
   * @param dtMs step, ms
   * @param threads at least 1
   */
  public static double bytes(Circuit circuit, double dtMs, int threads) {
    double bytes = 0;
    for (CircuitPopulation population : circuit.populations()) {
      bytes += NEURON * population.size();
    }
    for (CircuitDrive drive : circuit.drives()) {
      bytes += DRIVE * (drive.to() - drive.from());
    }
    for (Connections connections : circuit.connections()) {
      bytes += bytes(connections, circuit, dtMs, threads);
    }
    return bytes;
  }

  /** How many synapses are to be expected. */
  public static double synapses(Circuit circuit) {
    return circuit.connections().stream().mapToDouble(c -> synapses(c, circuit)).sum();
  }

  private static double synapses(Connections c, Circuit circuit) {
    return c.pattern().expected(circuit.size(c.pre()), circuit.size(c.post()));
  }

  private static double bytes(Connections c, Circuit circuit, double dtMs, int threads) {
    double pre = circuit.size(c.pre());
    double post = circuit.size(c.post());
    double synapses = synapses(c, circuit);
    // Where each row begins, once for good and once while rows are filled, for every thread.
    double rows = 8 * pre * threads;
    // What arrives is kept by step, as many as the next power of two, in whole vectors of neurons.
    double slots = (2 * c.delaysMs().greatest() / dtMs + 2) * (post + Lanes.PAD * threads);
    if (c.plasticity().isPresent()) {
      double delays = (c.delaysMs().greatest() - c.delaysMs().least()) / dtMs + 1;
      double stretches = Math.min(synapses, pre * threads * delays);
      double common = 0;
      if (c.plasticity().get() instanceof DopamineStdp dopamine) {
        double kept = 2 * (DOPAMINE_STEPS + 2 * dopamine.delayMs() / dtMs + 1);
        common = DOPAMINE * kept * threads;
      }
      if (c.plasticity().get() instanceof RulePlasticity rule) {
        common = rule.bytes(synapses, stretches, post, circuit::size);
      }
      double perSynapse = STRETCHED + state(c.plasticity().get());
      return rows + common + perSynapse * synapses + STRETCH * stretches + SUMS * slots;
    }
    if (c.weights() instanceof Distribution.Constant
        && c.delaysMs() instanceof Distribution.Constant) {
      double bits = PAIR * pre * post + REPEATED * repeated(c.pattern(), synapses, pre * post);
      return rows + Math.min(UNIFORM * synapses, bits) + slots;
    }
    return rows + VARIED * synapses + SUMS * slots;
  }

  /** What a synapse has of its own beside its post neuron. */
  private static double state(Plasticity plasticity) {
    return switch (plasticity) {
      case ShortTerm shortTerm -> 0;
      case PairStdp stdp -> WEIGHT;
      case TripletStdp stdp -> WEIGHT;
      case DopamineStdp stdp -> WEIGHT + ELIGIBILITY;
      // Rows as they are drawn, beside those that the rule has.
      case RulePlasticity rule -> WEIGHT;
    };
  }

  /** Synapses between pairs of neurons that have one already. */
  private static double repeated(Pattern pattern, double synapses, double pairs) {
    return pattern instanceof Pattern.InDegree || pattern instanceof Pattern.Total
        ? synapses + pairs * Math.expm1(-synapses / pairs)
        : 0;
  }
}
