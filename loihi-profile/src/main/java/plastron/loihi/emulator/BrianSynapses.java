package plastron.loihi.emulator;

import java.util.Arrays;

/** Synapses of Brian2Loihi: each weight is scaled by itself, and one delay holds for all. */
public final class BrianSynapses {

  private final int[][] rows;
  private final int[][] due;
  private int now;

  /**
   * Synapses at rest.
   *
   * @param postByPre scaled weights {@code [post][pre]}, see {@link
   *     plastron.loihi.arithmetic.ChipWeights#brian2Loihi}, not modified
   * @param pre size of the pre population
   * @param delay 0..62 steps; 0 adds in the step of the spike
   */
  public BrianSynapses(int[][] postByPre, int pre, int delay) {
    if (delay < 0 || delay > 62) {
      throw new IllegalArgumentException("The delay (%d) should be in [0, 62].".formatted(delay));
    }
    rows = SynapticRows.transposed(postByPre, pre);
    due = new int[delay + 1][postByPre.length];
  }

  /**
   * Takes in the spikes of a step and gives the input that is due in the same step.
   *
   * @param spikes of the pre population, not modified
   * @param input one entry a post neuron, overwritten
   */
  public void step(SpikeList spikes, int[] input) {
    int[] last = due[(now + due.length - 1) % due.length];
    for (int k = 0; k < spikes.size(); k++) {
      int[] row = rows[spikes.get(k)];
      for (int i = 0; i < last.length; i++) {
        last[i] += row[i];
      }
    }
    System.arraycopy(due[now], 0, input, 0, input.length);
    Arrays.fill(due[now], 0);
    now = (now + 1) % due.length;
  }
}
