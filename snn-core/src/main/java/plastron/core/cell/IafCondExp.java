package plastron.core.cell;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import plastron.core.check.Require;
import plastron.core.lanes.CellParameter;
import plastron.core.lanes.VectorLanes;
import plastron.core.ledger.Departure;
import plastron.core.network.Values;
import plastron.core.state.StateVisitor;

/**
 * Leaky integrate-and-fire neuron with conductances that jump by the weight, nS (below 0:
 * inhibitory, by its magnitude), of every spike that arrives and decay exponentially: {@code C
 * dV/dt = -C (V - E_L) / tau_m + g_e (E_e - V) + g_i (E_i - V) + I}. They go on while the neuron is
 * refractory. NEST's iaf_cond_exp, in its order; there the equation is solved by an adaptive
 * Runge-Kutta method, here by the exponential Euler method with the conductances' means over the
 * step, of second order.
 *
 * @param excitatoryMs time constant of the conductance of weights of at least 0, ms, above 0
 * @param inhibitoryMs the same of weights below 0
 * @param excitatoryMv its reversal potential {@code E_e}, mV
 * @param inhibitoryMv the same of the inhibitory conductance
 */
@Departure(
    from = "NEST",
    what =
        "iaf_cond_exp is solved by an adaptive Runge-Kutta method; here by the exponential Euler"
            + " method with the conductances' means over a step.",
    reason = "A tenth of the work, with an error of second order in the step.",
    test = "IafCondExpTest.isOfSecondOrder")
