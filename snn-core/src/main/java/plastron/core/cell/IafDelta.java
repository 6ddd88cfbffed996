package plastron.core.cell;

import jdk.incubator.vector.DoubleVector;
import plastron.core.check.Require;

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
    State state = plain(from, to, dtMs);
    return Lanes.VECTORS ? new Vectors(state) : state;
  }

  /** The same without vectors. */
  State plain(int from, int to, double dtMs) {
    return new State(membrane, from, to, dtMs);
  }

  /** The plain loop, which says what a step is. */
  static final class State implements Cells {
    final Held held;
    final CellParameter decay;
    final CellParameter drift;

    State(CellMembrane m, int from, int to, double dtMs) {
      held = new Held(m, from, to, dtMs);
      decay = held.parameter(i -> m.decay(i, dtMs));
      drift = held.parameter(i -> m.drift(i, dtMs));
    }

    @Override
    public int step(long step, double[] arriving, int at, int from, int to, int[] spiking) {
      int spikes = 0;
      for (int i = from; i < to; i++) {
        double arrived = arriving[at + i];
        arriving[at + i] = 0;
        if (held.isFree(i)) {
          held.v[i] = held.v[i] * decay.at(i) + drift.at(i) + arrived;
        }
        spikes = held.fire(i, spiking, spikes);
      }
      return spikes;
    }

    @Override
    public double potentialMv(int neuron) {
      return held.potentialMv(neuron);
    }

    @Override
    public long bytes() {
      return held.bytes() + decay.bytes() + drift.bytes();
    }
  }

  /** The same in vectors. */
  private record Vectors(State state) implements Cells {
    @Override
    public int step(long step, double[] arriving, int at, int from, int to, int[] spiking) {
      Held held = state.held;
      DoubleVector zero = DoubleVector.zero(VectorLanes.SPECIES);
      for (int i = from; i < to; i += VectorLanes.LENGTH) {
        VectorLanes.load(held.v, i)
            .mul(VectorLanes.load(state.decay, i))
            .add(VectorLanes.load(state.drift, i))
            .add(VectorLanes.load(arriving, at + i))
            .intoArray(held.moved, i);
        zero.intoArray(arriving, at + i);
      }
      return VectorLanes.fire(held, from, to, spiking);
    }

    @Override
    public double potentialMv(int neuron) {
      return state.potentialMv(neuron);
    }

    @Override
    public long bytes() {
      return state.bytes();
    }
  }
}
