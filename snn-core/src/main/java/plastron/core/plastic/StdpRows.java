package plastron.core.plastic;

import plastron.core.circuit.PairStdp;
import plastron.core.rows.Arrivals;
import plastron.core.rows.DecayTable;
import plastron.core.rows.PostSpikes;
import plastron.core.rows.Stretches;
import plastron.core.state.StateVisitor;

/**
 * Synapses that learn by {@link PairStdp}. A weight changes when a pre spike comes: first by the
 * post spikes since the pre spike before, then by the trace of the post neuron. What a row has in
 * common is kept once: the trace of the pre neuron and when it last spiked.
 */
final class StdpRows extends LearningRows {

  private final PairStdp stdp;
  private final boolean isLinear;
  private final double most;
  private final PostSpikes post;
  private final DecayTable plus;
  private final DecayTable minus;
  private final double[] trace;
  private final int settling;

  StdpRows(PairStdp stdp, double dtMs, Stretches rows, Arrivals arrivals) {
    super(stdp.place(), rows, arrivals);
    this.stdp = stdp;
    most = stdp.greatest();
    isLinear = stdp.muPlus() == 1 && stdp.muMinus() == 1;
    plus = new DecayTable(stdp.tauPlusMs(), dtMs);
    minus = new DecayTable(stdp.tauMinusMs(), dtMs);
    settling = Math.max(256, plus.end() / 2);
    int span = Math.max(plus.end() + settling, minus.end()) + 4 * longest() + settling;
    post = arrivals.postSpikes(minus, span);
    trace = new double[last.length];
  }

  @Override
  void learn(int r, int step, int at) {
    // Post spikes reach the synapse so much later than they are sent; below, steps are those of
    // sending.
    int shift = shift(r);
    int now = step - shift;
    // A post spike that comes together with the pre spike has come before it, or is still to come.
    int seen = seen(r, step);
    double[] sums = arrivals.sums();
    double potentiation = stdp.lambda() * trace[r];
    int came = last[r] - shift;
    for (int k = begin[r]; k < begin[r + 1]; k++) {
      int i = target[k];
      int newest = post.newest(i);
      double w =
          isLinear && newest >= 0 && newest < now
              ? linear(weight[k], potentiation, came, i, newest, now)
              : learned(weight[k], r, i, now, seen);
      weight[k] = w;
      sums[at + i] += w;
    }
    trace[r] = trace[r] * plus.at(step - last[r]) + 1;
    last[r] = step;
  }

  /**
   * A weight after a pre spike that comes behind all spikes of its post neuron, as most do. Where
   * potentiation is linear in the weight, what is missing to the greatest one shrinks by a factor
   * with every spike, in any order.
   *
   * @param step lambda times the trace of the pre neuron after its last spike
   * @param came when that came to the synapse, in steps of sending of the post neuron
   * @param newest step of the newest spike of the post neuron
   */
  private double linear(double w, double step, int came, int i, int newest, int now) {
    int before = isDendritic ? came : came - 1;
    double missing = most - w;
    if (step != 0 && newest > before) {
      missing *= Math.max(0, 1 - step * plus.at(newest - came));
      if (post.second(i) > before) {
        missing = missing(missing, step, came, before, i);
      }
    }
    double y = post.trace(i) * minus.at(now - newest);
    return (most - missing) * Math.max(0, 1 - stdp.alpha() * stdp.lambda() * y);
  }

  /** What is missing after all spikes of a post neuron behind a step but its newest. */
  private double missing(double start, double step, int came, int before, int i) {
    double missing = start;
    int first = post.first(i);
    for (int n = post.count(i) - 2; n >= first; n--) {
      int sent = post.step(i, n);
      if (sent <= before) {
        break;
      }
      missing *= Math.max(0, 1 - step * plus.at(sent - came));
    }
    return missing;
  }

  private double learned(double weight, int r, int i, int now, int seen) {
    int n = post.upTo(i, seen);
    double w = potentiated(weight, r, i, n, shift(r));
    n = post.upTo(i, now - 1, n);
    if (n > post.first(i)) {
      w = depressed(w, post.trace(i, n - 1) * minus.at(now - post.step(i, n - 1)));
    }
    return w;
  }

  /** By the spikes of a post neuron since the last pre spike, up to one of them. */
  private double potentiated(double w, int r, int i, int number, int shift) {
    double x = trace[r];
    if (x == 0) {
      return w;
    }
    int before = last[r] - shift;
    for (int n = post.upTo(i, isDendritic ? before : before - 1, number); n < number; n++) {
      w = potentiated(w, x * plus.at(post.steps()[post.place(i, n)] - before));
    }
    return w;
  }

  @Override
  public void endOfStep(long step) {
    if (step % settling == 0) {
      for (int r = 0; r < last.length; r++) {
        if (trace[r] != 0 && step - last[r] > plus.end() + delay(r)) {
          settle(r);
        }
      }
    }
  }

  /** Nothing is left of the last pre spike: what post spikes made of it needs them no longer. */
  private void settle(int r) {
    int shift = shift(r);
    for (int k = begin[r]; k < begin[r + 1]; k++) {
      weight[k] = potentiated(weight[k], r, target[k], post.count(target[k]), shift);
    }
    trace[r] = 0;
  }

  private double potentiated(double w, double x) {
    if (isLinear) {
      return Math.min(most, w + stdp.lambda() * x * (most - w));
    }
    double part = w / most;
    return most * Math.min(1, part + stdp.lambda() * x * Math.pow(1 - part, stdp.muPlus()));
  }

  private double depressed(double w, double y) {
    double share = stdp.alpha() * stdp.lambda() * y;
    if (isLinear) {
      return Math.max(0, w - share * w);
    }
    double part = w / most;
    return most * Math.max(0, part - share * Math.pow(part, stdp.muMinus()));
  }

  @Override
  public void state(StateVisitor visitor) {
    super.state(visitor);
    visitor.doubles(trace);
  }

  @Override
  public long bytes() {
    return super.bytes() + 8L * trace.length;
  }
}
