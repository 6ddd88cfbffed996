package plastron.loihi.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.VectorReader;
import plastron.loihi.arithmetic.BiasEncoding;
import plastron.loihi.arithmetic.ChipWeights;
import plastron.loihi.arithmetic.CompartmentDecay;
import plastron.loihi.arithmetic.CurrentRegister;
import plastron.loihi.arithmetic.LearningScale;
import plastron.loihi.arithmetic.LoihiWeightFormat;
import plastron.loihi.arithmetic.SignMode;
import plastron.loihi.arithmetic.SynapseMemory;
import plastron.loihi.arithmetic.TraceImpulse;

/** The tables that nengo-loihi's discretisation functions gave. */
final class NengoTables {

  private static final int ANY_MIN = Fields.ANY_MIN;
  private static final int ANY_MAX = Fields.ANY_MAX;
  private static final double MAGNITUDE_START = 1 << 21;

  /** Logarithms and powers differ in the last bits between mathematical libraries. */
  private static final double MAGNITUDE_TOLERANCE = 1e-9;

  private NengoTables() {}

  static void check(VectorReader nengo, Comparison comparison) {
    NengoLimits.check(nengo.object("limits"), comparison);
    biases(nengo.object("bias_manexp"), comparison);
    decays(nengo.object("decay_int"), comparison);
    overflows(nengo.object("overflow_23bit"), comparison);
    learnBits(nengo.object("learn_overflow_bits"), comparison);
    magnitudes(nengo, comparison);
    memory(nengo.objects("synapse_bits_per_axon"), comparison);
    weights(nengo.objects("discretize_weights"), comparison);
  }

  private static void biases(VectorReader table, Comparison comparison) {
    comparison.nextCase();
    int[] bias = table.ints("bias", -1, ANY_MIN, ANY_MAX);
    int[] mantissa = table.ints("mantissa", bias.length, ANY_MIN, ANY_MAX);
    int[] exponent = table.ints("exponent", bias.length, ANY_MIN, ANY_MAX);
    for (int i = 0; i < bias.length; i++) {
      BiasEncoding got = BiasEncoding.of(bias[i]);
      exact(comparison, got.mantissa(), mantissa[i], table, "mantissa", i);
      exact(comparison, got.exponent(), exponent[i], table, "exponent", i);
    }
  }

  private static void decays(VectorReader table, Comparison comparison) {
    comparison.nextCase();
    int[] x = table.ints("x", -1, ANY_MIN, ANY_MAX);
    int[] decay = table.ints("decay", x.length, 0, CompartmentDecay.FULL - 1);
    int[] offset0 = table.ints("offset0", x.length, ANY_MIN, ANY_MAX);
    int[] offset1 = table.ints("offset1", x.length, ANY_MIN, ANY_MAX);
    for (int i = 0; i < x.length; i++) {
      exact(comparison, CompartmentDecay.apply(x[i], decay[i]), offset0[i], table, "offset0", i);
      exact(
          comparison,
          CompartmentDecay.apply(x[i], decay[i] + CompartmentDecay.CURRENT_OFFSET),
          offset1[i],
          table,
          "offset1",
          i);
    }
  }

  private static void overflows(VectorReader table, Comparison comparison) {
    comparison.nextCase();
    int[] input = table.ints("input", -1, ANY_MIN, ANY_MAX);
    int[] output = table.ints("output", input.length, ANY_MIN, ANY_MAX);
    int[] overflowed = table.ints("overflowed", input.length, 0, 1);
    for (int i = 0; i < input.length; i++) {
      int got = CurrentRegister.wrapTwosComplement(input[i]);
      exact(comparison, got, output[i], table, "output", i);
      exact(comparison, got == input[i] ? 0 : 1, overflowed[i], table, "overflowed", i);
    }
  }

  private static void learnBits(VectorReader table, Comparison comparison) {
    comparison.nextCase();
    for (String factors : table.fields()) {
      if (!factors.matches("\\d{1,3}")) {
        throw new BrokenVectorException(
            "%s (%s) should have numbers of factors as names".formatted(table.place(), factors));
      }
      int n = Integer.parseInt(factors);
      exact(
          comparison,
          LearningScale.overflowBitsNengo(n),
          table.integer(factors, ANY_MIN, ANY_MAX),
          table,
          "n",
          n);
    }
  }

