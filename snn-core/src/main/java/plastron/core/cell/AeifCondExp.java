package plastron.core.cell;

import java.util.stream.Stream;
import plastron.core.check.Require;
import plastron.core.lanes.Arriving;
import plastron.core.lanes.CellParameter;
import plastron.core.lanes.Relaxation;
import plastron.core.ledger.Departure;
import plastron.core.network.Values;
import plastron.core.state.StateVisitor;

/**
 * Adaptive exponential integrate-and-fire neuron (Brette and Gerstner 2005, equations 3 to 5) with
 * the conductances of {@link IafCondExp}: {@code C dV/dt = -g_L (V - E_L) + g_L Delta_T exp((V -
 * V_th) / Delta_T) - w + g_e (E_e - V) + g_i (E_i - V) + I}, {@code tau_w dw/dt = a (V - E_L) - w}.
 * A neuron spikes where V gets to {@code V_peak}; then V becomes {@code V_reset} and w grows by b.
 * With {@code t_ref = 0} it goes on from there within the step. w starts at 0. NEST's
 * aeif_cond_exp, in its order.
 *
 * <p>A step is symmetric (Strang 1968): half a step of w; half a step of leak and conductances by
 * the exponential Euler method with their means; the exponential current alone, exactly, also where
 * it grows without bound; and the two halves once more in reverse. It is of second order between
 * spikes, stable for steps of any length, and finds the time within the step at which V gets to its
 * peak.
 *
 * @param membrane with {@code V_peak} as its threshold and {@code C / g_L} as its time constant
 * @param slopeMv {@code Delta_T}, mV, above 0
 * @param onsetMv {@code V_th}, where the exponential current is as strong as that of the leak
 *     Delta_T away from rest, mV
 * @param a how w follows V, nS
 * @param b by how much w grows with a spike, pA
 * @param tauWMs {@code tau_w}, ms, above 0
 * @param excitatoryMs time constant of the conductance of weights of at least 0, ms, above 0
 * @param inhibitoryMs the same of weights below 0
 * @param excitatoryMv its reversal potential {@code E_e}, mV
 * @param inhibitoryMv the same of the inhibitory conductance
 */
@Departure(
    from = "NEST",
    what =
        "aeif_cond_exp is solved by an adaptive Runge-Kutta method; here by a splitting that takes"
            + " the exponential current exactly.",
    reason =
        "An exponential and a logarithm a step, with an error of second order in the step between"
            + " spikes.",
    test = "AeifCondExpTest.isOfSecondOrder")
