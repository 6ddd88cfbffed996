package plastron.plasticity.circuit;

import java.util.Arrays;
import java.util.SplittableRandom;
import plastron.core.circuit.BlockSynapses;
import plastron.core.circuit.Distribution;
import plastron.core.random.Seeds;
import plastron.plasticity.expr.Symbol;

/**
 * Draws the numbers of a rule for synapses that end in a block of neurons: the same for the same
 * neurons, however they are divided into blocks.
 */
final class SynapseNumbers {

  private final BlockSynapses synapses;

  SynapseNumbers(BlockSynapses synapses) {
    this.synapses = synapses;
  }

  /**
   * Draws the values of a symbol.
   *
   * @param out {@code [from][to]} as in {@link plastron.plasticity.expr.Axis}, PRE by row of the
   *     synapses and MODULATOR by neuron of its population; overwritten
   */
  void draw(Symbol symbol, Distribution drawn, float[][] out) {
    if (drawn instanceof Distribution.Constant constant) {
      for (float[] row : out) {
        Arrays.fill(row, (float) constant.value());
      }
      return;
    }
    long seed = Seeds.then(synapses.seed(), symbol.name().hashCode());
    switch (symbol.axis()) {
      case SYNAPSE -> ofSynapses(drawn, seed, out);
      case PRE -> ofPre(drawn, seed, out[0]);
      case GLOBAL -> out[0][0] = number(drawn, seed);
      default -> ofPost(drawn, seed, out);
    }
  }

  private void ofPre(Distribution drawn, long seed, float[] out) {
    for (int r = 0; r < out.length; r++) {
      out[r] = number(drawn, Seeds.then(seed, synapses.pre()[r]));
    }
  }

  /** Of post neurons, one from each neuron of another population, or one. */
  private void ofPost(Distribution drawn, long seed, float[][] out) {
    for (int j = 0; j < out.length; j++) {
      for (int i = 0; i < out[j].length; i++) {
        out[j][i] = number(drawn, Seeds.then(Seeds.then(seed, j), synapses.firstPost() + i));
      }
    }
  }

  /** Synapses of the same neurons with the same delay and weight have the same number. */
  private void ofSynapses(Distribution drawn, long seed, float[][] out) {
    int[] target = synapses.rows().targets();
    for (int r = 0; r < out.length; r++) {
      long ofRow = Seeds.then(Seeds.then(seed, synapses.pre()[r]), synapses.delay()[r]);
      for (int k = 0; k < out[r].length; k++) {
        int post = synapses.firstPost() + target[synapses.rows().begin(r) + k];
        long weight = Double.doubleToLongBits(synapses.weights()[r][k]);
        out[r][k] = number(drawn, Seeds.then(Seeds.then(ofRow, post), weight));
      }
    }
  }

  private static float number(Distribution drawn, long seed) {
    return (float) drawn.draw(new SplittableRandom(seed), 0);
  }
}
