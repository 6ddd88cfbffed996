package plastron.loihi.conformance;

import java.util.List;
import java.util.Map;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.VectorReader;
import plastron.loihi.arithmetic.BiasEncoding;
import plastron.loihi.arithmetic.LearningScale;
import plastron.loihi.arithmetic.Loihi1Limits;

/** The published limits of a core against this module's constants. */
final class NengoLimits {

  private static final Map<String, Integer> LIMITS =
      Map.ofEntries(
          Map.entry("max_compartments", Loihi1Limits.COMPARTMENTS),
          Map.entry("max_in_axons", Loihi1Limits.INPUT_AXONS),
          Map.entry("max_out_axons", Loihi1Limits.OUTPUT_AXONS),
          Map.entry("max_synapse_bits", Loihi1Limits.SYNAPSE_BITS),
          Map.entry("vth_man_max", Loihi1Limits.THRESHOLD_MANTISSA),
          Map.entry("bias_man_max", BiasEncoding.LARGEST_MANTISSA),
          Map.entry("bias_exp_max", BiasEncoding.LARGEST_EXPONENT),
          Map.entry("q_bits", Loihi1Limits.ACCUMULATOR_BITS),
          Map.entry("u_bits", Loihi1Limits.CURRENT_BITS),
          Map.entry("learn_bits", LearningScale.ACCUMULATOR_BITS),
          Map.entry("learn_frac", LearningScale.FRACTION_BITS));

  private NengoLimits() {}

  static void check(VectorReader limits, Comparison comparison) {
    comparison.nextCase();
    LIMITS.forEach(
        (name, ours) ->
            comparison.exact(
                ours,
                limits.integer(name, 0, Integer.MAX_VALUE),
                () -> limits.place() + ", " + name));
    codes(limits, "weight_bits_map", Loihi1Limits.WEIGHT_BITS, comparison);
    codes(limits, "index_bits_map", Loihi1Limits.INDEX_BITS, comparison);
  }

  private static void codes(
      VectorReader limits, String field, List<Integer> ours, Comparison comparison) {
    int[] theirs = limits.ints(field, ours.size(), 0, 64);
    for (int i = 0; i < theirs.length; i++) {
      int code = i;
      comparison.exact(
          ours.get(i), theirs[i], () -> "%s, %s[%d]".formatted(limits.place(), field, code));
    }
  }
}