public record AeifCondExp(
    CellMembrane membrane,
    Values slopeMv,
    Values onsetMv,
    Values a,
    Values b,
    Values tauWMs,
    Values excitatoryMs,
    Values inhibitoryMs,
    Values excitatoryMv,
    Values inhibitoryMv)
    implements NeuronModel {

  public AeifCondExp {
    Require.given("membrane", membrane);
    CellMembrane.requirePositive("Slope of the exponential current", slopeMv, "mV");
    CellMembrane.requireFinite("Onset of the exponential current", onsetMv, "mV");
    CellMembrane.requireFinite("Adaptation a", a, "nS");
    CellMembrane.requireFinite("Adaptation b", b, "pA");
    CellMembrane.requirePositive("Time constant of adaptation", tauWMs, "ms");
    CellMembrane.requirePositive("Excitatory synaptic time constant", excitatoryMs, "ms");
    CellMembrane.requirePositive("Inhibitory synaptic time constant", inhibitoryMs, "ms");
    CellMembrane.requireFinite("Excitatory reversal potential", excitatoryMv, "mV");
    CellMembrane.requireFinite("Inhibitory reversal potential", inhibitoryMv, "mV");
  }

  @Override
  public String label() {
    return "aeif_cond_exp";
  }

  @Override
  public boolean fits(int neurons) {
    return membrane.fits(neurons)
        && Stream.of(slopeMv, onsetMv, a, b, tauWMs).allMatch(v -> v.fits(neurons))
        && Stream.of(excitatoryMs, inhibitoryMs, excitatoryMv, inhibitoryMv)
            .allMatch(v -> v.fits(neurons));
  }

  @Override
  public int channels() {
    return 2;
  }

  @Override
  public Cells cells(int from, int to, double dtMs) {
    return new State(this, from, to, dtMs);
  }

  /** Neurons, w in pA, and their loop. Conductances move on by halves of steps. */
  private static final class State extends IafCells {
    private final double[] w;

    /** Half a step over the time constant of the membrane. */
    private final CellParameter halfLeak;

    private final CellParameter perPa;
    private final CellParameter slope;
    private final CellParameter onset;

    /** How many steps the exponential current takes from the peak to infinity. */
    private final CellParameter beyondPeak;

    private final CellParameter a;
    private final CellParameter b;
    private final CellParameter halfForgetting;
    private final CellParameter forgetting;

    private final Conductance excitatory;
    private final Conductance inhibitory;

    State(AeifCondExp model, int from, int to, double dtMs) {
      super(model.membrane, from, to, dtMs, i -> dtMs / 2 / model.membrane.capacitancePf().at(i));
      CellMembrane m = model.membrane;
      w = new double[v.length()];
      halfLeak = parameter(i -> dtMs / 2 / m.tauMs().at(i));
      perPa = parameter(i -> dtMs / 2 / m.capacitancePf().at(i));
      slope = parameter(model.slopeMv::at);
      onset = parameter(i -> model.onsetMv.at(i) - m.leakMv().at(i));
      beyondPeak =
          parameter(
              i ->
                  Math.exp((model.onsetMv.at(i) - m.thresholdMv().at(i)) / model.slopeMv.at(i))
                      * m.tauMs().at(i)
                      / dtMs);
      a = parameter(model.a::at);
      b = parameter(model.b::at);
      halfForgetting = parameter(i -> -Math.expm1(-dtMs / 2 / model.tauWMs.at(i)));
      forgetting = parameter(i -> dtMs / model.tauWMs.at(i));
      excitatory = new Conductance(this, m, model.excitatoryMs, model.excitatoryMv, dtMs / 2);
      inhibitory = new Conductance(this, m, model.inhibitoryMs, model.inhibitoryMv, dtMs / 2);
    }

    @Override
    public int step(long step, Arriving[] arriving, int from, int to, int[] spiking) {
      int spikes = 0;
      for (int i = from; i < to; i++) {
        if (isFree(i, step)) {
          spikes = move(i, step, spiking, spikes);
        } else {
          adapt(i);
          adapt(i);
          decay(i);
        }
        decay(i);
        excitatory.receive(i, arriving[0].of(i));
        inhibitory.receive(i, arriving[1].of(i));
      }
      return spikes;
    }

    /** Moves a free neuron, whose conductances are half a step on afterwards. */
    private int move(int i, long step, int[] spiking, int spikes) {
      double before = w[i];
      adapt(i);
      double half = relaxed(i, v.get(i), 1, 0);
      decay(i);
      double moved = 2 * exponential(i, half);
      double untilPeak = 1 / moved - beyondPeak.at(i);
      if (untilPeak > 1) {
        v.set(i, relaxed(i, half - slope.at(i) * Math.log1p(-moved), 1, 0));
        adapt(i);
        return spikes;
      }
      double part = Math.max(0, untilPeak);
      // On the way to a peak far above, the potential is in the mean a slope above its start.
      w[i] = before;
      follow(i, half + slope.at(i), part);
      w[i] += b.at(i);
      v.set(i, threshold.at(i));
      int more = fire(i, step, spiking, spikes);
      follow(i, v.get(i), 1 - part);
      if (isFree(i, step + 1)) {
        double current = slope.at(i) * exponential(i, v.get(i));
        v.set(i, relaxed(i, v.get(i), 2 * (1 - part), current));
      }
      return more;
    }

    /** By how many slopes the exponential current moves a potential in half a step at first. */
    private double exponential(int i, double potential) {
      return halfLeak.at(i) * Math.exp((potential - onset.at(i)) / slope.at(i));
    }

    /**
     * A potential after leak, conductances, adaptation and currents.
     *
     * @param halves for so many halves of a step
     * @param more what else moves it in half a step, mV
     */
    private double relaxed(int i, double potential, double halves, double more) {
      double e = excitatory.perStep(i);
      double h = inhibitory.perStep(i);
      double leak = halfLeak.at(i);
      double rate =
          drift.at(i)
              + more
              - w[i] * perPa.at(i)
              - potential * leak
              + (excitatory.reversal.at(i) - potential) * e
              - (inhibitory.reversal.at(i) - potential) * h;
      return rate * halves * Relaxation.of((leak + e - h) * halves) + potential;
    }

    /** Half a step of w. */
    private void adapt(int i) {
      w[i] += halfForgetting.at(i) * (a.at(i) * v.get(i) - w[i]);
    }

    /** A part of a step of w, by Euler's method. */
    private void follow(int i, double potential, double part) {
      w[i] += forgetting.at(i) * part * (a.at(i) * potential - w[i]);
    }

    /** Half a step of the conductances. */
    private void decay(int i) {
      excitatory.decay(i);
      inhibitory.decay(i);
    }

    @Override
    public void state(StateVisitor visitor) {
      super.state(visitor);
      visitor.doubles(w);
      excitatory.state(visitor);
      inhibitory.state(visitor);
    }

    @Override
    public long bytes() {
      return super.bytes()
          + 8L * w.length
          + Stream.of(halfLeak, perPa, slope, onset, beyondPeak, a, b, halfForgetting, forgetting)
              .mapToLong(CellParameter::bytes)
              .sum()
          + excitatory.bytes()
          + inhibitory.bytes();
    }
  }
}
