package plastron.core.synapse;

import java.util.Optional;
import plastron.core.kernel.Rows;
import plastron.core.network.SynapseRows;

/** Which post neurons the weights of a pre neuron go to. */
sealed interface FanOut {

  /** That of a projection. */
  static FanOut of(Optional<SynapseRows> synapses) {
    return synapses.<FanOut>map(Listed::new).orElseGet(Full::new);
  }

  /** Adds the weights of the synapses of {@code pre} to {@code out}, by post neuron. */
  void add(float[] out, float[] row, int pre);

  /** The same with {@code factor} times the weights. */
  void add(float[] out, float factor, float[] row, int pre);

  /** To all. */
  record Full() implements FanOut {
    @Override
    public void add(float[] out, float[] row, int pre) {
      Rows.add(out, row);
    }

    @Override
    public void add(float[] out, float factor, float[] row, int pre) {
      Rows.add(out, factor, row);
    }
  }

  /** To those of a list. */
  record Listed(SynapseRows synapses) implements FanOut {
    @Override
    public void add(float[] out, float[] row, int pre) {
      int[] target = synapses.targets();
      int begin = synapses.begin(pre);
      for (int k = 0; k < row.length; k++) {
        out[target[begin + k]] += row[k];
      }
    }

    @Override
    public void add(float[] out, float factor, float[] row, int pre) {
      int[] target = synapses.targets();
      int begin = synapses.begin(pre);
      for (int k = 0; k < row.length; k++) {
        out[target[begin + k]] += factor * row[k];
      }
    }
  }
}
