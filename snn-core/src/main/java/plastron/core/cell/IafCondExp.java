package plastron.core.cell;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import plastron.core.check.Require;
import plastron.core.lanes.CellParameter;
import plastron.core.lanes.CellRow;
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
 * step, of second order. Long, because a step is there as a plain loop, in vectors, and in vectors
 * for neurons that have all numbers in common.
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
    CellMembrane.requireSynapticTime("Excitatory", excitatoryMs);
    CellMembrane.requireSynapticTime("Inhibitory", inhibitoryMs);
    Require.given("Excitatory reversal potential", excitatoryMv)
        .require("Excitatory reversal potential", Double::isFinite, "a finite number of mV");
    Require.given("Inhibitory reversal potential", inhibitoryMv)
        .require("Inhibitory reversal potential", Double::isFinite, "a finite number of mV");
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
    final CellRow now;

    final CellParameter decay;

    /** From nS to the mean over the next step, times the step, over the capacitance. */
    final CellParameter perStep;

    final CellParameter reversal;

    Conductance(IafCells cells, CellMembrane m, Values tauMs, Values reversalMv, double dtMs) {
      now = new CellRow(cells.v.length());
      decay = cells.parameter(i -> Math.exp(-dtMs / tauMs.at(i)));
      perStep =
          cells.parameter(
              i -> tauMs.at(i) * -Math.expm1(-dtMs / tauMs.at(i)) / m.capacitancePf().at(i));
      reversal = cells.parameter(i -> reversalMv.at(i) - m.leakMv().at(i));
    }

    /** The mean over the next step, times the step, over the capacitance. */
    double perStep(int i) {
      return now.get(i) * perStep.at(i);
    }

    void step(int i, double arrived) {
      now.set(i, now.get(i) * decay.at(i) + arrived);
    }

    boolean isUniform() {
      return perStep.isUniform() && reversal.isUniform();
    }

    long bytes() {
      return now.bytes() + decay.bytes() + perStep.bytes() + reversal.bytes();
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
    public int plainStep(long step, double[] arriving, int at, int from, int to, int[] spiking) {
      int second = at + v.length();
      int spikes = 0;
      for (int i = from; i < to; i++) {
        if (isFree(i, step)) {
          v.set(i, next(i));
        }
        excitatory.step(i, arriving[at + i]);
        inhibitory.step(i, arriving[second + i]);
        spikes = fire(i, step, spiking, spikes);
      }
      return spikes;
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
    public int vectorStep(long step, double[] arriving, int at, int from, int to, int[] spiking) {
      return Vectors.step(this, step, arriving, at, from, to, spiking);
    }

    @Override
    public void state(StateVisitor visitor) {
      super.state(visitor);
      excitatory.now.state(visitor);
      inhibitory.now.state(visitor);
    }

    @Override
    public long bytes() {
      return super.bytes() + leak.bytes() + excitatory.bytes() + inhibitory.bytes();
    }
  }

  /** The same in vectors. */
  private static final class Vectors {
    private static final DoubleVector C0 = coefficient(0);
    private static final DoubleVector C1 = coefficient(1);
    private static final DoubleVector C2 = coefficient(2);
    private static final DoubleVector C3 = coefficient(3);
    private static final DoubleVector C4 = coefficient(4);
    private static final DoubleVector C5 = coefficient(5);
    private static final DoubleVector C6 = coefficient(6);

    private Vectors() {}

    private static DoubleVector coefficient(int k) {
      return DoubleVector.broadcast(VectorLanes.SPECIES, Relaxation.POLYNOMIAL[k]);
    }

    static int step(
        State state, long step, double[] arriving, int at, int from, int to, int[] spiking) {
      Conductance excitatory = state.excitatory;
      Conductance inhibitory = state.inhibitory;
      if (!move(state, step, from, to)) {
        moveRest(state, step, from, to);
      }
      VectorLanes.decayAndAdd(excitatory.now, excitatory.decay, arriving, at, from, to);
      VectorLanes.decayAndAdd(
          inhibitory.now, inhibitory.decay, arriving, at + state.v.length(), from, to);
      return IafCells.Firing.inVectors(state, step, from, to, spiking);
    }

    /** Moves neurons that relax by the polynomial; returns whether all do. */
    private static boolean move(State state, long step, int from, int to) {
      return state.leak.isUniform()
              && state.drift.now().isUniform()
              && state.excitatory.isUniform()
              && state.inhibitory.isUniform()
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
        DoubleVector moved = slope.fma(relaxation(x), v);
        VectorMask<Double> moves = IafCells.Firing.free(state, i, step).and(near);
        VectorLanes.store(state.v, i, v.blend(moved, moves));
      }
      return rest == 0;
    }

    private static boolean moveApart(State state, long step, int from, int to) {
      long rest = 0;
      for (int i = from; i < to; i += VectorLanes.LENGTH) {
        DoubleVector v = VectorLanes.load(state.v, i);
        DoubleVector e = perStep(state.excitatory, i);
        DoubleVector h = perStep(state.inhibitory, i);
        DoubleVector leak = VectorLanes.load(state.leak, i);
        DoubleVector x = leak.add(e).sub(h);
        VectorMask<Double> near = x.compare(VectorOperators.LE, Relaxation.POLYNOMIAL_END);
        rest |= near.not().toLong();
        DoubleVector drift = VectorLanes.load(state.drift.now(), i);
        DoubleVector reversalE = VectorLanes.load(state.excitatory.reversal, i);
        DoubleVector reversalH = VectorLanes.load(state.inhibitory.reversal, i);
        DoubleVector slope = slope(v, e, h, leak, drift, reversalE, reversalH);
        DoubleVector moved = slope.fma(relaxation(x), v);
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

    /** {@link Relaxation#of} up to the end of its polynomial. */
    private static DoubleVector relaxation(DoubleVector x) {
      return C0.fma(x, C1).fma(x, C2).fma(x, C3).fma(x, C4).fma(x, C5).fma(x, C6);
    }

    /** Moves the others. */
    private static void moveRest(State state, long step, int from, int to) {
      for (int i = from; i < to; i++) {
        if (state.relaxes(i) > Relaxation.POLYNOMIAL_END && state.isFree(i, step)) {
          state.v.set(i, state.next(i));
        }
      }
    }

    private static DoubleVector perStep(Conductance conductance, int i) {
      return VectorLanes.load(conductance.now, i).mul(VectorLanes.load(conductance.perStep, i));
    }
  }
}
