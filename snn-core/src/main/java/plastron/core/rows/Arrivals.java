package plastron.core.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plastron.core.lanes.Arriving;
import plastron.core.lanes.Lanes;
import plastron.core.state.StateVisitor;

/**
 * What arrives at the neurons of a block in the steps to come: for each step as many rows of sums
 * as the neurons have channels, the steps one behind the other in a ring, and counts of what is the
 * same for all synapses. Owned by one thread.
 */
public final class Arrivals {

  private final double[] sums;
  private final int rowLength;
  private final int stepLength;
  private final int mask;
  private final int neurons;
  private final boolean isSummed;
  private final boolean[] counted;
  private final List<ArrivalCounts> counts = new ArrayList<>();
  private final Arriving[] arriving;
  private final List<PostSpikes> postSpikes = new ArrayList<>();
  private final List<SpikeListener> listeners = new ArrayList<>();

  /**
   * @param neurons of the block
   * @param channels sums of a neuron
   * @param longest delay of what is summed, steps; 0 if nothing is
   */
  public Arrivals(int neurons, int channels, int longest) {
    this.neurons = neurons;
    isSummed = longest > 0;
    counted = new boolean[channels];
    rowLength = Lanes.padded(neurons);
    stepLength = rowLength * channels;
    int slots = slots(longest);
    mask = slots - 1;
    sums = new double[Math.multiplyExact(stepLength, slots)];
    arriving = new Arriving[channels];
    Arrays.setAll(arriving, channel -> new Arriving(sums, 0));
  }

  private static int slots(int longest) {
    return Integer.highestOneBit(Math.max(1, longest) * 2 - 1);
  }

  /** All sums; those of a step are changed by whoever delivers or takes. */
  public double[] sums() {
    return sums;
  }

  /** Where the sums of a channel in a step begin. */
  public int begin(long step, int channel) {
    return ((int) step & mask) * stepLength + channel * rowLength;
  }

  /** Counts of what arrives over synapses of the same weight and delay. */
  ArrivalCounts counts(double weight, int channel, int delay) {
    ArrivalCounts added =
        new ArrivalCounts(rowLength, slots(delay), weight, channel, !counted[channel]);
    counted[channel] = true;
    counts.add(added);
    return added;
  }

  /**
   * The spikes of the neurons themselves, kept for plastic synapses from now on.
   *
   * @param decay of the trace that is kept with each
   * @param span steps after which no synapse asks for a spike any more
   */
  public PostSpikes postSpikes(DecayTable decay, int span) {
    PostSpikes added = new PostSpikes(neurons, decay, span);
    postSpikes.add(added);
    listen(added);
    return added;
  }

  /** Tells of the spikes of the neurons themselves from now on. */
  public void listen(SpikeListener listener) {
    listeners.add(listener);
  }

  /** Who is to be told of the spikes of the neurons themselves. */
  public List<SpikeListener> listeners() {
    return listeners;
  }

  /**
   * Whether what arrives in a step is counted, one weight for a channel, so that nobody needs sums.
   */
  private boolean isCounted() {
    boolean isCounted = !isSummed && counts.size() == counted.length;
    for (int c = 0; isCounted && c < counts.size(); c++) {
      isCounted = counts.get(c).isFirst() && counts.get(c).isWhole();
    }
    return isCounted;
  }

  /**
   * What arrives in a step, by channel, until the next step.
   *
   * @param more whether something else is still to be added to the sums
   * @param from first neuron, a multiple of {@link Lanes#PAD}
   * @param to behind the last, likewise
   */
  public Arriving[] complete(long step, boolean more, int from, int to) {
    if (!more && isCounted()) {
      for (int c = 0; c < counts.size(); c++) {
        counts.get(c).show(step, arriving[counts.get(c).channel()]);
      }
    } else {
      sum(step, from, to);
    }
    return arriving;
  }

  /** Completes the sums, which counts of spikes then are part of. */
  private void sum(long step, int from, int to) {
    for (int channel = 0; channel < counted.length; channel++) {
      arriving[channel].summed(begin(step, channel));
      if (!isSummed && !counted[channel]) {
        clear(step, channel, from, to);
      }
    }
    for (int c = 0; c < counts.size(); c++) {
      ArrivalCounts of = counts.get(c);
      int at = begin(step, of.channel());
      if (isSummed || !of.isFirst()) {
        of.add(step, sums, at, from, to);
      } else {
        of.set(step, sums, at, from, to);
      }
    }
  }

  /** Makes room for what arrives when the place of a step in the ring comes round again. */
  public void clear(long step, int from, int to) {
    for (int c = 0; c < counts.size(); c++) {
      counts.get(c).forget(step, from, to);
    }
    for (int channel = 0; isSummed && channel < counted.length; channel++) {
      clear(step, channel, from, to);
    }
  }

  private void clear(long step, int channel, int from, int to) {
    int at = begin(step, channel);
    Arrays.fill(sums, at + from, at + to, 0);
  }

  /** Shows what has been delivered and has not arrived yet, and what is kept of spikes. */
  public void state(StateVisitor visitor) {
    visitor.doubles(sums);
    counts.forEach(c -> c.state(visitor));
    postSpikes.forEach(p -> p.state(visitor));
  }

  /** Bytes. */
  public long bytes() {
    return 8L * sums.length
        + counts.stream().mapToLong(ArrivalCounts::bytes).sum()
        + postSpikes.stream().mapToLong(PostSpikes::bytes).sum();
  }
}
