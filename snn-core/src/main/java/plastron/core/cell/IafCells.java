package plastron.core.cell;

import java.util.function.IntToDoubleFunction;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import plastron.core.lanes.CellParameter;
import plastron.core.lanes.CellRow;
import plastron.core.lanes.Lanes;
import plastron.core.lanes.VectorLanes;
import plastron.core.state.StateVisitor;

/**
 * What all integrate-and-fire neurons share: the potential above the leak, how long it is held at
 * the reset, and what currents add to it.
 */
abstract class IafCells implements Cells {

  final CellRow v;

  /** The first step in which a neuron is free again. */
  final CellRow until;

  final CellParameter threshold;
  final CellParameter reset;
  final CellParameter refractory;
  final Drift drift;

  /** In a step that marks who is above the threshold: a bit for each, a number for a vector. */
  final long[] above;

  private final int neurons;
  private final int from;
  private final CellParameter leakMv;

  /**
   * @param mvPerPa what a constant current of 1 pA adds to the potential of a neuron in a step
   */
  IafCells(CellMembrane m, int from, int to, double dtMs, IntToDoubleFunction mvPerPa) {
    neurons = to - from;
    this.from = from;
    v = new CellRow(Lanes.padded(neurons));
    above = new long[v.length()];
    until = new CellRow(v.length());
    for (int i = 0; i < neurons; i++) {
      v.set(i, m.startMv().at(from + i) - m.leakMv().at(from + i));
    }
    threshold = parameter(i -> m.thresholdMv().at(i) - m.leakMv().at(i));
    reset = parameter(i -> m.resetMv().at(i) - m.leakMv().at(i));
    refractory = parameter(i -> m.refractorySteps(i, dtMs));
    drift = new Drift(parameter(mvPerPa), parameter(m.currentPa()::at), v.length());
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

  /** Whether the potential of a neuron moves in a step. */
  final boolean isFree(int i, long step) {
    return until.get(i) <= step;
  }

  /** Lets a neuron spike if it is above the threshold; returns the length of the list. */
  final int fire(int i, long step, int[] spiking, int spikes) {
    if (v.get(i) >= threshold.at(i)) {
      v.set(i, reset.at(i));
      until.set(i, step + 1 + refractory.at(i));
      spiking[spikes++] = i;
    }
    return spikes;
  }

  @Override
  public final double potentialMv(int neuron) {
    return v.get(neuron) + leakMv.at(neuron);
  }

  @Override
  public void state(StateVisitor visitor) {
    v.state(visitor);
    until.state(visitor);
  }

  @Override
  public long bytes() {
    return v.bytes()
        + until.bytes()
        + 8L * above.length
        + threshold.bytes()
        + reset.bytes()
        + refractory.bytes()
        + drift.bytes()
        + leakMv.bytes();
  }

  /** Who may move and who spikes, in vectors. */
  static final class Firing {
    private Firing() {}

    /** Which of the neurons from i on are free in a step. */
    static VectorMask<Double> free(IafCells cells, int i, long step) {
      return VectorLanes.load(cells.until, i).compare(VectorOperators.LE, step);
    }

    /**
     * Lets those spike that are above the threshold.
     *
     * @return how many spike
     */
    static int inVectors(IafCells cells, long step, int from, int to, int[] spiking) {
      int spikes = 0;
      if (cells.threshold.isUniform()) {
        DoubleVector all = VectorLanes.all(cells.threshold);
        for (int i = from; i < to; i += VectorLanes.LENGTH) {
          long above = VectorLanes.load(cells.v, i).compare(VectorOperators.GE, all).toLong();
          if (above != 0) {
            spikes = fire(cells, step, i, above, to, spiking, spikes);
          }
        }
      } else {
        for (int i = from; i < to; i += VectorLanes.LENGTH) {
          DoubleVector threshold = VectorLanes.load(cells.threshold, i);
          long above = VectorLanes.load(cells.v, i).compare(VectorOperators.GE, threshold).toLong();
          if (above != 0) {
            spikes = fire(cells, step, i, above, to, spiking, spikes);
          }
        }
      }
      return spikes;
    }

    /** Lets those spike that the step has marked. */
    static int marked(IafCells cells, long step, int from, int to, int[] spiking) {
      int spikes = 0;
      long[] above = cells.above;
      int last = Math.ceilDiv(to, VectorLanes.LENGTH);
      for (int k = from / VectorLanes.LENGTH; k < last; k++) {
        if (above[k] != 0) {
          spikes = fire(cells, step, k * VectorLanes.LENGTH, above[k], to, spiking, spikes);
        }
      }
      return spikes;
    }

    /** Behind the last neuron are others for the sake of whole vectors; they keep silent. */
    private static int fire(
        IafCells cells, long step, int i, long above, int to, int[] spiking, int spikes) {
      int length = spikes;
      for (long rest = above; rest != 0; rest &= rest - 1) {
        int neuron = i + Long.numberOfTrailingZeros(rest);
        if (neuron < to) {
          length = cells.fire(neuron, step, spiking, length);
        }
      }
      return length;
    }
  }
}
