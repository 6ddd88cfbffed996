package plastron.export.diagnostic;

import java.util.List;

/**
 * What the compiler refuses on every chip, by codes of the chip's prefix. Which resources a chip
 * has is in its own list.
 */
public final class PipelineCodes implements RefusalCodes {

  private static final String FORM = "form of the chip (`ChipProfile.form`)";
  private static final String TRAIN = "train with `--hardware CHIP`";

  /** For the service loader. */
  public PipelineCodes() {}

  @Override
  public String title() {
    return "Every chip (with its prefix: L, S)";
  }

  @Override
  public List<RefusalCode> codes() {
    return List.of(
        form(
            "-SETTING",
            "an export setting that the chip does not have, or a value that it does not take",
            "`ChipProfile.settings`",
            "leave it out",
            "settings"),
        form(
            "-DRIVE",
            "a bias or threshold that follows a rule",
            "constants; a chip's registers hold one number",
            "let a population send spikes in its place",
            "drives"),
        form(
            "-MODULE",
            "a rate block in the network",
            "none; chips have spiking neurons alone",
            "let the host compute it and write what it gives as a signal",
            "modules"),
        form(
            "-SPARSE",
            "a projection in which pairs of neurons have no synapse",
            "all pairs have one; rows of the compiler are dense",
            "train with all synapses",
            "synapsesThatAreMissing"),
        form(
            "-UNREACHED",
            "neurons that no projection leads to",
            "at least one projection",
            "make the population a spike source",
            "populationsThatNothingLeadsTo"),
        form(
            "-KERNELS",
            "projections with different response kernels into one population",
            "one kernel a population; a neuron has one current",
            "give all of them the same",
            "kernelsOfANeuron"),
        form(
            "-DT-ROUND",
            "an update interval that the chip cannot keep",
            "m*2^k of the chip's form, or off by at most 5 % (`ValidateModel`)",
            "train with the interval that the message names",
            "intervals"),
        form(
            "-SRM",
            "spike response neurons, or a kernel that is no exponential",
            FORM,
            TRAIN,
            "neuronsOfOtherKinds"),
        form("-READOUT", "leaky integrators without spikes", FORM, TRAIN, "neuronsOfOtherKinds"),
        form(
            "-ADAPTIVE",
            "neurons whose threshold follows their spikes",
            FORM,
            TRAIN,
            "neuronsOfOtherKinds"),
        form("-RESET", "another reset than the chip's", FORM, TRAIN, "neuronsOfOtherKinds"),
        form("-REFRACTORY", "too many or too few refractory steps", FORM, TRAIN, "refractorySteps"),
        form(
            "-PER-NEURON",
            "neurons of a population that differ",
            "one threshold, decay and bias a population",
            "make a population of each kind",
            "neuronsThatDiffer"),
        new RefusalCode(
            "-KERNEL",
            "a kernel that the chip lacks though it is exponential or none",
            FORM,
            TRAIN,
            "PipelineCodesTest.kernelsThatAChipLacks"),
        form(
            "-ALPHA-AXIS",
            "a plasticity coefficient with more values than the chip stores",
            FORM,
            TRAIN,
            "axesOfAlpha"),
        form(
            "-MODULATORS",
            "a rule that reads the rates of several modulating populations",
            "one; a neuron program gathers from one",
            "use one population",
            "modulatingPopulations"),
        form(
            "-LATENCY",
            "spikes that act later than on the chip",
            FORM,
            "use a smaller latency",
            "latencies"),
        form(
            "-DIVERGES",
            "the float model leaves all bounds on the calibration inputs",
            "alpha.E within 1e9, currents and potentials of single precision (`CalibrateRanges`)",
            "use a smaller learning rate or a larger reference rate",
            "plasticWeightsThatDiverge"),
        form(
            "-ZERO",
            "rounding loses half of what neurons receive",
            "a share of 0.5, RMS over neurons (`RoundingReport.MOST_LOST`)",
            "clip the large values that the message names, or give them a layer of their own",
            "weightsBelowTheSteps"),
        new RefusalCode(
            "-SATURATED",
            "the same by values beyond the largest that a register holds",
            "a share of 0.5, RMS over neurons (`RoundingReport.MOST_LOST`)",
            "bound the values in training",
            "RoundingReportTest.halfOfWhatNeuronsReceive"),
        new RefusalCode(
            "-ERROR",
            "the rule, rounded as the chip rounds it, leaves all bounds on the calibration inputs",
            "finite traces (`StateErrors`)",
            "use a smaller learning rate or a smaller clip",
            "PipelineCodesTest.rulesThatDivergeAsRounded"),
        new RefusalCode(
            "-CORES",
            "the network needs more cores than there are",
            "cores and chips of the profile (`ChipProfile.cores`); Loihi and SpiNNaker:"
                + " `LimitCodesTest`, `CoreResourcesTest`",
            "make the population that the message names smaller",
            "PartitionTest.coresThatThereAre"),
        new RefusalCode(
            "-OVF",
            "an accumulator that wraps overflows on the calibration inputs; its name stands in"
                + " between",
            "the bits of the accumulator that the message names (`ChipProfile.ranges`)",
            "train with smaller weights",
            "CheckRangesTest.accumulatorsThatWrap"));
  }

  private static RefusalCode form(
      String code, String meaning, String limit, String wayOut, String test) {
    return new RefusalCode(code, meaning, limit, wayOut, "PipelineRefusals." + test);
  }
}
