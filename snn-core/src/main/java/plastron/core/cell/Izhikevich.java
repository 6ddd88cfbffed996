package plastron.core.cell;

import java.util.stream.Stream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import plastron.core.check.Require;
import plastron.core.lanes.Arriving;
import plastron.core.lanes.CellParameter;
import plastron.core.lanes.Lanes;
import plastron.core.lanes.VectorLanes;
import plastron.core.network.Values;
import plastron.core.state.StateVisitor;

/**
 * Neuron with two variables (Izhikevich 2003, equations 1 to 3): {@code dv/dt = 0.04 v^2 + 5 v +
 * 140 - u + I}, {@code du/dt = a (b v - u)}; where {@code v >= V_th} it spikes, v becomes c, and d
 * is added to u. The potential jumps by the weight, mV, of every spike that arrives. Euler's method
 * with the step, as NEST's izhikevich with consistent_integration. Numbers are as published, for
 * times in ms and potentials in mV; a current of 1 pA is 1 of I.
 *
 * @param a pace of u, finite
 * @param b of u for each mV of v, finite
 * @param resetMv c, mV, below the threshold
 * @param d added to u by a spike, finite
 * @param thresholdMv {@code V_th}, mV
 * @param leastMv v is no lower, mV; may be minus infinity
 * @param currentPa constant part of I, pA
 * @param startMv v at time 0, mV
 * @param start u at time 0, finite
 */
public record Izhikevich(
    Values a,
    Values b,
    Values resetMv,
    Values d,
    Values thresholdMv,
    Values leastMv,
    Values currentPa,
    Values startMv,
    Values start)
    implements NeuronModel {

  public Izhikevich {
    CellMembrane.requireFinite("Parameter a", a, "1/ms");
    CellMembrane.requireFinite("Parameter b", b, "u for each mV");
    CellMembrane.requireFinite("Reset potential", resetMv, "mV");
    CellMembrane.requireFinite("Parameter d", d, "u");
    CellMembrane.requireFinite("Threshold", thresholdMv, "mV");
    Require.given("Least potential", leastMv)
        .require("Least potential", v -> v < Double.POSITIVE_INFINITY, "a number of mV");
    CellMembrane.requireFinite("Constant current", currentPa, "pA");
    CellMembrane.requireFinite("Potential at the start", startMv, "mV");
    CellMembrane.requireFinite("Variable u at the start", start, "u");
  }

  @Override
  public String label() {
    return "izhikevich";
  }

  @Override
  public boolean fits(int neurons) {
    return Stream.of(a, b, resetMv, d, thresholdMv, leastMv, currentPa, startMv, start)
        .allMatch(v -> v.fits(neurons));
  }

  @Override
  public int channels() {
    return 1;
  }

  @Override
  public Cells cells(int from, int to, double dtMs) {
    return new State(this, from, to, dtMs);
  }

  /** Neurons and their plain loop. */
  static final class State implements VectorCells {
    final double dtMs;
    final double[] v;
    final double[] u;
    final CellParameter pace;
    final CellParameter b;
    final CellParameter reset;
    final CellParameter d;
    final CellParameter threshold;
    final CellParameter least;
    final Drift drift;

    State(Izhikevich model, int from, int to, double dtMs) {
      this.dtMs = dtMs;
      int neurons = to - from;
      v = new double[Lanes.padded(neurons)];
      u = new double[v.length];
      for (int i = 0; i < neurons; i++) {
        v[i] = model.startMv.at(from + i);
        u[i] = model.start.at(from + i);
      }
      pace = CellParameter.of(neurons, i -> dtMs * model.a.at(from + i));
      b = CellParameter.of(neurons, i -> model.b.at(from + i));
      reset = CellParameter.of(neurons, i -> model.resetMv.at(from + i));
      d = CellParameter.of(neurons, i -> model.d.at(from + i));
      // Those behind the last neuron, there for the sake of whole vectors, never spike, although
      // they may grow without bound.
      threshold =
          CellParameter.of(
              v.length, i -> i < neurons ? model.thresholdMv.at(from + i) : Double.NaN);
      least = CellParameter.of(neurons, i -> model.leastMv.at(from + i));
      drift =
          new Drift(
              CellParameter.of(1, i -> dtMs),
              CellParameter.of(neurons, i -> model.currentPa.at(from + i)),
              v.length);
    }

    @Override
    public int plainStep(long step, Arriving[] arriving, int from, int to, int[] spiking) {
      int spikes = 0;
      for (int i = from; i < to; i++) {
        double old = v[i];
        double slope = (0.04 * old + 5) * old + 140 - u[i];
        v[i] = Math.max(slope * dtMs + drift.at(i) + old + arriving[0].of(i), least.at(i));
        u[i] = (b.at(i) * old - u[i]) * pace.at(i) + u[i];
        if (v[i] >= threshold.at(i)) {
          spikes = fire(i, spiking, spikes);
        }
      }
      return spikes;
    }

    int fire(int i, int[] spiking, int spikes) {
      v[i] = reset.at(i);
      u[i] += d.at(i);
      spiking[spikes] = i;
      return spikes + 1;
    }

    @Override
    public int vectorStep(long step, Arriving[] arriving, int from, int to, int[] spiking) {
      return Vectors.step(this, arriving, from, to, spiking);
    }

    @Override
    public void inject(double[] currentPa, int from, int to) {
      drift.inject(currentPa, from, to);
    }

    @Override
    public double potentialMv(int neuron) {
      return v[neuron];
    }

    @Override
    public void state(StateVisitor visitor) {
      visitor.doubles(v);
      visitor.doubles(u);
    }

    @Override
    public long bytes() {
      return 16L * v.length
          + pace.bytes()
          + b.bytes()
          + reset.bytes()
          + d.bytes()
          + threshold.bytes()
          + least.bytes()
          + drift.bytes();
    }
  }

  /** The same in vectors. */
  private static final class Vectors {
    private Vectors() {}

    static int step(State state, Arriving[] arriving, int from, int to, int[] spiking) {
      int spikes = 0;
      for (int i = from; i < to; i += VectorLanes.LENGTH) {
        DoubleVector old = VectorLanes.load(state.v, i);
        DoubleVector u = VectorLanes.load(state.u, i);
        DoubleVector v =
            old.mul(0.04)
                .add(5)
                .mul(old)
                .add(140)
                .sub(u)
                .mul(state.dtMs)
                .add(VectorLanes.load(state.drift.now(), i))
                .add(old)
                .add(VectorLanes.load(arriving[0], i))
                .max(VectorLanes.load(state.least, i));
        v.intoArray(state.v, i);
        old.mul(VectorLanes.load(state.b, i))
            .sub(u)
            .mul(VectorLanes.load(state.pace, i))
            .add(u)
            .intoArray(state.u, i);
        long above = v.compare(VectorOperators.GE, VectorLanes.load(state.threshold, i)).toLong();
        for (; above != 0; above &= above - 1) {
          spikes = state.fire(i + Long.numberOfTrailingZeros(above), spiking, spikes);
        }
      }
      return spikes;
    }
  }
}
