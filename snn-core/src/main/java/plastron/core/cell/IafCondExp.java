package plastron.core.cell;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import plastron.core.check.Require;
import plastron.core.lanes.Arriving;
import plastron.core.lanes.CellParameter;
import plastron.core.lanes.Relaxation;
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
    public int plainStep(long step, Arriving[] arriving, int from, int to, int[] spiking) {
      int spikes = 0;
      for (int i = from; i < to; i++) {
        if (isFree(i, step)) {
          v.set(i, next(i));
        }
        excitatory.decay(i);
        excitatory.receive(i, arriving[0].of(i));
        inhibitory.decay(i);
        inhibitory.receive(i, arriving[1].of(i));
        spikes = fire(i, step, spiking, spikes);
      }
      return spikes;
    }

    boolean isUniform() {
      return leak.isUniform()
          && drift.now().isUniform()
          && excitatory.isUniform()
          && inhibitory.isUniform();
    }

    /** The step by which the potential of a free neuron relaxes. */
    double relaxes(int i) {
      return leak.at(i) + excitatory.perStep(i) - inhibitory.perStep(i);
    }

    /** The potential of a free neuron after a step. */
    double next(int i) {
      double v = this.v.get(i);
      double slope = Math.fma(leak.at(i), -v, drift.at(i));
      slope = Math.fma(excitatory.reversal.at(i) - v, excitatory.perStep(i), slope);
      slope = Math.fma(v - inhibitory.reversal.at(i), inhibitory.perStep(i), slope);
      return Math.fma(slope, Relaxation.of(relaxes(i)), v);
    }

    @Override
    public int vectorStep(long step, Arriving[] arriving, int from, int to, int[] spiking) {
      return Vectors.step(this, step, arriving, from, to, spiking);
    }

    @Override
    public void state(StateVisitor visitor) {
      super.state(visitor);
      excitatory.state(visitor);
      inhibitory.state(visitor);
    }

    @Override
    public long bytes() {
      return super.bytes() + leak.bytes() + excitatory.bytes() + inhibitory.bytes();
    }
  }

  /** The same in vectors. */
  private static final class Vectors {
    private Vectors() {}

    static int step(State state, long step, Arriving[] arriving, int from, int to, int[] spiking) {
      Conductance excitatory = state.excitatory;
      Conductance inhibitory = state.inhibitory;
      if (!move(state, step, from, to)) {
        moveRest(state, step, from, to);
      }
      VectorLanes.decayAndAdd(excitatory.now, excitatory.decay, arriving[0], from, to);
      VectorLanes.decayAndAdd(inhibitory.now, inhibitory.decay, arriving[1], from, to);
      return IafCells.Firing.inVectors(state, step, from, to, spiking);
    }

    /** Moves neurons that relax by the polynomial; returns whether all do. */
    private static boolean move(State state, long step, int from, int to) {
      return state.isUniform()
          ? moveAlike(state, step, from, to)
          : moveApart(state, step, from, to);
    }

    private static boolean moveAlike(State state, long step, int from, int to) {
      DoubleVector leak = VectorLanes.all(state.leak);
      DoubleVector drift = VectorLanes.all(state.drift.now());
      DoubleVector perStepE = VectorLanes.all(state.excitatory.perStep);
      DoubleVector perStepH = VectorLanes.all(state.inhibitory.perStep);
      DoubleVector reversalE = VectorLanes.all(state.excitatory.reversal);
      DoubleVector reversalH = VectorLanes.all(state.inhibitory.reversal);
      long rest = 0;
      for (int i = from; i < to; i += VectorLanes.LENGTH) {
        DoubleVector v = VectorLanes.load(state.v, i);
        DoubleVector e = VectorLanes.load(state.excitatory.now, i).mul(perStepE);
        DoubleVector h = VectorLanes.load(state.inhibitory.now, i).mul(perStepH);
        DoubleVector x = leak.add(e).sub(h);
        VectorMask<Double> near = x.compare(VectorOperators.LE, Relaxation.POLYNOMIAL_END);
        rest |= near.not().toLong();
        DoubleVector slope = slope(v, e, h, leak, drift, reversalE, reversalH);
        DoubleVector moved = slope.fma(Relaxation.InVectors.of(x), v);
        VectorMask<Double> moves = IafCells.Firing.free(state, i, step).and(near);
        VectorLanes.store(state.v, i, v.blend(moved, moves));
      }
      return rest == 0;
    }

    private static boolean moveApart(State state, long step, int from, int to) {
      long rest = 0;
      for (int i = from; i < to; i += VectorLanes.LENGTH) {
        DoubleVector v = VectorLanes.load(state.v, i);
        DoubleVector e =
            VectorLanes.load(state.excitatory.now, i)
                .mul(VectorLanes.load(state.excitatory.perStep, i));
        DoubleVector h =
            VectorLanes.load(state.inhibitory.now, i)
                .mul(VectorLanes.load(state.inhibitory.perStep, i));
        DoubleVector leak = VectorLanes.load(state.leak, i);
        DoubleVector x = leak.add(e).sub(h);
        VectorMask<Double> near = x.compare(VectorOperators.LE, Relaxation.POLYNOMIAL_END);
        rest |= near.not().toLong();
        DoubleVector drift = VectorLanes.load(state.drift.now(), i);
        DoubleVector reversalE = VectorLanes.load(state.excitatory.reversal, i);
        DoubleVector reversalH = VectorLanes.load(state.inhibitory.reversal, i);
        DoubleVector slope = slope(v, e, h, leak, drift, reversalE, reversalH);
        DoubleVector moved = slope.fma(Relaxation.InVectors.of(x), v);
        VectorMask<Double> moves = IafCells.Firing.free(state, i, step).and(near);
        VectorLanes.store(state.v, i, v.blend(moved, moves));
      }
      return rest == 0;
    }

    private static DoubleVector slope(
        DoubleVector v,
        DoubleVector e,
        DoubleVector h,
        DoubleVector leak,
        DoubleVector drift,
        DoubleVector reversalE,
        DoubleVector reversalH) {
      DoubleVector slope = reversalE.sub(v).fma(e, leak.fma(v.neg(), drift));
      return v.sub(reversalH).fma(h, slope);
    }

    /** Moves the others. */
    private static void moveRest(State state, long step, int from, int to) {
      for (int i = from; i < to; i++) {
        if (state.relaxes(i) > Relaxation.POLYNOMIAL_END && state.isFree(i, step)) {
          state.v.set(i, state.next(i));
        }
      }
    }
  }
}
