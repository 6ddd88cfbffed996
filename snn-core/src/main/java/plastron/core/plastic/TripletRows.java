package plastron.core.plastic;

import plastron.core.circuit.TripletStdp;
import plastron.core.rows.Arrivals;
import plastron.core.rows.DecayTable;
import plastron.core.rows.PostSpikes;
import plastron.core.rows.Stretches;
import plastron.core.state.StateVisitor;

/**
 * Synapses that learn by {@link TripletStdp}. A weight changes when a pre spike comes: first by the
 * post spikes since the pre spike before, then by the trace of the post neuron.
 */
final class TripletRows extends LearningRows {

  private final TripletStdp stdp;
  private final DecayTable plus;
  private final DecayTable minus;
  private final DecayTable slowly;
  private final PostSpikes post;
  private final PostSpikes slowPost;
  private final double[] trace;
  private final double[] slow;
  private final int settling;

  TripletRows(TripletStdp stdp, double dtMs, Stretches rows, Arrivals arrivals) {
    super(stdp.place(), rows, arrivals);
    this.stdp = stdp;
    plus = new DecayTable(stdp.tauPlusMs(), dtMs);
    minus = new DecayTable(stdp.tauMinusMs(), dtMs);
    slowly = new DecayTable(stdp.tauXMs(), dtMs);
    settling = Math.max(256, plus.end() / 2);
    int span = Math.max(plus.end() + settling, minus.end()) + 4 * longest() + settling;
    // Kept for the same span, both have a spike in the same place.
    post = arrivals.postSpikes(minus, span);
    slowPost = arrivals.postSpikes(new DecayTable(stdp.tauYMs(), dtMs), span);
    trace = new double[last.length];
    slow = new double[last.length];
  }

  @Override
  void learn(int r, int step, int at) {
    double[] sums = arrivals.sums();
    int[] steps = post.steps();
    double[] traces = post.traces();
    int now = step - shift(r);
    int seen = seen(r, step);
    double slowBefore = slow[r] * slowly.at(step - last[r]);
    double strength = stdp.pairDepression() + stdp.tripletDepression() * slowBefore;
    for (int k = begin[r]; k < begin[r + 1]; k++) {
      int i = target[k];
      int n = post.upTo(i, seen);
      double w = potentiated(weight[k], r, i, n);
      n = post.upTo(i, now - 1, n);
      if (n > post.first(i)) {
        int place = post.place(i, n - 1);
        w = Math.max(0, w - strength * traces[place] * minus.at(now - steps[place]));
      }
      weight[k] = w;
      sums[at + i] += w;
    }
    trace[r] = trace[r] * plus.at(step - last[r]) + 1;
    slow[r] = slowBefore + 1;
    last[r] = step;
  }

  /** By the spikes of a post neuron since the last pre spike, up to one of them. */
  private double potentiated(double w, int r, int i, int number) {
    if (trace[r] == 0) {
      return w;
    }
    int before = last[r] - shift(r);
    double potentiated = w;
    for (int n = post.upTo(i, seen(r, last[r]), number); n < number; n++) {
      int place = post.place(i, n);
      double x = trace[r] * plus.at(post.steps()[place] - before);
      double slowBefore = slowPost.traces()[place] - 1;
      potentiated += x * (stdp.pairPotentiation() + stdp.tripletPotentiation() * slowBefore);
      potentiated = Math.min(stdp.greatest(), potentiated);
    }
    return potentiated;
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
    for (int k = begin[r]; k < begin[r + 1]; k++) {
      weight[k] = potentiated(weight[k], r, target[k], post.count(target[k]));
    }
    trace[r] = 0;
  }

  @Override
  public void state(StateVisitor visitor) {
    super.state(visitor);
    visitor.doubles(trace);
    visitor.doubles(slow);
  }

  @Override
  public long bytes() {
    return super.bytes() + 8L * (trace.length + slow.length);
  }
}
