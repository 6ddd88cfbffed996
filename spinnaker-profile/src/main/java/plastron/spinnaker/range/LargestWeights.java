package plastron.spinnaker.range;

import plastron.spinnaker.fixed.Fract16;
import plastron.spinnaker.plasticity.LayerNumbers;
import plastron.spinnaker.program.LoadedLayer;

/**
 * The ends between which the weights of a layer can lie, in steps of weights, E between its bounds.
 *
 * @param sums largest sums of positive weights towards every neuron, then of negative ones, each
 *     weight held at 16 bits
 * @param largest largest magnitude of a weight before it is held there
 */
record LargestWeights(long[][] sums, long largest) {

  static LargestWeights of(LoadedLayer layer) {
    long[][] sums = new long[2][layer.size()];
    long largest = 0;
    for (int i = 0; i < layer.inputs(); i++) {
      int[] row = layer.weights()[i];
      for (int j = 0; j < row.length; j++) {
        long low = row[j];
        long high = row[j];
        if (layer.learning().isPresent()) {
          LayerNumbers numbers = layer.learning().get().numbers();
          int shift = layer.learning().get().program().shifts().weight();
          long one = Fract16.rn((long) numbers.alpha()[i][j] * numbers.low(), shift);
          long other = Fract16.rn((long) numbers.alpha()[i][j] * numbers.high(), shift);
          low += Math.min(one, other);
          high += Math.max(one, other);
        }
        largest = Math.max(largest, Math.max(-low, high));
        sums[0][j] += Math.max(Fract16.sat(high), 0);
        sums[1][j] -= Math.min(Fract16.sat(low), 0);
      }
    }
    return new LargestWeights(sums, largest);
  }
}
