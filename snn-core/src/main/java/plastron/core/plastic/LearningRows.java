package plastron.core.plastic;

import java.util.Arrays;
import plastron.core.network.DelayPlace;
import plastron.core.rows.Arrivals;
import plastron.core.rows.IncomingSynapses;
import plastron.core.rows.Stretches;
import plastron.core.rows.WeightVisitor;
import plastron.core.state.StateVisitor;

/**
 * Synapses whose weights change when a pre spike comes to them: when it is sent, if delays are
 * dendritic, or as late as it arrives, if they are axonal. What a stretch has in common is kept
 * once.
 */
abstract class LearningRows implements IncomingSynapses {

  /** Whether delays lie behind the synapse. */
  final boolean isDendritic;

  /** Where each stretch begins, and the end of the last. */
  final int[] begin;

  /** The post neuron of each synapse. */
  final char[] target;

  /** The weight of each synapse. */
  final double[] weight;

  /** For each stretch the step up to which its synapses are told, such as that of a pre spike. */
  final int[] last;

  final Arrivals arrivals;
  private final int[] stretch;
  private final int[] delay;
  private final int channel;
  private final SpikeQueue waiting;

  LearningRows(DelayPlace place, Stretches rows, Arrivals arrivals) {
    this.arrivals = arrivals;
    isDendritic = place == DelayPlace.DENDRITE;
    stretch = rows.stretch();
    begin = rows.begin();
    delay = rows.delay();
    target = rows.target();
    weight = rows.weights();
    channel = rows.channel();
    last = new int[delay.length];
    waiting = new SpikeQueue(isDendritic ? 0 : longest());
  }

  /** A pre spike comes to the synapses of a stretch; {@code at} is where sums of weights begin. */
  abstract void learn(int r, int step, int at);

  /** The longest delay, steps. */
  final int longest() {
    return Arrays.stream(delay).max().orElse(1);
  }

  /** The delay of a stretch, steps. */
  final int delay(int r) {
    return delay[r];
  }

  /** So much later than they are sent post spikes reach the synapses of a stretch, steps. */
  final int shift(int r) {
    return isDendritic ? delay[r] : 0;
  }

  /** Up to which step post spikes are sent that come to a stretch before a pre spike of a step. */
  final int seen(int r, int step) {
    return isDendritic ? step - delay[r] : step - 1;
  }

  @Override
  public final void deliver(long step, int[] spikes, int from, int to) {
    for (int s = from; s < to; s++) {
      for (int r = stretch[spikes[s]]; r < stretch[spikes[s] + 1]; r++) {
        if (isDendritic) {
          learn(r, (int) step, arrivals.begin(step + delay[r], channel));
        } else {
          waiting.add(step + delay[r], r);
        }
      }
    }
  }

  @Override
  public final boolean isPunctual() {
    return !isDendritic;
  }

  @Override
  public void arrive(long step) {
    if (!isDendritic) {
      int[] rows = waiting.due(step);
      int at = arrivals.begin(step, channel);
      for (int k = 0; k < waiting.size(step); k++) {
        learn(rows[k], (int) step, at);
      }
      waiting.clear(step);
    }
  }

  @Override
  public void weights(WeightVisitor visitor) {
    for (int j = 0; j + 1 < stretch.length; j++) {
      for (int r = stretch[j]; r < stretch[j + 1]; r++) {
        for (int k = begin[r]; k < begin[r + 1]; k++) {
          visitor.synapse(j, target[k], delay[r], weight[k]);
        }
      }
    }
  }

  @Override
  public void state(StateVisitor visitor) {
    visitor.doubles(weight);
    visitor.ints(last);
    waiting.state(visitor);
  }

  @Override
  public final int degree(int pre) {
    return begin[stretch[pre + 1]] - begin[stretch[pre]];
  }

  @Override
  public final long size() {
    return target.length;
  }

  @Override
  public long bytes() {
    return 4L * (stretch.length + begin.length + delay.length + last.length) + 10L * target.length;
  }
}
