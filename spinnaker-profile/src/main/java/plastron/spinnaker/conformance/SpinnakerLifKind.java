package plastron.spinnaker.conformance;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.ConformanceKind;
import plastron.export.conformance.ConformanceResult;
import plastron.export.conformance.VectorReader;
import plastron.spinnaker.emulator.CurrentLifParameters;
import plastron.spinnaker.emulator.LifConstants;
import plastron.spinnaker.emulator.LifPopulation;

/**
 * {@code IF_curr_exp} runs (section 3 of the SpiNNaker reference data): host conversions, derived
 * constants and, for every step, voltage, currents, spikes and refractory timer. All compared
 * exactly.
 */
public final class SpinnakerLifKind implements ConformanceKind {

  private static final Set<String> FIELDS =
      Set.of("params_raw", "derived", "i_exc", "i_inh", "v_after", "refract_after");
  private static final int MAX_STEPS = 10_000_000;

  /** For {@link java.util.ServiceLoader}. */
  public SpinnakerLifKind() {}

  @Override
  public String name() {
    return "spinnaker/lif";
  }

  @Override
  public boolean recognises(JsonObject document) {
    return CaseFields.some(document, FIELDS, 3);
  }

  @Override
  public ConformanceResult check(JsonObject document) {
    Comparison comparison = new Comparison();
    for (VectorReader reader : VectorReader.of(document).cases()) {
      comparison.nextCase();
      try {
        checkCase(reader, comparison);
      } catch (IllegalArgumentException refused) {
        throw new BrokenVectorException(reader.place() + ": " + refused.getMessage());
      }
    }
    return comparison.result();
  }

  private static void checkCase(VectorReader reader, Comparison comparison) {
    CurrentLifParameters parameters = LifFields.parameters(reader, comparison);
    checkConstants(reader, LifConstants.of(parameters), comparison);

    int steps = reader.integer("n_steps", 1, MAX_STEPS);
    int[] v = trace(reader, "v", steps);
    int[] exc = trace(reader, "i_exc", steps);
    int[] inh = trace(reader, "i_inh", steps);
    int[] vAfter = trace(reader, "v_after", steps);
    int[] refractAfter = trace(reader, "refract_after", steps);
    int[] spikes = LifFields.ascending(reader, "spikes", reader.ints("spikes", -1, 0, steps - 1));
    int[][] input = LifFields.input(reader, steps);
    VectorReader shift = reader.object("shift");
    int shiftExc = shift.integer("exc", 0, 31);
    int shiftInh = shift.integer("inh", 0, 31);
    LifPopulation neuron = new LifPopulation(List.of(parameters), shiftExc, shiftInh);

    int nextInput = 0;
    int nextSpike = 0;
    int[] excRaw = new int[1];
    int[] inhRaw = new int[1];
    int[] spiked = new int[1];
    for (int t = 0; t < steps; t++) {
      boolean arrives = nextInput < input.length && input[nextInput][0] == t;
      excRaw[0] = arrives ? input[nextInput][1] : 0;
      inhRaw[0] = arrives ? input[nextInput][2] : 0;
      nextInput += arrives ? 1 : 0;
      neuron.receive(excRaw, inhRaw);
      compare(comparison, neuron.v(0), v[t], reader, "v", t);
      compare(comparison, neuron.excitatoryCurrent(0), exc[t], reader, "i_exc", t);
      compare(comparison, neuron.inhibitoryCurrent(0), inh[t], reader, "i_inh", t);
      int count = neuron.update(spiked);
      int want = nextSpike < spikes.length && spikes[nextSpike] == t ? 1 : 0;
      nextSpike += want;
      compare(comparison, count, want, reader, "spikes", t);
      compare(comparison, neuron.v(0), vAfter[t], reader, "v_after", t);
      compare(comparison, neuron.refractory(0), refractAfter[t], reader, "refract_after", t);
    }
  }

  private static int[] trace(VectorReader reader, String field, int steps) {
    return reader.ints(field, steps, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static void compare(
      Comparison comparison, int got, int want, VectorReader reader, String field, int t) {
    comparison.exact(got, want, () -> "%s, %s at step %d".formatted(reader.place(), field, t));
  }

  private static void checkConstants(VectorReader reader, LifConstants got, Comparison comparison) {
    VectorReader want = reader.object("derived");
    checkConstant(want, "r_membrane", got.rMembrane(), comparison);
    checkConstant(want, "exp_tc", got.expTc(), comparison);
    checkConstant(want, "t_refract_steps", got.refractSteps(), comparison);
    checkConstant(want, "decay_exc_u032", got.decayExc(), comparison);
    checkConstant(want, "init_exc_u032", got.initExc(), comparison);
    checkConstant(want, "decay_inh_u032", got.decayInh(), comparison);
    checkConstant(want, "init_inh_u032", got.initInh(), comparison);
  }

  private static void checkConstant(
      VectorReader want, String field, long got, Comparison comparison) {
    long value = want.whole(field, Integer.MIN_VALUE, 0xFFFFFFFFL);
    comparison.exact(got, value, () -> want.place() + ", " + field);
  }
}
