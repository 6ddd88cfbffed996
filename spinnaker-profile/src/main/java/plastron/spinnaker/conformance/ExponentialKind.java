package plastron.spinnaker.conformance;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.ConformanceKind;
import plastron.export.conformance.ConformanceResult;
import plastron.export.conformance.VectorReader;
import plastron.spinnaker.emulator.LifConstants;
import plastron.spinnaker.fixed.Accum;
import plastron.spinnaker.fixed.DecayLookupTable;
import plastron.spinnaker.fixed.Exponential;

/**
 * Exponentials and what is made of them (section 2 of the SpiNNaker reference data): samples, the
 * hashes over a full range where the file has them (each hash counts as one number), synaptic
 * decays and STDP lookup tables. All compared exactly. The samples, the range, every decay and
 * every table are a case each.
 */
public final class ExponentialKind implements ConformanceKind {

  private static final Set<String> FIELDS =
      Set.of("full_range", "synapse_decay_table", "stdp_exponential_lookup_tables");

  /** For {@link java.util.ServiceLoader}. */
  public ExponentialKind() {}

  @Override
  public String name() {
    return "spinnaker/exponentials";
  }

  @Override
  public boolean recognises(JsonObject document) {
    return FIELDS.stream().anyMatch(document::has);
  }

  @Override
  public ConformanceResult check(JsonObject document) {
    VectorReader reader = VectorReader.of(document);
    Comparison comparison = new Comparison();
    checkSamples(reader, comparison);
    if (reader.has("full_range")) {
      comparison.nextCase();
      ExponentialRange.check(reader.object("full_range"), comparison);
    }
    each(reader.objects("synapse_decay_table"), comparison, ExponentialKind::checkDecay);
    each(reader.objects("stdp_exponential_lookup_tables"), comparison, ExponentialKind::checkTable);
    return comparison.result();
  }

  private interface CaseCheck {
    void check(VectorReader reader, Comparison comparison);
  }

  private static void each(List<VectorReader> readers, Comparison comparison, CaseCheck check) {
    for (VectorReader reader : readers) {
      comparison.nextCase();
      try {
        check.check(reader, comparison);
      } catch (IllegalArgumentException refused) {
        throw new BrokenVectorException(reader.place() + ": " + refused.getMessage());
      }
    }
  }

  private static void checkSamples(VectorReader reader, Comparison comparison) {
    long[][] samples = reader.wholeMatrix("samples", 3, Integer.MIN_VALUE, 0xFFFFFFFFL);
    if (samples.length == 0) {
      throw new BrokenVectorException("samples (0) should be at least 1");
    }
    comparison.nextCase();
    for (int i = 0; i < samples.length; i++) {
      int n = (int) samples[i][0];
      int at = i;
      if (n != samples[i][0]) {
        throw new BrokenVectorException(
            "samples[%d], argument (%d) should be a whole number of 32 bits with sign"
                .formatted(i, samples[i][0]));
      }
      comparison.exact(
          Exponential.expk(n), samples[i][1], () -> "samples[%d], expk(%d)".formatted(at, n));
      comparison.exact(
          Exponential.expulr(n), samples[i][2], () -> "samples[%d], expulr(%d)".formatted(at, n));
    }
  }

  private static void checkDecay(VectorReader reader, Comparison comparison) {
    int step = positive(reader, "time_step_ms");
    int tau = positive(reader, "tau_ms");
    int tauM = positive(reader, "tau_m_ms");
    long decay = LifConstants.decay(step, tau);
    compare(reader, "ts_over_tau_raw", Accum.divide(step, tau), comparison);
    compare(reader, "decay_u032", decay, comparison);
    compare(reader, "init_u032", LifConstants.inputScale(step, tau, decay), comparison);
    compare(
        reader,
        "membrane_exp_tc_for_tau_m",
        Exponential.expk(-Accum.divide(step, tauM)),
        comparison);
  }

  private static int positive(VectorReader reader, String field) {
    double ms = reader.number(field);
    int raw = Accum.fromDouble(field, ms);
    if (raw <= 0) {
      throw new BrokenVectorException(
          "%s, %s (%s) should be above 0 in s16.15".formatted(reader.place(), field, ms));
    }
    return raw;
  }

  private static void checkTable(VectorReader reader, Comparison comparison) {
    int size = reader.integer("size", 0, 0xFFFF);
    int[] values = reader.ints("values", size, 0, DecayLookupTable.ONE);
    int[] words = reader.ints("memory_words", -1, 0, Integer.MAX_VALUE);
    DecayLookupTable table =
        DecayLookupTable.create(
            reader.number("time_step_ms"),
            reader.number("tau_ms"),
            reader.integer("index_shift", 0, 15));
    compare(reader, "size", table.size(), comparison);
    compare(reader, "values", table.values(), values, comparison);
    compare(reader, "memory_words", table.memoryWords(), words, comparison);
  }

  private static void compare(VectorReader reader, String field, long got, Comparison comparison) {
    long want = reader.whole(field, Integer.MIN_VALUE, 0xFFFFFFFFL);
    comparison.exact(got, want, () -> reader.place() + ", " + field);
  }

  private static void compare(
      VectorReader reader, String field, int[] got, int[] want, Comparison comparison) {
    int[] padded = Arrays.copyOf(got, Math.max(got.length, want.length));
    comparison.exact(got.length, want.length, () -> reader.place() + ", number of " + field);
    for (int i = 0; i < want.length; i++) {
      int at = i;
      comparison.exact(padded[i], want[i], () -> "%s, %s[%d]".formatted(reader.place(), field, at));
    }
  }
}
