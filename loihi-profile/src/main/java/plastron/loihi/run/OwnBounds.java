package plastron.loihi.run;

import java.util.Arrays;
import plastron.export.image.ImageLayer;
import plastron.loihi.arithmetic.SignMode;
import plastron.loihi.program.LoihiProgram;

/**
 * Which synapses of a layer the model's rule keeps inside the range of weights by its own bound on
 * E: where the chip limits those, the model does so too, at the same value or below.
 */
record OwnBounds(ImageLayer layer, double bound) {

  static OwnBounds of(ImageLayer layer) {
    // Images of older builds do not say; none of their limits counts as the rule's own.
    return new OwnBounds(
        layer, layer.reals().getOrDefault(ImageKeys.STATE_BOUND, Double.POSITIVE_INFINITY));
  }

  /** Of the synapses that carry alpha.E, {@code [pre][post]}. */
  boolean[][] ofWeights() {
    boolean[][] own = new boolean[layer.inputs()][layer.size()];
    double largest = SignMode.MIXED.largest() * layer.real(ImageKeys.PLASTIC_UNIT);
    double alpha = Math.abs(layer.reals().getOrDefault(ImageKeys.ALPHA, 1.0));
    double[][] tags =
        layer.hasArray(LoihiProgram.TAG) ? layer.array(LoihiProgram.TAG).reals() : null;
    for (int j = 0; j < own.length; j++) {
      for (int i = 0; i < own[j].length; i++) {
        double tag = tags == null ? 1 : Math.abs(tags[j][i]);
        own[j][i] = alpha * tag * bound <= largest;
      }
    }
    return own;
  }

  /** Of the synapses that carry E, {@code [pre][post]}. */
  boolean[][] ofStates() {
    boolean[][] own = new boolean[layer.inputs()][layer.size()];
    double largest = SignMode.MIXED.largest() * layer.real(ImageKeys.ACCUMULATOR_UNIT);
    for (boolean[] row : own) {
      Arrays.fill(row, bound <= largest);
    }
    return own;
  }
}
