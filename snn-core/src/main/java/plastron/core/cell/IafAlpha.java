package plastron.core.cell;

import jdk.incubator.vector.DoubleVector;
import plastron.core.check.Require;
import plastron.core.network.Values;

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
    CellMembrane.requireSynapticTime("Excitatory", excitatoryMs);
    CellMembrane.requireSynapticTime("Inhibitory", inhibitoryMs);
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
    State state = plain(from, to, dtMs);
    return Lanes.VECTORS ? new Vectors(state) : state;
  }

  /** The same without vectors. */
  State plain(int from, int to, double dtMs) {
    return new State(this, from, to, dtMs);
  }

  /** A current of one sign and its slope, and what they add to the potential in a step. */
  static final class Current {
    final double dtMs;
    final double[] now;
    final double[] slope;
    final CellParameter decay;
    final CellParameter jump;
    final CellParameter toPotential;
    final CellParameter slopeToPotential;

    Current(Held held, CellMembrane m, Values tauMs, double dtMs) {
      this.dtMs = dtMs;
      now = new double[held.v.length];
      slope = new double[held.v.length];
      decay = held.parameter(i -> Math.exp(-dtMs / tauMs.at(i)));
      jump = held.parameter(i -> Math.E / tauMs.at(i));
      toPotential = held.parameter(i -> m.fromExponential(i, tauMs.at(i), dtMs));
      slopeToPotential = held.parameter(i -> m.fromSlope(i, tauMs.at(i), dtMs));
    }

    double adds(int i) {
      return slope[i] * slopeToPotential.at(i) + now[i] * toPotential.at(i);
    }

    void step(int i, double arrived) {
      now[i] = decay.at(i) * (now[i] + dtMs * slope[i]);
      slope[i] = decay.at(i) * slope[i] + jump.at(i) * arrived;
    }

    long bytes() {
      return 16L * now.length
          + decay.bytes()
          + jump.bytes()
          + toPotential.bytes()
          + slopeToPotential.bytes();
    }
  }

  /** The plain loop, which says what a step is. */
  static final class State implements Cells {
    final Held held;
    final CellParameter decay;
    final CellParameter drift;
    final Current excitatory;
    final Current inhibitory;

    State(IafAlpha model, int from, int to, double dtMs) {
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
              held.v[i] * decay.at(i) + drift.at(i) + excitatory.adds(i) + inhibitory.adds(i);
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
      for (int i = from; i < to; i += VectorLanes.LENGTH) {
        VectorLanes.load(held.v, i)
            .mul(VectorLanes.load(state.decay, i))
            .add(VectorLanes.load(state.drift, i))
            .add(adds(state.excitatory, i))
            .add(adds(state.inhibitory, i))
            .intoArray(held.moved, i);
      }
      step(state.excitatory, arriving, at, from, to);
      step(state.inhibitory, arriving, at + held.v.length, from, to);
      return VectorLanes.fire(held, from, to, spiking);
    }

    private static DoubleVector adds(Current current, int i) {
      return VectorLanes.load(current.slope, i)
          .mul(VectorLanes.load(current.slopeToPotential, i))
          .add(VectorLanes.load(current.now, i).mul(VectorLanes.load(current.toPotential, i)));
    }

    private static void step(Current current, double[] arriving, int at, int from, int to) {
      DoubleVector zero = DoubleVector.zero(VectorLanes.SPECIES);
      for (int i = from; i < to; i += VectorLanes.LENGTH) {
        DoubleVector slope = VectorLanes.load(current.slope, i);
        DoubleVector decay = VectorLanes.load(current.decay, i);
        VectorLanes.load(current.now, i)
            .add(slope.mul(current.dtMs))
            .mul(decay)
            .intoArray(current.now, i);
        slope
            .mul(decay)
            .add(VectorLanes.load(arriving, at + i).mul(VectorLanes.load(current.jump, i)))
            .intoArray(current.slope, i);
        zero.intoArray(arriving, at + i);
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
