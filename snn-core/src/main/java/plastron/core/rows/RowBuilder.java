package plastron.core.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plastron.core.rows.PackedRows.Packing;

/** Lays the synapses of connections out in memory that end in one block of neurons. */
public final class RowBuilder {

  /** Neurons of a block at most, so that 16 bits number them. */
  public static final int MOST = 1 << Character.SIZE;

  /** From this share of all pairs on, a bit for every pair takes less memory and time than rows. */
  private static final double DENSE = 1. / 24;

  private final SynapseDraws drawn;
  private final int from;
  private final int to;
  private final int channels;
  private final Arrivals arrivals;

  /**
   * @param from first neuron of the block in its population
   * @param to behind its last, at most {@link #MOST} further
   * @param channels of the receiving model
   * @param arrivals of the block
   */
  public RowBuilder(SynapseDraws drawn, int from, int to, int channels, Arrivals arrivals) {
    this.drawn = drawn;
    this.from = from;
    this.to = to;
    this.channels = channels;
    this.arrivals = arrivals;
  }

  /** First neuron of the block in its population. */
  public int from() {
    return from;
  }

  /** Neurons of the block. */
  public int neurons() {
    return to - from;
  }

  /** Channels of the receiving model. */
  public int channels() {
    return channels;
  }

  /** The longest delay of those synapses of connections whose weights are summed, steps, or 0. */
  public static int longestSummed(SynapseDraws drawn) {
    return drawn.isUniform() ? 0 : drawn.longest();
  }

  /** The synapses, in as many parts as the ways in which they are laid out; none is plastic. */
  public List<IncomingSynapses> build() {
    List<IncomingSynapses> parts = new ArrayList<>();
    for (Levels levels : Levels.of(drawn.connections())) {
      int channel = channel(levels);
      if (!drawn.isUniform()) {
        parts.add(varied(levels, channel));
      } else if (isDense()) {
        parts.addAll(bits(levels.values()[0], channel));
      } else {
        parts.add(uniform(levels, channel));
      }
    }
    return parts;
  }

  /** The synapses as rows that are to become plastic. */
  public List<Stretches> stretches() {
    return Levels.of(drawn.connections()).stream().map(this::stretches).toList();
  }

  private int channel(Levels levels) {
    return channels == 1 || levels.isExcitatory() ? 0 : 1;
  }

  private boolean isDense() {
    double pairs = (double) drawn.pre() * drawn.post();
    return drawn.connections().pattern().expected(drawn.pre(), drawn.post()) >= DENSE * pairs
        && (double) drawn.pre() * BitRows.words(to - from) < Integer.MAX_VALUE - 8;
  }

  /** A bit for every pair of neurons, and rows of what a pair has besides. */
  private List<IncomingSynapses> bits(double weight, int channel) {
    int words = BitRows.words(to - from);
    long[] bits = new long[drawn.pre() * words];
    int[] begin = new int[drawn.pre() + 1];
    PairList again = new PairList();
    drawn.each(
        from,
        to,
        (pre, post, w, delay) -> {
          int target = post - from;
          int word = pre * words + target / Long.SIZE;
          long bit = 1L << target;
          if ((bits[word] & bit) == 0) {
            bits[word] |= bit;
          } else {
            again.add(pre, target);
            begin[pre + 1]++;
          }
        });
    sum(begin);
    char[] target = new char[again.size()];
    int[] next = begin.clone();
    for (int k = 0; k < again.size(); k++) {
      target[next[again.pre(k)]++] = (char) again.post(k);
    }
    int delay = drawn.shortest();
    return List.of(
        new BitRows(words, bits, delay, arrivals.counts(weight, channel, delay)),
        new UniformRows(begin, target, delay, arrivals.counts(weight, channel, delay)));
  }

  private IncomingSynapses uniform(Levels levels, int channel) {
    int[] begin = begin(levels);
    int[] next = begin.clone();
    char[] target = new char[begin[drawn.pre()]];
    drawn.each(
        from,
        to,
        (pre, post, weight, delay) -> {
          if (levels.has(weight)) {
            target[next[pre]++] = (char) (post - from);
          }
        });
    int delay = drawn.shortest();
    return new UniformRows(
        begin, target, delay, arrivals.counts(levels.values()[0], channel, delay));
  }

  private IncomingSynapses varied(Levels levels, int channel) {
    Packing packing = Packing.of(to - from, levels.values().length, drawn.shortest());
    return packing.fits(drawn.longest())
        ? packed(levels, channel, packing)
        : new VariedRows(stretches(levels), arrivals);
  }

  private IncomingSynapses packed(Levels levels, int channel, Packing packing) {
    int[] begin = begin(levels);
    int[] next = begin.clone();
    int[] synapses = new int[begin[drawn.pre()]];
    drawn.each(
        from,
        to,
        (pre, post, weight, delay) -> {
          if (levels.has(weight)) {
            synapses[next[pre]++] =
                packing.pack(post - from, levels.code(weight), drawn.steps(delay));
          }
        });
    return new PackedRows(begin, synapses, packing, levels, channel, arrivals);
  }

  private Stretches stretches(Levels levels) {
    int[] begin = begin(levels);
    int[] next = begin.clone();
    int size = begin[drawn.pre()];
    char[] target = new char[size];
    char[] code = new char[size];
    int[] delays = new int[size];
    drawn.each(
        from,
        to,
        (pre, post, weight, delay) -> {
          if (levels.has(weight)) {
            int k = next[pre]++;
            target[k] = (char) (post - from);
            code[k] = levels.code(weight);
            delays[k] = drawn.steps(delay);
          }
        });
    return new Stretches(
        drawn.shortest(),
        drawn.longest(),
        begin,
        target,
        code,
        levels.values(),
        channel(levels),
        delays);
  }

  /** Where the row of each pre neuron begins. */
  private int[] begin(Levels levels) {
    int[] begin = new int[drawn.pre() + 1];
    drawn.each(
        from,
        to,
        (pre, post, weight, delay) -> {
          if (levels.has(weight)) {
            begin[pre + 1]++;
          }
        });
    sum(begin);
    return begin;
  }

  private static void sum(int[] begin) {
    for (int j = 1; j < begin.length; j++) {
      begin[j] = Math.addExact(begin[j - 1], begin[j]);
    }
  }

  /** Pairs of neurons, in the order in which they were added. */
  private static final class PairList {
    private long[] pairs = new long[16];
    private int size;

    void add(int pre, int post) {
      if (size == pairs.length) {
        pairs = Arrays.copyOf(pairs, size + size / 2);
      }
      pairs[size++] = ((long) pre << Integer.SIZE) | post;
    }

    int size() {
      return size;
    }

    int pre(int k) {
      return (int) (pairs[k] >>> Integer.SIZE);
    }

    int post(int k) {
      return (int) pairs[k];
    }
  }
}
