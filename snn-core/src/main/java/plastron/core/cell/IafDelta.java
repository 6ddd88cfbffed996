package plastron.core.cell;

import jdk.incubator.vector.DoubleVector;
import plastron.core.check.Require;
import plastron.core.lanes.Arriving;
import plastron.core.lanes.CellParameter;
import plastron.core.lanes.VectorLanes;

/**
 * Leaky integrate-and-fire neuron whose potential jumps by the weight, mV, of every spike that
 * arrives; while it is refractory, what arrives is lost. Exact on the grid (Rotter and Diesmann
 * 1999), in the order of NEST's iaf_psc_delta: the membrane decays, then takes what arrives, then
 * is compared with the threshold.
 */
public record IafDelta(CellMembrane membrane) implements NeuronModel {

  public IafDelta {
    Require.given("membrane", membrane);
  }

  @Override
  public String label() {
    return "iaf_psc_delta";
  }

  @Override
  public boolean fits(int neurons) {
    return membrane.fits(neurons);
  }

  @Override
  public int channels() {
    return 1;
  }

  @Override
  public Cells cells(int from, int to, double dtMs) {
    return new State(membrane, from, to, dtMs);
  }

  /** Neurons and their plain loop. */
  static final class State extends IafCells implements VectorCells {
    final CellParameter decay;

    State(CellMembrane m, int from, int to, double dtMs) {
      super(m, from, to, dtMs, i -> m.fromConstant(i, dtMs));
      decay = parameter(i -> m.decay(i, dtMs));
    }

    @Override
    public int plainStep(long step, Arriving[] arriving, int from, int to, int[] spiking) {
      int spikes = 0;
      for (int i = from; i < to; i++) {
        if (isFree(i, step)) {
          v.set(i, v.get(i) * decay.at(i) + drift.at(i) + arriving[0].of(i));
        }
        spikes = fire(i, step, spiking, spikes);
      }
      return spikes;
    }

    @Override
    public int vectorStep(long step, Arriving[] arriving, int from, int to, int[] spiking) {
      return Vectors.step(this, step, arriving, from, to, spiking);
    }

    @Override
    public long bytes() {
      return super.bytes() + decay.bytes();
    }
  }

  /** The same in vectors. */
  private static final class Vectors {
    private Vectors() {}

    static int step(State state, long step, Arriving[] arriving, int from, int to, int[] spiking) {
      CellParameter drifts = state.drift.now();
      if (state.decay.isUniform() && drifts.isUniform() && !arriving[0].isCounted()) {
        DoubleVector decay = VectorLanes.all(state.decay);
        DoubleVector drift = VectorLanes.all(drifts);
        double[] sums = arriving[0].sums();
        int at = arriving[0].at();
        for (int i = from; i < to; i += VectorLanes.LENGTH) {
          DoubleVector v = VectorLanes.load(state.v, i);
          DoubleVector moved = v.mul(decay).add(drift).add(VectorLanes.load(sums, at + i));
          VectorLanes.store(state.v, i, v.blend(moved, IafCells.Firing.free(state, i, step)));
        }
      } else {
        for (int i = from; i < to; i += VectorLanes.LENGTH) {
          DoubleVector v = VectorLanes.load(state.v, i);
          DoubleVector moved =
              v.mul(VectorLanes.load(state.decay, i))
                  .add(VectorLanes.load(drifts, i))
                  .add(VectorLanes.load(arriving[0], i));
          VectorLanes.store(state.v, i, v.blend(moved, IafCells.Firing.free(state, i, step)));
        }
      }
      return IafCells.Firing.inVectors(state, step, from, to, spiking);
    }
  }
}
