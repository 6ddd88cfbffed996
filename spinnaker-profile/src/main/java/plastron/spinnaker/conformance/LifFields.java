package plastron.spinnaker.conformance;

import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.VectorReader;
import plastron.spinnaker.emulator.CurrentLifParameters;
import plastron.spinnaker.fixed.Accum;

/**
 * Reads what a LIF case is driven with: raw parameters (checking the host conversion on the way)
 * and input.
 */
final class LifFields {

  private static final int ANY_LOW = Integer.MIN_VALUE;

  private LifFields() {}

  /**
   * The parameters of {@code params_raw}; each is compared with the conversion of its number in
   * {@code params}.
   */
  static CurrentLifParameters parameters(VectorReader reader, Comparison comparison) {
    VectorReader raw = reader.object("params_raw");
    VectorReader given = reader.object("params");
    return new CurrentLifParameters(
        accum(raw, given, "v_init", ANY_LOW, comparison),
        accum(raw, given, "v_rest", ANY_LOW, comparison),
        accum(raw, given, "c_m", 1, comparison),
        accum(raw, given, "tau_m", 1, comparison),
        accum(raw, given, "i_offset", ANY_LOW, comparison),
        accum(raw, given, "v_reset", ANY_LOW, comparison),
        accum(raw, given, "t_refract", 0, comparison),
        same(raw, given, "refract_timer_init", ANY_LOW, comparison),
        accum(raw, given, "time_step", 1, comparison),
        accum(raw, given, "v_thresh", ANY_LOW, comparison),
        accum(raw, given, "tau_syn_E", 1, comparison),
        accum(raw, given, "exc_init", ANY_LOW, comparison),
        accum(raw, given, "tau_syn_I", 1, comparison),
        accum(raw, given, "inh_init", ANY_LOW, comparison),
        same(raw, given, "n_sub", 1, comparison));
  }

  private static int accum(
      VectorReader raw, VectorReader given, String field, int min, Comparison comparison) {
    int value = raw.integer(field, min, Integer.MAX_VALUE);
    comparison.exact(
        Accum.fromDouble(field, given.number(field)), value, () -> raw.place() + ", " + field);
    return value;
  }

  private static int same(
      VectorReader raw, VectorReader given, String field, int min, Comparison comparison) {
    int value = raw.integer(field, min, 1_000_000);
    comparison.exact(given.integer(field, min, 1_000_000), value, () -> raw.place() + ", " + field);
    return value;
  }

  /** Rows {@code [step, excitatory, inhibitory]}, ascending by step. */
  static int[][] input(VectorReader reader, int steps) {
    int[][] input = reader.intMatrix("input", -1, 3, 0, Integer.MAX_VALUE);
    int[] times = new int[input.length];
    for (int i = 0; i < input.length; i++) {
      times[i] = input[i][0];
      if (times[i] >= steps || input[i][1] > 0xFFFF || input[i][2] > 0xFFFF) {
        throw new BrokenVectorException(
            "%s, input[%d] (%d, %d, %d) should be a step below %d and two values of 16 bits"
                .formatted(reader.place(), i, times[i], input[i][1], input[i][2], steps));
      }
    }
    ascending(reader, "input", times);
    return input;
  }

  /** The times themselves if each is above the one before. */
  static int[] ascending(VectorReader reader, String field, int[] times) {
    for (int i = 1; i < times.length; i++) {
      if (times[i] <= times[i - 1]) {
        throw new BrokenVectorException(
            "%s, %s[%d] (step %d) should come after step %d"
                .formatted(reader.place(), field, i, times[i], times[i - 1]));
      }
    }
    return times;
  }
}
