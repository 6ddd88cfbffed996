package plastron.core.cell;

import java.util.function.IntToDoubleFunction;

/**
 * The part of a neuron's state that all integrate-and-fire neurons share: the potential above the
 * leak, and how many steps it is still held at the reset.
 */
final class Held {

  final int neurons;
  final double[] v;
  final double[] wait;

  /** Where neurons would be that are free; used within a step in vectors. */
  final double[] moved;

  private final int from;
  final CellParameter threshold;
  final CellParameter reset;
  final CellParameter refractory;
  private final CellParameter leak;

  Held(CellMembrane m, int from, int to, double dtMs) {
    neurons = to - from;
    this.from = from;
    v = new double[Lanes.padded(neurons)];
    wait = new double[v.length];
    moved = new double[v.length];
    for (int i = 0; i < neurons; i++) {
      v[i] = m.startMv().at(from + i) - m.leakMv().at(from + i);
    }
    // Those behind the last neuron, there for the sake of whole vectors, never spike.
    threshold =
        CellParameter.of(
            v.length,
            i ->
                i < neurons
                    ? m.thresholdMv().at(from + i) - m.leakMv().at(from + i)
                    : Double.POSITIVE_INFINITY);
    reset = parameter(i -> m.resetMv().at(i) - m.leakMv().at(i));
    refractory = parameter(i -> m.refractorySteps(i, dtMs));
    leak = parameter(m.leakMv()::at);
  }

  /** A parameter of these neurons, given by their numbers in the population. */
  CellParameter parameter(IntToDoubleFunction of) {
    return CellParameter.of(neurons, i -> of.applyAsDouble(from + i));
  }

  /** Whether the potential of a neuron moves in this step; if not, one step of waiting is over. */
  boolean isFree(int i) {
    if (wait[i] == 0) {
      return true;
    }
    wait[i] -= 1;
    return false;
  }

  /** Lets a neuron spike if it is above the threshold; returns the length of the list. */
  int fire(int i, int[] spiking, int spikes) {
    if (v[i] >= threshold.at(i)) {
      v[i] = reset.at(i);
      wait[i] = refractory.at(i);
      spiking[spikes++] = i;
    }
    return spikes;
  }

  double potentialMv(int neuron) {
    return v[neuron] + leak.at(neuron);
  }

  long bytes() {
    return 24L * v.length + threshold.bytes() + reset.bytes() + refractory.bytes() + leak.bytes();
  }
}
