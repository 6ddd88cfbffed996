package plastron.core.cell;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import plastron.core.check.Require;
import plastron.core.lanes.Arriving;
import plastron.core.lanes.CellParameter;
import plastron.core.lanes.CellRow;
import plastron.core.lanes.VectorLanes;
import plastron.core.network.Values;
import plastron.core.spikes.SpikeClock;
import plastron.core.state.StateVisitor;

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
    CellMembrane.requirePositive("Excitatory synaptic time constant", excitatoryMs, "ms");
    CellMembrane.requirePositive("Inhibitory synaptic time constant", inhibitoryMs, "ms");
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
    return new State(this, from, to, dtMs);
  }

  @Override
  public PreciseCells preciseCells(int neurons, double dtMs, SpikeClock clock) {
    return new PreciseIafExp(this, neurons, dtMs, clock);
  }

  /** A current of one sign: its decay, and what it adds to the potential in a step. */
  static final class Current {
    final CellRow now;
    final CellParameter decay;
    final CellParameter toPotential;

    Current(IafCells cells, CellMembrane m, Values tauMs, double dtMs) {
      now = new CellRow(cells.v.length());
      decay = cells.parameter(i -> Math.exp(-dtMs / tauMs.at(i)));
      toPotential = cells.parameter(i -> m.fromExponential(i, tauMs.at(i), dtMs));
    }

    double adds(int i) {
      return now.get(i) * toPotential.at(i);
    }

    void step(int i, double arrived) {
      now.set(i, now.get(i) * decay.at(i) + arrived);
    }

    long bytes() {
      return now.bytes() + decay.bytes() + toPotential.bytes();
    }
  }

  /** Neurons and their plain loop. */
  static final class State extends IafCells implements VectorCells {
    final CellParameter decay;
    final Current excitatory;
    final Current inhibitory;
    final boolean isUniform;

    State(IafExp model, int from, int to, double dtMs) {
      super(model.membrane, from, to, dtMs, i -> model.membrane.fromConstant(i, dtMs));
      CellMembrane m = model.membrane;
      decay = parameter(i -> m.decay(i, dtMs));
      excitatory = new Current(this, m, model.excitatoryMs, dtMs);
      inhibitory = new Current(this, m, model.inhibitoryMs, dtMs);
      isUniform =
          decay.isUniform()
              && excitatory.toPotential.isUniform()
              && inhibitory.toPotential.isUniform()
              && excitatory.decay.isUniform()
              && inhibitory.decay.isUniform()
              && threshold.isUniform();
    }

    @Override
    public int plainStep(long step, Arriving[] arriving, int from, int to, int[] spiking) {
      int spikes = 0;
      for (int i = from; i < to; i++) {
        if (isFree(i, step)) {
          v.set(i, v.get(i) * decay.at(i) + drift.at(i) + excitatory.adds(i) + inhibitory.adds(i));
        }
        excitatory.step(i, arriving[0].of(i));
        inhibitory.step(i, arriving[1].of(i));
        spikes = fire(i, step, spiking, spikes);
      }
      return spikes;
    }

    @Override
    public int vectorStep(long step, Arriving[] arriving, int from, int to, int[] spiking) {
      return Vectors.step(this, step, arriving, from, to, spiking);
    }

    @Override
    public void state(StateVisitor visitor) {
      super.state(visitor);
      excitatory.now.state(visitor);
      inhibitory.now.state(visitor);
    }

    @Override
    public long bytes() {
      return super.bytes() + decay.bytes() + excitatory.bytes() + inhibitory.bytes();
    }
  }

  /** The same in vectors. */
  private static final class Vectors {
    private Vectors() {}

    static int step(State state, long step, Arriving[] arriving, int from, int to, int[] spiking) {
      Current excitatory = state.excitatory;
      Current inhibitory = state.inhibitory;
      if (state.isUniform
          && state.drift.now().isUniform()
          && arriving[0].isCounted()
          && arriving[1].isCounted()) {
        count(state, step, arriving[0], arriving[1], from, to);
        return IafCells.Firing.marked(state, step, from, to, spiking);
      }
      move(state, step, from, to);
      VectorLanes.decayAndAdd(excitatory.now, excitatory.decay, arriving[0], from, to);
      VectorLanes.decayAndAdd(inhibitory.now, inhibitory.decay, arriving[1], from, to);
      return IafCells.Firing.inVectors(state, step, from, to, spiking);
    }

    /** All of a step in one loop: it loads and stores every number once. Marks who is above. */
    private static void count(
        State state, long step, Arriving excite, Arriving inhibit, int from, int to) {
      CellRow potential = state.v;
      CellRow excitatory = state.excitatory.now;
      CellRow inhibitory = state.inhibitory.now;
      byte[] exciting = excite.counts();
      int exciteAt = excite.at();
      double exciteBy = excite.weight();
      byte[] inhibiting = inhibit.counts();
      int inhibitAt = inhibit.at();
      double inhibitBy = inhibit.weight();
      DoubleVector decay = VectorLanes.all(state.decay);
      DoubleVector drift = VectorLanes.all(state.drift.now());
      DoubleVector fromExcitatory = VectorLanes.all(state.excitatory.toPotential);
      DoubleVector fromInhibitory = VectorLanes.all(state.inhibitory.toPotential);
      long[] above = state.above;
      DoubleVector threshold = VectorLanes.all(state.threshold);
      DoubleVector decayE = VectorLanes.all(state.excitatory.decay);
      DoubleVector decayI = VectorLanes.all(state.inhibitory.decay);
      for (int i = from; i < to; i += VectorLanes.LENGTH) {
        DoubleVector v = VectorLanes.load(potential, i);
        DoubleVector e = VectorLanes.load(excitatory, i);
        DoubleVector h = VectorLanes.load(inhibitory, i);
        DoubleVector moved =
            v.mul(decay).add(drift).add(e.mul(fromExcitatory)).add(h.mul(fromInhibitory));
        DoubleVector next = v.blend(moved, IafCells.Firing.free(state, i, step));
        VectorLanes.store(potential, i, next);
        above[i / VectorLanes.LENGTH] = next.compare(VectorOperators.GE, threshold).toLong();
        DoubleVector excited = VectorLanes.load(exciting, exciteAt, i).mul(exciteBy);
        DoubleVector inhibited = VectorLanes.load(inhibiting, inhibitAt, i).mul(inhibitBy);
        VectorLanes.store(excitatory, i, e.mul(decayE).add(excited));
        VectorLanes.store(inhibitory, i, h.mul(decayI).add(inhibited));
      }
    }

    private static void move(State state, long step, int from, int to) {
      Current excitatory = state.excitatory;
      Current inhibitory = state.inhibitory;
      CellParameter drifts = state.drift.now();
      if (state.isUniform && drifts.isUniform()) {
        DoubleVector decay = VectorLanes.all(state.decay);
        DoubleVector drift = VectorLanes.all(drifts);
        DoubleVector fromExcitatory = VectorLanes.all(excitatory.toPotential);
        DoubleVector fromInhibitory = VectorLanes.all(inhibitory.toPotential);
        for (int i = from; i < to; i += VectorLanes.LENGTH) {
          DoubleVector v = VectorLanes.load(state.v, i);
          DoubleVector moved =
              v.mul(decay)
                  .add(drift)
                  .add(VectorLanes.load(excitatory.now, i).mul(fromExcitatory))
                  .add(VectorLanes.load(inhibitory.now, i).mul(fromInhibitory));
          VectorLanes.store(state.v, i, v.blend(moved, IafCells.Firing.free(state, i, step)));
        }
      } else {
        for (int i = from; i < to; i += VectorLanes.LENGTH) {
          DoubleVector v = VectorLanes.load(state.v, i);
          DoubleVector moved =
              v.mul(VectorLanes.load(state.decay, i))
                  .add(VectorLanes.load(drifts, i))
                  .add(adds(excitatory, i))
                  .add(adds(inhibitory, i));
          VectorLanes.store(state.v, i, v.blend(moved, IafCells.Firing.free(state, i, step)));
        }
      }
    }

    private static DoubleVector adds(Current current, int i) {
      return VectorLanes.load(current.now, i).mul(VectorLanes.load(current.toPotential, i));
    }
  }
}
