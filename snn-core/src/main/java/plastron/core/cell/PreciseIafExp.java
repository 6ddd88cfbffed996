package plastron.core.cell;

import java.util.Arrays;
import plastron.core.network.Values;
import plastron.core.spikes.SpikeClock;
import plastron.core.state.StateVisitor;

/**
 * {@link IafExp} from event to event (Morrison et al. 2007; NEST's iaf_psc_exp_ps): exact, the
 * crossing of the threshold found to the last digits. What arrives while a neuron is refractory
 * counts.
 */
final class PreciseIafExp implements PreciseCells {

  private static final int HALVINGS = 200;

  private final CellMembrane membrane;
  private final Values excitatoryMs;
  private final Values inhibitoryMs;
  private final double dtMs;
  private final SpikeClock clock;
  private final double[] v;
  private final double[] excitatory;
  private final double[] inhibitory;
  private final double[] time;
  private final double[] freeAt;

  PreciseIafExp(IafExp model, int neurons, double dtMs, SpikeClock clock) {
    membrane = model.membrane();
    excitatoryMs = model.excitatoryMs();
    inhibitoryMs = model.inhibitoryMs();
    this.dtMs = dtMs;
    this.clock = clock;
    v = new double[neurons];
    excitatory = new double[neurons];
    inhibitory = new double[neurons];
    time = new double[neurons];
    freeAt = new double[neurons];
    Arrays.setAll(v, i -> membrane.startMv().at(i) - membrane.leakMv().at(i));
    Arrays.fill(freeAt, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < neurons; i++) {
      if (!(membrane.resetMv().at(i) < membrane.thresholdMv().at(i))) {
        throw new IllegalArgumentException(
            "Reset potential of neuron %d (%s mV) must be below its threshold (%s mV)."
                .formatted(i, membrane.resetMv().at(i), membrane.thresholdMv().at(i)));
      }
    }
  }

  @Override
  public void advance(int i, double toMs, Sink sink) {
    while (time[i] < toMs) {
      double next = Math.min(toMs, nextGridTime(time[i]));
      if (freeAt[i] > time[i]) {
        next = Math.min(next, freeAt[i]);
      }
      if (freeAt[i] <= time[i] && isAsleep(i)) {
        next = toMs;
      }
      move(i, next, sink);
    }
  }

  /** The first time of the grid behind a time. */
  private double nextGridTime(double timeMs) {
    long k = (long) Math.floor(timeMs / dtMs);
    while (k * dtMs <= timeMs) {
      k++;
    }
    return k * dtMs;
  }

  /** Moves a neuron that is either free all the way or held all the way, up to its spike. */
  private void move(int i, double toMs, Sink sink) {
    double end = toMs;
    if (freeAt[i] <= time[i]) {
      double threshold = membrane.thresholdMv().at(i) - membrane.leakMv().at(i);
      double moved = potential(i, toMs - time[i]);
      if (moved >= threshold) {
        end = clock.crossed(time[i] + crossing(i, toMs - time[i], threshold), toMs);
        freeAt[i] = clock.after(end, membrane.refractoryMs().at(i));
        sink.spike(i, end);
        moved = membrane.resetMv().at(i) - membrane.leakMv().at(i);
      }
      v[i] = moved;
    }
    double x = end - time[i];
    excitatory[i] *= Math.exp(-x / excitatoryMs.at(i));
    inhibitory[i] *= Math.exp(-x / inhibitoryMs.at(i));
    time[i] = end;
  }

  /** Above the leak, after a time x without events. */
  private double potential(int i, double x) {
    return potential(i, 0, x);
  }

  /** The same after a time x that begins when the neuron was held for a while from now on. */
  private double potential(int i, double held, double x) {
    return membrane.decay(i, x) * v[i]
        + membrane.fromConstant(i, x) * membrane.currentPa().at(i)
        + fromCurrent(i, excitatoryMs.at(i), held, x) * excitatory[i]
        + fromCurrent(i, inhibitoryMs.at(i), held, x) * inhibitory[i];
  }

  private double fromCurrent(int i, double tauMs, double held, double x) {
    return Math.exp(-held / tauMs) * membrane.fromExponential(i, tauMs, x);
  }

  /** When the potential, below the threshold now and not below it after a time x, crosses it. */
  private double crossing(int i, double x, double threshold) {
    double below = 0;
    double above = x;
    double belowBy = potential(i, below) - threshold;
    double aboveBy = potential(i, above) - threshold;
    for (int k = 0; k < HALVINGS && Math.nextUp(below) < above; k++) {
      // A secant step where it halves the interval at least every other time, otherwise a halving.
      double middle = below + (above - below) / 2;
      double secant = below - belowBy * (above - below) / (aboveBy - belowBy);
      double next = k % 2 == 0 && secant > below && secant < above ? secant : middle;
      double by = potential(i, next) - threshold;
      if (by >= 0) {
        above = next;
        aboveBy = by;
      } else {
        below = next;
        belowBy = by;
      }
      if (by == 0) {
        break;
      }
    }
    return above;
  }

  @Override
  public void arrive(int i, double weight) {
    if (weight >= 0) {
      excitatory[i] += weight;
    } else {
      inhibitory[i] += weight;
    }
  }

  @Override
  public boolean isAsleep(int i) {
    // What the constant current and all of the excitatory one could add to the potential at most.
    double tau = membrane.tauMs().at(i);
    double perPa = tau / membrane.capacitancePf().at(i);
    double drift = Math.max(0, membrane.currentPa().at(i) * perPa);
    double synaptic =
        excitatory[i] * Math.min(perPa, excitatoryMs.at(i) / membrane.capacitancePf().at(i));
    double threshold = membrane.thresholdMv().at(i) - membrane.leakMv().at(i);
    double start = Math.max(v[i], membrane.resetMv().at(i) - membrane.leakMv().at(i));
    return Math.max(0, start) + drift + synaptic < threshold;
  }

  @Override
  public double potentialMv(int i, double timeMs) {
    double free = Math.max(time[i], freeAt[i]);
    double moved = free < timeMs ? potential(i, free - time[i], timeMs - free) : v[i];
    return moved + membrane.leakMv().at(i);
  }

  @Override
  public void state(StateVisitor visitor) {
    visitor.doubles(v);
    visitor.doubles(excitatory);
    visitor.doubles(inhibitory);
    visitor.doubles(time);
    visitor.doubles(freeAt);
  }
}
