package plastron.spinnaker.profile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import plastron.export.diagnostic.RefusalCode;
import plastron.export.diagnostic.RefusalCodes;

/** What SpiNNaker refuses. */
public final class SpinnakerCodes implements RefusalCodes {

  private static final String KERNELS = "our kernels, `plastron.spinnaker.legal`";
  private static final String BOUND = "bound it in training";

  /** For the service loader. */
  public SpinnakerCodes() {}

  @Override
  public String title() {
    return "SpiNNaker";
  }

  @Override
  public List<RefusalCode> codes() {
    return Stream.concat(
            Stream.of(
                code(
                    "S-TERM",
                    "a term of the rule that no kernel has",
                    KERNELS,
                    "use a rule of the form E' = E - eta.E + eta.(post).(pre), such as dp-linear",
                    "termsWithoutAPlace"),
                code(
                    "S-WEIGHT",
                    "an effective weight that does not read what the rule learns",
                    "a product with the trace; " + KERNELS,
                    "use the rule static",
                    "weightsThatLearnNothing"),
                code(
                    "S-TIMING",
                    "rules that single spikes drive",
                    "rules at the ends of windows; " + KERNELS,
                    "use a rule that reads rates",
                    "rulesOfSingleSpikes"),
                code(
                    "S-STATE",
                    "a second number that changes at every synapse",
                    "one of 16 bits, the plastic part of a row",
                    "use a rule with one trace a synapse",
                    "statesOfASynapse"),
                code(
                    "S-FUNCTION",
                    "a signal that ends in a function",
                    "sums and products; " + KERNELS,
                    "leave the function out",
                    "functions"),
                code(
                    "S-BOUNDS",
                    "a threshold with bounds of its own",
                    "a core clips the trace of a synapse only",
                    "leave the bounds out",
                    "boundsOfThresholds"),
                code(
                    "S-EXTERNAL",
                    "a signal from outside that is no modulator of the post rate",
                    "the post factor M.y; " + KERNELS,
                    "multiply it with the rate of the post neuron",
                    "signalsFromOutside"),
                code(
                    "S-TAU",
                    "a time constant whose dt/tau rounds to 0",
                    "32767 steps; s16.15 of sPyNNaker 7.1, expulr(0) is 0",
                    "train with a decay of at most 0.9999",
                    "timeConstants"),
                code(
                    "S-ETA-RANGE",
                    "a decay that is no share, or a learning rate without a register",
                    "0 to 1 for decays (u0.16), -16384 to 16384 for gains",
                    BOUND,
                    "learningRates"),
                code(
                    "S-RATE-RANGE",
                    "a reference rate without a scale",
                    "2^-30 to 2^30",
                    "use a reference rate nearer to 1",
                    "referenceRates"),
                code(
                    "S-SCALE",
                    "a fixed part of a threshold, or a product, that no shift brings into range",
                    "2^15 times the scale of rates; registers of `SpinnakerRegister`",
                    "bound it in training, use a larger reference rate or a smaller clip",
                    "fixedThresholds"),
                code(
                    "S-RATES",
                    "a trace of rates that never moves",
                    "a decay that rounds to at most 65535/65536 a step",
                    "use a decay of at most 0.99999",
                    "decaysOfRates"),
                code(
                    "S-WEIGHT-RANGE",
                    "weights that no slot of a ring buffer holds",
                    "sums below 2^14: a slot is shifted by at most 15 bits; sPyNNaker 7.1",
                    "divide weights, alpha, bias and threshold by what the message says",
                    "weightsOfASlot"),
                code(
                    "S-VALUE-RANGE",
                    "a bias or threshold far beyond what the weights can reach",
                    "s16.15 from one step of the weights to the largest potential",
                    "use the bias or threshold that the message names",
                    "potentialsOutOfReach"),
                code(
                    "S-THRESHOLD-ZERO",
                    "a threshold below one step of the voltages",
                    "half a step of 2^-15 in units in which inputs cannot wrap",
                    "use the threshold that the message names",
                    "thresholdsBelowAStep")),
            resources("neurons", "row_words", "dtcm_bytes", "itcm_bytes", "cycles", "sdram_bytes"))
        .toList();
  }

  @Override
  public List<RefusalCode> neverSaid() {
    return resources("ring_bits").toList();
  }

  private static Stream<RefusalCode> resources(String... names) {
    var chips = new TreeMap<>(Map.of(SpinnakerProfile.NAME, CoreLimits.ALL));
    return Stream.of(names)
        .map(
            name ->
                RefusalCode.of("S", chips, name, "CoreResourcesTest." + name.split("_", -1)[0]));
  }

  private static RefusalCode code(
      String code, String meaning, String limit, String wayOut, String test) {
    return new RefusalCode(code, meaning, limit, wayOut, "SpinnakerCodesTest." + test);
  }
}
