package plastron.loihi.conformance;

import plastron.export.conformance.Comparison;
import plastron.export.conformance.VectorReader;
import plastron.loihi.arithmetic.LoihiWeightFormat;
import plastron.loihi.arithmetic.OptimizedWeights;

/** The tables that Lava's weight functions gave. */
final class LavaTables {

  private LavaTables() {}

  static void check(VectorReader lava, Comparison comparison) {
    comparison.nextCase();
    for (VectorReader entry : lava.objects("optimize_weight_bits")) {
      int[][] weights = entry.intMatrix("weights", -1, -1, -256, 255);
      int columns = weights.length == 0 ? 0 : weights[0].length;
      OptimizedWeights got = OptimizedWeights.of(weights, Fields.signMode(entry));
      int[][] want =
          entry.intMatrix("optimized", weights.length, columns, Fields.ANY_MIN, Fields.ANY_MAX);
      Fields.compare(comparison, got.weights(), want, entry.place() + ", optimized");
      int bits = entry.integer("num_weight_bits", -8, 16);
      int exponent = entry.integer("weight_exp", -16, 16);
      comparison.exact(got.bits(), bits, () -> entry.place() + ", num_weight_bits");
      comparison.exact(got.exponent(), exponent, () -> entry.place() + ", weight_exp");
    }
    comparison.nextCase();
    for (VectorReader entry : lava.objects("clip_truncate")) {
      LoihiWeightFormat format = Fields.format(entry);
      int[] input = entry.ints("input", -1, Fields.ANY_MIN, Fields.ANY_MAX);
      int[] clipped = entry.ints("clipped", input.length, Fields.ANY_MIN, Fields.ANY_MAX);
      int[] truncated = entry.ints("truncated", input.length, Fields.ANY_MIN, Fields.ANY_MAX);
      for (int i = 0; i < input.length; i++) {
        int at = i;
        int clip = format.clip(input[i]);
        comparison.exact(clip, clipped[i], () -> entry.place() + ", clipped[" + at + "]");
        comparison.exact(
            format.truncate(clip), truncated[i], () -> entry.place() + ", truncated[" + at + "]");
      }
    }
  }
}