  private static void magnitudes(VectorReader nengo, Comparison comparison) {
    comparison.nextCase();
    double[][] decays = rows(nengo, "decay_magnitude_offset1", 2);
    for (double[] row : decays) {
      double got =
          CompartmentDecay.magnitude(
              whole(row[0], nengo, "decay_magnitude_offset1"), MAGNITUDE_START, 1);
      double deviation = Math.abs(got - row[1]) / Math.abs(row[1]);
      comparison.within(
          deviation, MAGNITUDE_TOLERANCE, () -> "decay_magnitude_offset1 of " + row[0]);
    }
    comparison.nextCase();
    for (double[] row : rows(nengo, "trace_mag_int_frac", 3)) {
      TraceImpulse got = TraceImpulse.nengo(row[0]);
      String at = "trace_mag_int_frac of " + row[0];
      comparison.exact(got.whole(), whole(row[1], nengo, "trace_mag_int_frac"), () -> at);
      comparison.exact(got.fraction(), whole(row[2], nengo, "trace_mag_int_frac"), () -> at);
    }
  }

  private static void memory(List<VectorReader> table, Comparison comparison) {
    comparison.nextCase();
    for (VectorReader entry : table) {
      boolean indexed = entry.integer("compression", 0, 3) == 0;
      int indexBits = entry.integer("idx_bits", 0, 64);
      SynapseMemory memory =
          new SynapseMemory(
              entry.integer("weight_bits", 0, 64),
              entry.integer("delay_bits", 0, 64),
              entry.integer("tag_bits", 0, 64),
              indexed ? indexBits : 0,
              entry.integer("n_synapses_field", 0, 1 << 20) + 1);
      int[] synapses = entry.ints("n_weights", -1, 0, 1 << 24);
      int[] bits = entry.ints("bits", synapses.length, 0, ANY_MAX);
      for (int i = 0; i < synapses.length; i++) {
        exact(comparison, memory.bitsPerAxon(synapses[i]), bits[i], entry, "bits", i);
      }
    }
  }

  private static void weights(List<VectorReader> table, Comparison comparison) {
    comparison.nextCase();
    for (VectorReader entry : table) {
      SignMode mode = entry.flag("is_mixed") ? SignMode.MIXED : SignMode.EXCITATORY;
      LoihiWeightFormat format = new LoihiWeightFormat(mode, entry.integer("weight_bits", 1, 8));
      int exponent = entry.integer("weight_exp", -8, 7);
      double[] input = entry.numbers("input", -1);
      int[] output = entry.ints("scaled_output", input.length, ANY_MIN, ANY_MAX);
      for (int i = 0; i < input.length; i++) {
        exact(
            comparison,
            ChipWeights.nengo(input[i], exponent, format),
            output[i],
            entry,
            "scaled_output",
            i);
      }
    }
  }

  private static void exact(
      Comparison comparison, long got, long want, VectorReader table, String column, int index) {
    comparison.exact(got, want, () -> "%s, %s[%d]".formatted(table.place(), column, index));
  }

  private static double[][] rows(VectorReader reader, String field, int columns) {
    JsonElement element = reader.element(field);
    if (!element.isJsonArray()) {
      throw new BrokenVectorException(
          "%s, %s should be an array of rows".formatted(reader.place(), field));
    }
    double[][] rows = new double[element.getAsJsonArray().size()][];
    for (int i = 0; i < rows.length; i++) {
      JsonObject wrapped = new JsonObject();
      wrapped.add(field, element.getAsJsonArray().get(i));
      rows[i] = VectorReader.of(wrapped).numbers(field, columns);
    }
    return rows;
  }

  private static int whole(double value, VectorReader reader, String field) {
    if (value != Math.rint(value) || Math.abs(value) > ANY_MAX) {
      throw new BrokenVectorException(
          "%s, %s (%s) should be a whole number".formatted(reader.place(), field, value));
    }
    return (int) value;
  }
}
