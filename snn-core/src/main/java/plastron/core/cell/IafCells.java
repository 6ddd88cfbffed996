package plastron.core.cell;

import java.util.function.IntToDoubleFunction;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import plastron.core.lanes.CellParameter;
import plastron.core.lanes.Lanes;
import plastron.core.lanes.VectorLanes;
import plastron.core.state.StateVisitor;

/**
 * What all integrate-and-fire neurons share: the potential above the leak, how many steps it is
 * still held at the reset, and what currents add to it.
 */
abstract class IafCells implements Cells {

  final double[] v;
  final double[] wait;

  /** Where neurons would be that are free; used within a step in vectors. */
  final double[] moved;

  final CellParameter threshold;
  final CellParameter reset;
  final CellParameter refractory;
  final Drift drift;
  private final int neurons;
  private final int from;
  private final CellParameter leakMv;

  /**
   * @param mvPerPa what a constant current of 1 pA adds to the potential of a neuron in a step
   */
  IafCells(CellMembrane m, int from, int to, double dtMs, IntToDoubleFunction mvPerPa) {
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
    drift = new Drift(parameter(mvPerPa), parameter(m.currentPa()::at), v.length);
    leakMv = parameter(m.leakMv()::at);
  }

  /** A parameter of these neurons, given by their numbers in the population. */
  final CellParameter parameter(IntToDoubleFunction of) {
    return CellParameter.of(neurons, i -> of.applyAsDouble(from + i));
  }

  @Override
  public final void inject(double[] currentPa, int from, int to) {
    drift.inject(currentPa, from, to);
  }

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
    return 24L * v.length
        + threshold.bytes()
        + reset.bytes()
        + refractory.bytes()
        + drift.bytes()
        + leakMv.bytes();
  }

  /** What ends a step in vectors. */
  static final class Firing {
    private Firing() {}

    /**
     * Gives neurons that do not wait the potentials that they have moved to, lets the others wait,
     * and those spike that are above the threshold.
     *
     * @return how many spike
     */
    static int inVectors(IafCells cells, int from, int to, int[] spiking) {
      for (int i = from; i < to; i += VectorLanes.LENGTH) {
        DoubleVector wait = VectorLanes.load(cells.wait, i);
        VectorLanes.load(cells.v, i)
            .blend(VectorLanes.load(cells.moved, i), wait.eq(0))
            .intoArray(cells.v, i);
        wait.sub(1).max(0).intoArray(cells.wait, i);
      }
      int spikes = 0;
      for (int i = from; i < to; i += VectorLanes.LENGTH) {
        long above =
            VectorLanes.load(cells.v, i)
                .compare(VectorOperators.GE, VectorLanes.load(cells.threshold, i))
                .toLong();
        for (; above != 0; above &= above - 1) {
          spikes = cells.fire(i + Long.numberOfTrailingZeros(above), spiking, spikes);
        }
      }
      return spikes;
    }
  }
}
