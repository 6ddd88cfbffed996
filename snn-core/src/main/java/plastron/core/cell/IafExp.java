package plastron.core.cell;

import plastron.core.check.Require;
import plastron.core.network.Values;

/**
 * Leaky integrate-and-fire neuron with currents that jump by the weight, pA, of every spike that
 * arrives and decay exponentially, excitatory and inhibitory each at its own pace; they go on while
 * the neuron is refractory. Exact on the grid (Rotter and Diesmann 1999), in the order of NEST's
 * iaf_psc_exp: a spike that arrives in a step moves the potential in the next.
 *
 * @param excitatoryMs time constant of the current of weights of at least 0, ms, above 0
 * @param inhibitoryMs the same of weights below 0
 */
public record IafExp(CellMembrane membrane, Values excitatoryMs, Values inhibitoryMs)
    implements PreciseModel {

  public IafExp {
    Require.given("membrane", membrane);
    CellMembrane.requireSynapticTime("Excitatory", excitatoryMs);
    CellMembrane.requireSynapticTime("Inhibitory", inhibitoryMs);
  }

  @Override
  public String label() {
    return "iaf_psc_exp";
  }

  @Override
  public boolean fits(int neurons) {
    return membrane.fits(neurons) && excitatoryMs.fits(neurons) && inhibitoryMs.fits(neurons);
  }

  @Override
  public int channels() {
    return 2;
  }

  @Override
  public Cells cells(int from, int to, double dtMs) {
    State state = plain(from, to, dtMs);
    return Lanes.VECTORS ? new Vectors(state) : state;
  }

  /** The same without vectors. */
  State plain(int from, int to, double dtMs) {
    return new State(this, from, to, dtMs);
  }

  @Override
  public PreciseCells preciseCells(int neurons, double dtMs) {
    return new PreciseIafExp(this, neurons, dtMs);
  }

  /** A current of one sign: its decay, and what it adds to the potential in a step. */
  static final class Current {
    final double[] now;
    final CellParameter decay;
    final CellParameter toPotential;

    Current(Held held, CellMembrane m, Values tauMs, double dtMs) {
      now = new double[held.v.length];
      decay = held.parameter(i -> Math.exp(-dtMs / tauMs.at(i)));
      toPotential = held.parameter(i -> m.fromExponential(i, tauMs.at(i), dtMs));
    }

    void step(int i, double arrived) {
      now[i] = now[i] * decay.at(i) + arrived;
    }

    long bytes() {
      return 8L * now.length + decay.bytes() + toPotential.bytes();
    }
  }

  /** The plain loop, which says what a step is. */
  static final class State implements Cells {
    final Held held;
    final CellParameter decay;
    final CellParameter drift;
    final Current excitatory;
    final Current inhibitory;

    State(IafExp model, int from, int to, double dtMs) {
      CellMembrane m = model.membrane;
      held = new Held(m, from, to, dtMs);
      decay = held.parameter(i -> m.decay(i, dtMs));
      drift = held.parameter(i -> m.drift(i, dtMs));
      excitatory = new Current(held, m, model.excitatoryMs, dtMs);
      inhibitory = new Current(held, m, model.inhibitoryMs, dtMs);
    }

    @Override
    public int step(long step, double[] arriving, int at, int from, int to, int[] spiking) {
      int second = at + held.v.length;
      int spikes = 0;
      for (int i = from; i < to; i++) {
        if (held.isFree(i)) {
          held.v[i] =
              held.v[i] * decay.at(i)
                  + drift.at(i)
                  + excitatory.now[i] * excitatory.toPotential.at(i)
                  + inhibitory.now[i] * inhibitory.toPotential.at(i);
        }
        excitatory.step(i, arriving[at + i]);
        inhibitory.step(i, arriving[second + i]);
        arriving[at + i] = 0;
        arriving[second + i] = 0;
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
      return held.bytes() + decay.bytes() + drift.bytes() + excitatory.bytes() + inhibitory.bytes();
    }
  }

  /** The same in vectors. */
  private record Vectors(State state) implements Cells {
    @Override
    public int step(long step, double[] arriving, int at, int from, int to, int[] spiking) {
      Held held = state.held;
      move(from, to);
      VectorLanes.decayAndAdd(state.excitatory.now, state.excitatory.decay, arriving, at, from, to);
      VectorLanes.decayAndAdd(
          state.inhibitory.now, state.inhibitory.decay, arriving, at + held.v.length, from, to);
      return VectorLanes.fire(held, from, to, spiking);
    }

    private void move(int from, int to) {
      Current excitatory = state.excitatory;
      Current inhibitory = state.inhibitory;
      for (int i = from; i < to; i += VectorLanes.LENGTH) {
        VectorLanes.load(state.held.v, i)
            .mul(VectorLanes.load(state.decay, i))
            .add(VectorLanes.load(state.drift, i))
            .add(
                VectorLanes.load(excitatory.now, i)
                    .mul(VectorLanes.load(excitatory.toPotential, i)))
            .add(
                VectorLanes.load(inhibitory.now, i)
                    .mul(VectorLanes.load(inhibitory.toPotential, i)))
            .intoArray(state.held.moved, i);
      }
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
