package plastron.core.cell;

import java.util.function.IntToDoubleFunction;
import plastron.core.state.StateVisitor;

/**
 * What all integrate-and-fire neurons share: the potential above the leak, how many steps it is
 * still held at the reset, and that a step is a plain loop, which says what it is, or the same in
 * vectors.
 */
abstract class IafCells implements Cells {

  final double[] v;
  final double[] wait;

  /** Where neurons would be that are free; used within a step in vectors. */
  final double[] moved;

  final CellParameter threshold;
  final CellParameter reset;
  final CellParameter refractory;
  private final int neurons;
  private final int from;
  private final CellParameter leakMv;

  IafCells(CellMembrane m, int from, int to, double dtMs) {
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
    leakMv = parameter(m.leakMv()::at);
  }

  /** A parameter of these neurons, given by their numbers in the population. */
  final CellParameter parameter(IntToDoubleFunction of) {
    return CellParameter.of(neurons, i -> of.applyAsDouble(from + i));
  }

  @Override
  public final int step(long step, double[] arriving, int at, int from, int to, int[] spiking) {
    return Lanes.VECTORS
        ? vectorStep(arriving, at, from, to, spiking)
        : plainStep(arriving, at, from, to, spiking);
  }

  /** {@link #step}, neuron by neuron. */
  abstract int plainStep(double[] arriving, int at, int from, int to, int[] spiking);

  /** The same with the same bits, in vectors. Not to be called where there is no vector API. */
  abstract int vectorStep(double[] arriving, int at, int from, int to, int[] spiking);

  /** Whether the potential of a neuron moves in this step; if not, one step of waiting is over. */
  final boolean isFree(int i) {
    if (wait[i] == 0) {
      return true;
    }
    wait[i] -= 1;
    return false;
  }

  /** Lets a neuron spike if it is above the threshold; returns the length of the list. */
  final int fire(int i, int[] spiking, int spikes) {
    if (v[i] >= threshold.at(i)) {
      v[i] = reset.at(i);
      wait[i] = refractory.at(i);
      spiking[spikes++] = i;
    }
    return spikes;
  }

  @Override
  public final double potentialMv(int neuron) {
    return v[neuron] + leakMv.at(neuron);
  }

  @Override
  public void state(StateVisitor visitor) {
    visitor.doubles(v);
    visitor.doubles(wait);
  }

  @Override
  public long bytes() {
    return 24L * v.length + threshold.bytes() + reset.bytes() + refractory.bytes() + leakMv.bytes();
  }
}
