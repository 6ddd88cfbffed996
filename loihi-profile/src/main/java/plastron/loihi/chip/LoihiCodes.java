package plastron.loihi.chip;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import plastron.export.diagnostic.RefusalCode;
import plastron.export.diagnostic.RefusalCodes;
import plastron.export.resource.Limit;

/** What the chips of the family refuse, and what their output formats cannot say. */
public final class LoihiCodes implements RefusalCodes {

  private static final String ENGINE = "products of w, d, t, x and y traces; Davies et al. 2018";
  private static final String REGISTERS = "export for `--format loihi-registers`";

  /** For the service loader. */
  public LoihiCodes() {}

  @Override
  public String title() {
    return "Loihi";
  }

  @Override
  public List<RefusalCode> codes() {
    return Stream.concat(
            Stream.of(
                code(
                    "L-FUNC",
                    "a quantity of the rule that the learning engine does not read",
                    ENGINE,
                    "use a rule whose terms are such products, or another chip",
                    "LimitCodesTest.rules"),
                code(
                    "L-FUNCTION",
                    "a signal that ends in a function",
                    "sums and products of neuron programs",
                    "leave the function out",
                    "FurtherCodesTest.functionsAndSignals"),
                code(
                    "L-OJA-NONLOCAL",
                    "a sum over a neuron's synapses where nothing computes it",
                    "local quantities on loihi1",
                    "use dp-oja-local, or loihi2 or loihi1-assisted",
                    "LimitCodesTest.rules"),
                code(
                    "L-MOD-PERNEURON",
                    "a modulator of its own for every neuron where neurons write no traces",
                    "neuron programs of Loihi 2, or embedded processors",
                    "use loihi2, or loihi1 with `--allow assisted` or `--allow reward`",
                    "LimitCodesTest.rules"),
                code(
                    "L-MOD-EXTERNAL",
                    "a signal from outside where nothing receives it",
                    "as for L-MOD-PERNEURON",
                    "use loihi2, or loihi1 with `--allow assisted` or `--allow reward`",
                    "FurtherCodesTest.functionsAndSignals"),
                code(
                    "L-REWARD-ONE",
                    "a second modulator where a core has one reward trace",
                    "one reward channel of a core, r1; `docs/loihi-reward.md`",
                    "use one modulator, or loihi2",
                    "RewardTest.oneModulatorIsBroadcast"),
                code(
                    "L-DELAY-USED",
                    "a second state or a second parameter for the delay variable",
                    "one quantity; 6 bits on Loihi 1, 8 on Loihi 2, of which states need 8",
                    "make it the same for all neurons, or use loihi2",
                    "LimitCodesTest.parametersInTheDelayVariable"),
                code(
                    "L-EPOCH",
                    "pairs of single spikes in epochs of several steps",
                    "epochs of one step; of several spikes in an epoch the engine keeps the last"
                        + " time",
                    "train with an update interval that is a power of two up to 512",
                    "TimedRunTest.pairsOfSpikes"),
                code(
                    "L-ETA-RANGE",
                    "a share of the decay below the smallest coefficient",
                    "2^-12, which may be off by a quarter (`CoefficientReport`)",
                    "use a larger learning rate",
                    "LimitCodesTest.ratesOfLearning"),
                code(
                    "L-EXP-RANGE",
                    "a coefficient whose exponent the engine does not have",
                    "exponents -7 to 8, 4 bits with an offset of 7 in Lava (`Product`)",
                    "use a larger learning rate",
                    "LimitCodesTest.leadingCoefficientsThatTheEngineHasNot"),
                code(
                    "L-MAC-OVF",
                    "a product whose factors do not fit the engine's registers",
                    "2^31, where 32-bit intermediates of Lava wrap",
                    "use fewer factors, or a smaller exponent",
                    "LimitCodesTest.factorsOfAProduct"),
                code(
                    "L-TRACE-RES",
                    "a trace that one spike does not move, or that is full at once",
                    "traces of 7 bits, 0 to 127, to which a spike adds at least 1; slow ones 1/64",
                    "use a shorter interval, or a larger rate of the threshold",
                    "LimitCodesTest.tracesThatCannotTellOneSpike"),
                code(
                    "L-WEIGHT-SCALE",
                    "plastic weights that use too few of the steps that synapses have",
                    "8 bits of the plastic weight and its shift (`WeightUnit`)",
                    "use larger alpha or smaller fixed weights",
                    "LimitCodesTest.plasticWeightsOfTooFewSteps"),
                code(
                    "L-U-OVF",
                    "a threshold that steps wide enough for the current do not resolve",
                    "24 bits of u and v, thresholds in steps of 64 (`Membrane`)",
                    "use a larger threshold, or smaller weights",
                    "LimitCodesTest.thresholdsBelowTheStepsOfTheCurrent"),
                code(
                    "L-REGISTER",
                    "a number that its register does not hold",
                    "the field's width; `LoihiRegister`",
                    "report it: the compiler chose the number",
                    "FurtherCodesTest.registers"),
                code(
                    "L-NETX-SOURCES",
                    "a netx file of several spike sources",
                    "one; netx has one input layer",
                    REGISTERS,
                    "FormatCodesTest.netxHasOneInput"),
                code(
                    "L-NETX-CHAIN",
                    "a netx file of what is no chain of layers",
                    "a chain, layers with synapses to themselves",
                    REGISTERS,
                    "FormatCodesTest.netxHasAChainOfLayers"),
                code(
                    "L-NETX-ZERO",
                    "a netx layer whose weights are all zero",
                    "one weight that is not; netx scales by the largest",
                    "leave the population out",
                    "FormatCodesTest.netxCannotScaleZeros"),
                code(
                    "L-LAVA-SIZE",
                    "a Lava bundle of trials too large to record",
                    "2e8 numbers (`LavaCheck`)",
                    "export a smaller network",
                    "FormatCodesTest.lavaBundlesHaveAnEnd"),
                code(
                    "L-LAVA-PARTS",
                    "a Lava bundle of networks that nothing connects",
                    "one connected network; a Lava run starts from one process",
                    "export the parts one by one",
                    "FormatCodesTest.lavaRunsOneConnectedNetwork"),
                code(
                    "L-LAVA-REWARD",
                    "a Lava bundle of a rule with a reward trace",
                    "none; Lava has no r0 and r1",
                    "use loihi2, or `--format loihi-registers`",
                    "RewardTest.lavaHasNoRewards")),
            Stream.of(
                resource(LoihiChip.INPUT_AXONS, "LimitCodesTest.inputsOfOneCore"),
                resource(LoihiChip.OUTPUT_AXONS, "NeurocoreResourcesTest.outputAxons"),
                resource(LoihiChip.LEARNING_PROFILES, "NeurocoreResourcesTest.learningProfiles"),
                resource(LoihiChip.SYNAPSE_FORMATS, "NeurocoreResourcesTest.synapseFormats"),
                resource(LoihiChip.PRE_TRACE_PROFILES, "NeurocoreResourcesTest.traceProfiles"),
                resource(
                    LoihiChip.REWARD_CHANNELS,
                    "RewardTest.layersOfAPopulationShareItsCores",
                    LoihiChips.LOIHI1_REWARD)))
        .toList();
  }

  @Override
  public List<RefusalCode> neverSaid() {
    return Stream.of(
            LoihiChip.COMPARTMENTS,
            LoihiChip.SYNAPSE_BITS,
            LoihiChip.NEURON_STATE,
            LoihiChip.STATE_OF_A_NEURON)
        .map(name -> resource(name, "NeurocoreResourcesTest.whatOneNeuronNeverUsesUp"))
        .toList();
  }

  private static RefusalCode resource(String name, String test) {
    return resource(name, test, LoihiChips.LOIHI1, LoihiChips.LOIHI2);
  }

  private static RefusalCode resource(String name, String test, LoihiChip... chips) {
    SortedMap<String, List<Limit>> limits = new TreeMap<>();
    for (LoihiChip chip : chips) {
      limits.put(chip.name(), chip.limits());
    }
    return RefusalCode.of("L", limits, name, test);
  }

  private static RefusalCode code(
      String code, String meaning, String limit, String wayOut, String test) {
    return new RefusalCode(code, meaning, limit, wayOut, test);
  }
}
