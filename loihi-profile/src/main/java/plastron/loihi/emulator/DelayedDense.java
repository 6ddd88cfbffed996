package plastron.loihi.emulator;

import java.util.Arrays;
import plastron.loihi.arithmetic.LoihiArithmetic;

/**
 * Static synapses with a delay each (lava, PyDelayDenseModelBitAcc): a spike of step t reaches the
 * neurons in step t + 1 + delay. The spikes of one step are summed for each delay by itself, and
 * each sum reaches the neurons by itself.
 */
public final class DelayedDense implements Synapses {

  /** The largest delay (lava, DelayDense). */
  public static final int LARGEST_DELAY = 63;

  private final int[][] rows;
  private final int[][] delays;
  private final int exponent;
  private final LoihiArithmetic arithmetic;
  private final int[][] sums;
  private final int[][] due;
  private int now;

  /**
   * Synapses with delays.
   *
   * @param postByPre effective weights {@code [post][pre]}, not modified
   * @param delaysPostByPre delay of each synapse in steps, 0..63, same shape, not modified
   * @param pre size of the pre population
   * @param exponent the weight exponent, -8..7
   */
  public DelayedDense(
      int[][] postByPre,
      int[][] delaysPostByPre,
      int pre,
      int exponent,
      LoihiArithmetic arithmetic) {
    this.rows = Dense.arriving(postByPre, pre, Dense.checkedExponent(exponent), arithmetic);
    this.delays = SynapticRows.transposed(delaysPostByPre, pre);
    this.exponent = exponent;
    this.arithmetic = arithmetic;
    int longest = 0;
    for (int[] row : delays) {
      for (int delay : row) {
        if (delay < 0 || delay > LARGEST_DELAY) {
          throw new IllegalArgumentException(
              "The delay (%d) should be in [0, %d].".formatted(delay, LARGEST_DELAY));
        }
        longest = Math.max(longest, delay);
      }
    }
    this.sums = new int[longest + 1][postByPre.length];
    this.due = new int[longest + 1][postByPre.length];
  }

  @Override
  public void deliver(int[] activation) {
    int[] arriving = due[now];
    for (int i = 0; i < arriving.length; i++) {
      activation[i] += arriving[i];
    }
    Arrays.fill(arriving, 0);
    now = (now + 1) % due.length;
  }

  @Override
  public void reset() {
    for (int[] slot : due) {
      Arrays.fill(slot, 0);
    }
  }

  @Override
  public void receive(SpikeList spikes) {
    for (int k = 0; k < spikes.size(); k++) {
      add(spikes.get(k), 1);
    }
    schedule();
  }

  @Override
  public void receivePayload(int[] payload) {
    for (int j = 0; j < rows.length; j++) {
      if (payload[j] != 0) {
        add(j, payload[j]);
      }
    }
    schedule();
  }

  private void add(int pre, int value) {
    int[] row = rows[pre];
    int[] delay = delays[pre];
    for (int i = 0; i < row.length; i++) {
      sums[delay[i]][i] += row[i] * value;
    }
  }

  private void schedule() {
    for (int d = 0; d < sums.length; d++) {
      int[] sum = sums[d];
      int[] slot = due[(now + d) % due.length];
      for (int i = 0; i < sum.length; i++) {
        slot[i] += arithmetic.sum(sum[i], exponent);
        sum[i] = 0;
      }
    }
  }
}
