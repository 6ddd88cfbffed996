package plastron.core.plastic;

import plastron.core.circuit.DopamineStdp;
import plastron.core.rows.DecayTable;
import plastron.core.rows.IncomingSynapses;
import plastron.core.state.StateVisitor;

/**
 * The dopamine of {@link DopamineStdp} at every step of the last stretch of time, and what it makes
 * of an eligibility: {@code w} changes from a to b by {@code c(a)} times the integral of {@code
 * (n(s) - b) exp(-(s - a) / tau_c)}. Time is cut into windows; the integral of n up to each step is
 * kept from the beginning of its window, so that any interval within a window is a difference.
 */
final class DopamineLevel implements IncomingSynapses {

  /** Steps of a window at most. */
  private static final int MOST = 1 << 14;

  /** Time constants of eligibility in a window: more would cost digits. */
  private static final double WINDOW = 4;

  private final DopamineStdp stdp;
  private final double dtMs;
  private final int delay;
  private final int window;
  private final int mask;
  private final DecayTable eligibility;
  private final double perStep;
  private final double kept;
  private final double[] level;
  private final double[] integral;
  private long arriving;

  /**
   * @param delay from spikes to synapses, steps
   */
  DopamineLevel(DopamineStdp stdp, double dtMs, int delay) {
    this.stdp = stdp;
    this.dtMs = dtMs;
    this.delay = delay;
    window = (int) Math.clamp(WINDOW * stdp.tauEligibilityMs() / dtMs, 1, MOST);
    eligibility = new DecayTable(stdp.tauEligibilityMs(), dtMs);
    kept = Math.exp(-dtMs / stdp.tauDopamineMs());
    perStep = integral(1, dtMs);
    int slots =
        Integer.highestOneBit(
            Math.multiplyExact(2, Math.addExact(window + 1, Math.multiplyExact(2, delay))));
    mask = slots - 1;
    level = new double[slots];
    integral = new double[slots];
  }

  /** The integral of dopamine that decays for some time beside an eligibility of 1. */
  private double integral(double level, double ms) {
    double rate = 1 / stdp.tauDopamineMs() + 1 / stdp.tauEligibilityMs();
    return -level / rate * Math.expm1(-rate * ms);
  }

  /** Steps of a window; the first one begins at step 0. */
  int window() {
    return window;
  }

  /** How eligibility decays. */
  DecayTable eligibility() {
    return eligibility;
  }

  @Override
  public void deliver(long step, int[] spikes, int from, int to) {
    arriving += to - from;
  }

  @Override
  public void endOfStep(long step) {
    int at = (int) step + delay;
    int before = (at - 1) % window;
    double sum = before == 0 ? 0 : integral[(at - 1) & mask];
    double past = level[(at - 1) & mask];
    integral[at & mask] = sum + past * perStep * eligibility.at(before);
    level[at & mask] = past * kept + arriving / stdp.tauDopamineMs();
    arriving = 0;
  }

  /**
   * What dopamine adds to a weight with an eligibility of 1, within a window.
   *
   * @param from step
   * @param to step, later
   */
  double risen(int from, int to) {
    int since = from % window;
    double before = since == 0 ? 0 : integral[from & mask];
    return (integral[to & mask] - before) / eligibility.at(since);
  }

  /** What the baseline takes away from it. */
  double sunk(int from, int to) {
    return stdp.baseline() * stdp.tauEligibilityMs() * (1 - eligibility.at(to - from));
  }

  /**
   * A weight after some time.
   *
   * @param w before
   * @param c eligibility before
   * @param from step
   * @param to step, in the same window, at least {@code from}
   */
  double moved(double w, double c, int from, int to) {
    return from == to ? w : moved(w, c, from, to, risen(from, to), sunk(from, to));
  }

  /** The same, with {@link #risen} and {@link #sunk} known. */
  double moved(double w, double c, int from, int to, double risen, double sunk) {
    double reach = Math.abs(c) * (risen + sunk);
    // Without a baseline a weight goes one way, so that bounds may wait for the end.
    if (sunk == 0 || (w - reach >= stdp.least() && w + reach <= stdp.greatest())) {
      return bounded(w + c * (risen - sunk));
    }
    return c == 0 ? w : stepByStep(w, c, from, to);
  }

  /** A weight that may meet a bound on its way: it goes one way as long as n - b has one sign. */
  private double stepByStep(double w, double c, int from, int to) {
    double moved = w;
    int begin = from;
    while (begin < to) {
      int sign = sign(begin);
      int end = begin + 1;
      while (sign != 0 && end < to && sign(end) == sign) {
        end++;
      }
      double eligible = c * eligibility.at(begin - from);
      double change = risen(begin, end) - sunk(begin, end);
      if (sign == 0) {
        double until = untilBaseline(begin);
        moved = bounded(moved + eligible * until);
        change -= until;
      }
      moved = bounded(moved + eligible * change);
      begin = end;
    }
    return moved;
  }

  /** Whether n - b is above or below 0 from a step to the next; 0 if it changes its sign. */
  private int sign(int step) {
    double n = level[step & mask];
    return n <= stdp.baseline() ? -1 : n * kept >= stdp.baseline() ? 1 : 0;
  }

  /** What comes of an eligibility of 1 from a step on until dopamine has fallen to its baseline. */
  private double untilBaseline(int step) {
    double n = level[step & mask];
    double ms = Math.min(dtMs, stdp.tauDopamineMs() * Math.log(n / stdp.baseline()));
    double tau = stdp.tauEligibilityMs();
    return integral(n, ms) + stdp.baseline() * tau * Math.expm1(-ms / tau);
  }

  private double bounded(double w) {
    return Math.clamp(w, stdp.least(), stdp.greatest());
  }

  @Override
  public void state(StateVisitor visitor) {
    visitor.doubles(level);
    visitor.doubles(integral);
  }

  @Override
  public int degree(int pre) {
    return 0;
  }

  @Override
  public long size() {
    return 0;
  }

  @Override
  public long bytes() {
    return 8L * (level.length + integral.length);
  }
}