public record IafCondExp(
    CellMembrane membrane,
    Values excitatoryMs,
    Values inhibitoryMs,
    Values excitatoryMv,
    Values inhibitoryMv)
    implements NeuronModel {

  public IafCondExp {
    Require.given("membrane", membrane);
    CellMembrane.requirePositive("Excitatory synaptic time constant", excitatoryMs, "ms");
    CellMembrane.requirePositive("Inhibitory synaptic time constant", inhibitoryMs, "ms");
    CellMembrane.requireFinite("Excitatory reversal potential", excitatoryMv, "mV");
    CellMembrane.requireFinite("Inhibitory reversal potential", inhibitoryMv, "mV");
  }

  @Override
  public String label() {
    return "iaf_cond_exp";
  }

  @Override
  public boolean fits(int neurons) {
    return membrane.fits(neurons)
        && excitatoryMs.fits(neurons)
        && inhibitoryMs.fits(neurons)
        && excitatoryMv.fits(neurons)
        && inhibitoryMv.fits(neurons);
  }

  @Override
  public int channels() {
    return 2;
  }

  @Override
  public Cells cells(int from, int to, double dtMs) {
    return new State(this, from, to, dtMs);
  }

  /** A conductance of one sign, in what it does to the potential in a step. */
  static final class Conductance {
    /** At the end of the last step, nS; the inhibitory one below 0. */
    final double[] now;

    final CellParameter decay;

    /** From nS to the mean over the next step, times the step, over the capacitance. */
    final CellParameter perStep;

    final CellParameter reversal;

    Conductance(IafCells cells, CellMembrane m, Values tauMs, Values reversalMv, double dtMs) {
      now = new double[cells.v.length];
      decay = cells.parameter(i -> Math.exp(-dtMs / tauMs.at(i)));
      perStep =
          cells.parameter(
              i -> tauMs.at(i) * -Math.expm1(-dtMs / tauMs.at(i)) / m.capacitancePf().at(i));
      reversal = cells.parameter(i -> reversalMv.at(i) - m.leakMv().at(i));
    }

    long bytes() {
      return 8L * now.length + decay.bytes() + perStep.bytes() + reversal.bytes();
    }
  }

  /** Neurons and their plain loop. */
  static final class State extends IafCells implements VectorCells {

    /** The step over the time constant of the membrane. */
    final CellParameter leak;

    final Conductance excitatory;
    final Conductance inhibitory;

    State(IafCondExp model, int from, int to, double dtMs) {
      super(model.membrane, from, to, dtMs, i -> dtMs / model.membrane.capacitancePf().at(i));
      CellMembrane m = model.membrane;
      leak = parameter(i -> dtMs / m.tauMs().at(i));
      excitatory = new Conductance(this, m, model.excitatoryMs, model.excitatoryMv, dtMs);
      inhibitory = new Conductance(this, m, model.inhibitoryMs, model.inhibitoryMv, dtMs);
    }

    @Override
    public int plainStep(double[] arriving, int at, int from, int to, int[] spiking) {
      int second = at + v.length;
      int spikes = 0;
      for (int i = from; i < to; i++) {
        if (isFree(i)) {
          v[i] = next(i);
        }
        excitatory.now[i] = excitatory.now[i] * excitatory.decay.at(i) + arriving[at + i];
        inhibitory.now[i] = inhibitory.now[i] * inhibitory.decay.at(i) + arriving[second + i];
        arriving[at + i] = 0;
        arriving[second + i] = 0;
        spikes = fire(i, spiking, spikes);
      }
      return spikes;
    }

    /** The potential of a free neuron after a step. */
    double next(int i) {
      double v = this.v[i];
      double e = excitatory.now[i] * excitatory.perStep.at(i);
      double h = inhibitory.now[i] * inhibitory.perStep.at(i);
      double slope =
          drift.at(i)
              - v * leak.at(i)
              + (excitatory.reversal.at(i) - v) * e
              - (inhibitory.reversal.at(i) - v) * h;
      return slope * Relaxation.of(leak.at(i) + e - h) + v;
    }

    @Override
    public int vectorStep(double[] arriving, int at, int from, int to, int[] spiking) {
      return Vectors.step(this, arriving, at, from, to, spiking);
    }

    @Override
    public void state(StateVisitor visitor) {
      super.state(visitor);
      visitor.doubles(excitatory.now);
      visitor.doubles(inhibitory.now);
    }

    @Override
    public long bytes() {
      return super.bytes() + leak.bytes() + excitatory.bytes() + inhibitory.bytes();
    }
  }

  /** The same in vectors. */
  private static final class Vectors {
    private static final double[] C = Relaxation.SERIES_OF;

    private Vectors() {}

    static int step(State state, double[] arriving, int at, int from, int to, int[] spiking) {
      move(state, from, to);
      VectorLanes.decayAndAdd(state.excitatory.now, state.excitatory.decay, arriving, at, from, to);
      VectorLanes.decayAndAdd(
          state.inhibitory.now, state.inhibitory.decay, arriving, at + state.v.length, from, to);
      return IafCells.Firing.inVectors(state, from, to, spiking);
    }

    private static void move(State state, int from, int to) {
      for (int i = from; i < to; i += VectorLanes.LENGTH) {
        DoubleVector v = VectorLanes.load(state.v, i);
        DoubleVector e = perStep(state.excitatory, i);
        DoubleVector h = perStep(state.inhibitory, i);
        DoubleVector leak = VectorLanes.load(state.leak, i);
        DoubleVector slope =
            VectorLanes.load(state.drift.now(), i)
                .sub(v.mul(leak))
                .add(VectorLanes.load(state.excitatory.reversal, i).sub(v).mul(e))
                .sub(VectorLanes.load(state.inhibitory.reversal, i).sub(v).mul(h));
        DoubleVector x = leak.add(e).sub(h);
        if (x.compare(VectorOperators.GT, Relaxation.SERIES_END).anyTrue()) {
          for (int k = i; k < i + VectorLanes.LENGTH; k++) {
            state.moved[k] = state.next(k);
          }
          continue;
        }
        // Relaxation.of, written out: vectors of a method that is called would lie on the heap.
        DoubleVector relaxation = x.mul(C[0]).add(C[1]).mul(x).add(C[2]).mul(x).add(C[3]).mul(x);
        relaxation = relaxation.add(C[4]).mul(x).add(C[5]).mul(x).add(C[6]).mul(x).add(C[7]);
        relaxation = relaxation.mul(x).add(C[8]).mul(x).add(C[9]);
        slope.mul(relaxation).add(v).intoArray(state.moved, i);
      }
    }

    private static DoubleVector perStep(Conductance conductance, int i) {
      return VectorLanes.load(conductance.now, i).mul(VectorLanes.load(conductance.perStep, i));
    }
  }
}
