package plastron.loihi.emulator;

import java.util.Arrays;
import plastron.loihi.arithmetic.LoihiArithmetic;

/**
 * Static synapses between two populations: what arrives in one step is summed in 32 bits and
 * reaches the neurons one step later (lava, PyDenseModelBitAcc).
 */
public final class Dense implements Synapses {

  private final int[][] rows;
  private final int exponent;
  private final LoihiArithmetic arithmetic;
  private final int[] sums;

  /**
   * Synapses without delays.
   *
   * @param postByPre effective weights {@code [post][pre]}, already clipped and truncated, not
   *     modified
   * @param pre size of the pre population
   * @param exponent the weight exponent, -8..7
   */
  public Dense(int[][] postByPre, int pre, int exponent, LoihiArithmetic arithmetic) {
    this.rows = arriving(postByPre, pre, checkedExponent(exponent), arithmetic);
    this.exponent = exponent;
    this.arithmetic = arithmetic;
    this.sums = new int[postByPre.length];
  }

  static int checkedExponent(int exponent) {
    if (exponent < -8 || exponent > 7) {
      throw new IllegalArgumentException(
          "The weight exponent (%d) should be in [-8, 7].".formatted(exponent));
    }
    return exponent;
  }

  /** What every synapse adds to a sum, {@code [pre][post]}. */
  static int[][] arriving(int[][] postByPre, int pre, int exponent, LoihiArithmetic arithmetic) {
    int[][] rows = SynapticRows.transposed(postByPre, pre);
    for (int[] row : rows) {
      Arrays.setAll(row, i -> arithmetic.synapse(row[i], exponent));
    }
    return rows;
  }

  @Override
  public void deliver(int[] activation) {
    for (int i = 0; i < sums.length; i++) {
      activation[i] += arithmetic.sum(sums[i], exponent);
      sums[i] = 0;
    }
  }

  @Override
  public void reset() {
    Arrays.fill(sums, 0);
  }

  @Override
  public void receive(SpikeList spikes) {
    for (int k = 0; k < spikes.size(); k++) {
      int[] row = rows[spikes.get(k)];
      for (int i = 0; i < sums.length; i++) {
        sums[i] += row[i];
      }
    }
  }

  @Override
  public void receivePayload(int[] payload) {
    for (int j = 0; j < rows.length; j++) {
      if (payload[j] != 0) {
        int[] row = rows[j];
        int value = payload[j];
        for (int i = 0; i < sums.length; i++) {
          sums[i] += row[i] * value;
        }
      }
    }
  }
}
