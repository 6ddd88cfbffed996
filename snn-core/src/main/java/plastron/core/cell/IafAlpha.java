package plastron.core.cell;

import jdk.incubator.vector.DoubleVector;
import plastron.core.check.Require;
import plastron.core.lanes.Arriving;
import plastron.core.lanes.CellParameter;
import plastron.core.lanes.CellRow;
import plastron.core.lanes.VectorLanes;
import plastron.core.network.Values;
import plastron.core.state.StateVisitor;

/**
 * Leaky integrate-and-fire neuron with alpha-shaped currents: a spike that arrives with weight w,
 * pA, gives {@code w (s / tau) exp(1 - s / tau)} a time s later, so that w is the peak, excitatory
 * and inhibitory each at its own pace; they go on while the neuron is refractory. Exact on the grid
 * (Rotter and Diesmann 1999), in the order of NEST's iaf_psc_alpha.
 *
 * @param excitatoryMs time constant of the current of weights of at least 0, ms, above 0
 * @param inhibitoryMs the same of weights below 0
 */
public record IafAlpha(CellMembrane membrane, Values excitatoryMs, Values inhibitoryMs)
    implements NeuronModel {

  public IafAlpha {
    Require.given("membrane", membrane);
    CellMembrane.requirePositive("Excitatory synaptic time constant", excitatoryMs, "ms");
    CellMembrane.requirePositive("Inhibitory synaptic time constant", inhibitoryMs, "ms");
  }

  @Override
  public String label() {
    return "iaf_psc_alpha";
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

  /** A current of one sign and its slope, and what they add to the potential in a step. */
  static final class Current {
    final double dtMs;
    final CellRow now;
    final CellRow slope;
    final CellParameter decay;
    final CellParameter jump;
    final CellParameter toPotential;
    final CellParameter slopeToPotential;

    Current(IafCells cells, CellMembrane m, Values tauMs, double dtMs) {
      this.dtMs = dtMs;
      now = new CellRow(cells.v.length());
      slope = new CellRow(cells.v.length());
      decay = cells.parameter(i -> Math.exp(-dtMs / tauMs.at(i)));
      jump = cells.parameter(i -> Math.E / tauMs.at(i));
      toPotential = cells.parameter(i -> m.fromExponential(i, tauMs.at(i), dtMs));
      slopeToPotential = cells.parameter(i -> m.fromSlope(i, tauMs.at(i), dtMs));
    }

    double adds(int i) {
      return slope.get(i) * slopeToPotential.at(i) + now.get(i) * toPotential.at(i);
    }

    void step(int i, double arrived) {
      now.set(i, decay.at(i) * (now.get(i) + dtMs * slope.get(i)));
      slope.set(i, decay.at(i) * slope.get(i) + jump.at(i) * arrived);
    }

    long bytes() {
      return now.bytes()
          + slope.bytes()
          + decay.bytes()
          + jump.bytes()
          + toPotential.bytes()
          + slopeToPotential.bytes();
    }
  }

  /** Neurons and their plain loop. */
  static final class State extends IafCells implements VectorCells {
    final CellParameter decay;
    final Current excitatory;
    final Current inhibitory;

    State(IafAlpha model, int from, int to, double dtMs) {
      super(model.membrane, from, to, dtMs, i -> model.membrane.fromConstant(i, dtMs));
      CellMembrane m = model.membrane;
      decay = parameter(i -> m.decay(i, dtMs));
      excitatory = new Current(this, m, model.excitatoryMs, dtMs);
      inhibitory = new Current(this, m, model.inhibitoryMs, dtMs);
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
      excitatory.slope.state(visitor);
      inhibitory.now.state(visitor);
      inhibitory.slope.state(visitor);
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
      move(state, step, from, to);
      step(state.excitatory, arriving[0], from, to);
      step(state.inhibitory, arriving[1], from, to);
      return IafCells.Firing.inVectors(state, step, from, to, spiking);
    }

    private static void move(State state, long step, int from, int to) {
      for (int i = from; i < to; i += VectorLanes.LENGTH) {
        DoubleVector v = VectorLanes.load(state.v, i);
        DoubleVector moved =
            v.mul(VectorLanes.load(state.decay, i))
                .add(VectorLanes.load(state.drift.now(), i))
                .add(adds(state.excitatory, i))
                .add(adds(state.inhibitory, i));
        VectorLanes.store(state.v, i, v.blend(moved, IafCells.Firing.free(state, i, step)));
      }
    }

    private static DoubleVector adds(Current current, int i) {
      return VectorLanes.load(current.slope, i)
          .mul(VectorLanes.load(current.slopeToPotential, i))
          .add(VectorLanes.load(current.now, i).mul(VectorLanes.load(current.toPotential, i)));
    }

    private static void step(Current current, Arriving arriving, int from, int to) {
      for (int i = from; i < to; i += VectorLanes.LENGTH) {
        DoubleVector slope = VectorLanes.load(current.slope, i);
        DoubleVector decay = VectorLanes.load(current.decay, i);
        DoubleVector now = VectorLanes.load(current.now, i).add(slope.mul(current.dtMs)).mul(decay);
        DoubleVector jump = VectorLanes.load(arriving, i).mul(VectorLanes.load(current.jump, i));
        VectorLanes.store(current.now, i, now);
        VectorLanes.store(current.slope, i, slope.mul(decay).add(jump));
      }
    }
  }
}
