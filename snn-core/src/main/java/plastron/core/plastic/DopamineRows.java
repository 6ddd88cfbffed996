package plastron.core.plastic;

import plastron.core.circuit.DopamineStdp;
import plastron.core.rows.Arrivals;
import plastron.core.rows.DecayTable;
import plastron.core.rows.PostSpikes;
import plastron.core.rows.Stretches;
import plastron.core.rows.WeightVisitor;
import plastron.core.state.StateVisitor;

/**
 * Synapses that learn by {@link DopamineStdp}. Weight and eligibility are brought up to date when a
 * pre spike comes, and at the end of every window of the {@link DopamineLevel}.
 */
final class DopamineRows extends LearningRows {

  private final DopamineStdp stdp;
  private final DopamineLevel dopamine;
  private final DecayTable plus;
  private final DecayTable minus;
  private final PostSpikes post;
  private final double[] eligibility;
  private final double[] trace;
  private long now;

  DopamineRows(
      DopamineStdp stdp, DopamineLevel dopamine, double dtMs, Stretches rows, Arrivals arrivals) {
    super(stdp.place(), rows, arrivals);
    this.stdp = stdp;
    this.dopamine = dopamine;
    plus = new DecayTable(stdp.tauPlusMs(), dtMs);
    minus = new DecayTable(stdp.tauMinusMs(), dtMs);
    int span = Math.max(dopamine.window(), minus.end()) + 4 * longest();
    post = arrivals.postSpikes(minus, span);
    eligibility = new double[target.length];
    trace = new double[last.length];
  }

  @Override
  void learn(int r, int step, int at) {
    advance(r, step);
    double[] sums = arrivals.sums();
    int before = step - shift(r);
    for (int k = begin[r]; k < begin[r + 1]; k++) {
      int i = target[k];
      int n = post.upTo(i, before - 1);
      if (n > post.first(i)) {
        int place = post.place(i, n - 1);
        double y = post.traces()[place] * minus.at(before - post.steps()[place]);
        eligibility[k] -= stdp.depression() * y;
      }
      sums[at + i] += weight[k];
    }
    reach(r, step);
    trace[r]++;
  }

  /** The synapses of a stretch have been brought up to a step. */
  private void reach(int r, int step) {
    trace[r] *= plus.at(step - last[r]);
    last[r] = step;
  }

  /** Brings weights and eligibilities of a stretch up to a step. */
  private void advance(int r, int to) {
    int from = last[r];
    if (from == to) {
      return;
    }
    double risen = dopamine.risen(from, to);
    double sunk = dopamine.sunk(from, to);
    double kept = dopamine.eligibility().at(to - from);
    for (int k = begin[r]; k < begin[r + 1]; k++) {
      int i = target[k];
      int end = trace[r] == 0 ? 0 : post.upTo(i, seen(r, to));
      int n = end == 0 ? 0 : post.upTo(i, seen(r, from), end);
      if (n < end) {
        advance(k, r, to, n, end);
      } else {
        weight[k] = dopamine.moved(weight[k], eligibility[k], from, to, risen, sunk);
        eligibility[k] *= kept;
      }
    }
  }

  /** Brings a synapse up to a step, with the spikes of its post neuron in between. */
  private void advance(int k, int r, int to, int first, int end) {
    double w = weight[k];
    double c = eligibility[k];
    int at = last[r];
    for (int n = first; n < end; n++) {
      int step = post.steps()[post.place(target[k], n)] + shift(r);
      w = dopamine.moved(w, c, at, step);
      c *= dopamine.eligibility().at(step - at);
      c += stdp.potentiation() * trace[r] * plus.at(step - last[r]);
      at = step;
    }
    weight[k] = dopamine.moved(w, c, at, to);
    eligibility[k] = c * dopamine.eligibility().at(to - at);
  }

  @Override
  public void arrive(long step) {
    super.arrive(step);
    if (!isDendritic && step % dopamine.window() == 0) {
      settle((int) step);
    }
  }

  @Override
  public void endOfStep(long step) {
    now = step;
    if (isDendritic && step % dopamine.window() == 0) {
      settle((int) step);
    }
  }

  private void settle(int step) {
    for (int r = 0; r < last.length; r++) {
      advance(r, step);
      reach(r, step);
    }
  }

  /**
   * As they are now; they are put back, since being asked for must change no bit of what follows.
   */
  @Override
  public void weights(WeightVisitor visitor) {
    double[] weightsBefore = weight.clone();
    double[] eligibilityBefore = eligibility.clone();
    for (int r = 0; r < last.length; r++) {
      advance(r, (int) now);
    }
    super.weights(visitor);
    System.arraycopy(weightsBefore, 0, weight, 0, weight.length);
    System.arraycopy(eligibilityBefore, 0, eligibility, 0, eligibility.length);
  }

  @Override
  public void state(StateVisitor visitor) {
    super.state(visitor);
    visitor.doubles(eligibility);
    visitor.doubles(trace);
    now = visitor.number(now);
  }

  @Override
  public long bytes() {
    return super.bytes() + 8L * (eligibility.length + trace.length);
  }
}
