package plastron.loihi.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import plastron.export.fixedpoint.Rounding;
import plastron.export.fixedpoint.Scale;
import plastron.export.fixedpoint.ScaledArray;
import plastron.export.stage.RoundedState;
import plastron.export.stage.ScaledLayer;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.legal.LegalRule;
import plastron.loihi.program.ChipTraces;
import plastron.loihi.program.Epoch;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.NeuronNumbers;
import plastron.loihi.program.PlasticProgram;
import plastron.loihi.program.WeightGroups;
import plastron.loihi.rule.MicrocodeRule;
import plastron.loihi.rule.ProductSeries;
import plastron.loihi.rule.Variable;
import plastron.loihi.scale.Membrane.Exponents;

/**
 * All that was chosen for a plastic layer.
 *
 * @param values the layer's real numbers
 * @param traces that the engine makes of spikes
 * @param weight units of the plastic weights and tags
 * @param dw what changes the plastic weights; empty if nothing does
 * @param changes what changes what synapses hold beside the trace and alpha; empty if nothing does
 * @param rounded what rounds as the model runs
 * @param states the synapses that carry E itself, if the rule reads sums of it
 * @param neurons the neuron program, if the rule has a third factor
 * @param reward the reward trace, if the rule reads it
 * @param alpha alpha as a constant, 1 if it is in the tag
 * @param stored parameters in delay variables
 */
record PlasticScales(
    LayerValues values,
    ChipTraces traces,
    WeightUnit weight,
    Optional<ProductSeries> dw,
    Optional<ProductSeries> changes,
    List<RoundedState> rounded,
    States states,
    Optional<CompiledNeurons> neurons,
    Optional<RewardScale> reward,
    double alpha,
    List<StoredParameter> stored) {

  /**
   * The synapses that carry E.
   *
   * @param unit the E that a weight of 1 stands for, 1 if there are none
   * @param dw what changes them; empty if there are none
   */
  record States(double unit, Optional<ProductSeries> dw) {
    static final States NONE = new States(1, Optional.empty());
  }

  PlasticScales {
    rounded = List.copyOf(rounded);
    stored = List.copyOf(stored);
  }

  /** The layer with its program and the numbers that are still to be rounded. */
  ScaledLayer<LoihiProgram> layer(Membrane membrane, LoihiChip chip, Report report) {
    LegalRule rule = values.rule();
    Epoch window = Epoch.of(values.interval());
    Epoch epoch = rule.isTimed() ? new Epoch(1, window.decimation()) : window;
    reportEpoch(epoch, report);
    if (rule.isTimed()) {
      new TimingReport(values, report).report(window.steps());
    }
    double unit = weight.unit();
    Exponents exponents = membrane.exponents(unit).orElseThrow();
    WeightGroups weights = membrane.weights(unit, exponents, report);
    NeuronNumbers numbers = membrane.numbers(exponents, weights.exponents(), report);
    double bound = rule.trace().orElseThrow().bounds().high();
    reportSteps(bound, report);
    reportArithmetic(report);
    PlasticProgram plastic =
        new PlasticProgram(
            values.layer().source().to(),
            epoch.steps(),
            epoch.decimation(),
            rule.thirdFactor(),
            traces,
            microcode(dw, changes, rule.storedIn(), epoch.decimation()),
            states
                .dw()
                .map(
                    s ->
                        microcode(
                            Optional.of(s), Optional.empty(), Variable.D, epoch.decimation())),
            neurons.map(CompiledNeurons::program),
            reward.map(RewardScale::reward),
            rule.stored().isPresent() && rule.storedIn() == Variable.D ? chip.delayOffset() : 0,
            unit,
            states.unit(),
            alpha,
            bound);
    List<ScaledArray> arrays = new ArrayList<>(weights.arrays());
    stored.forEach(parameter -> arrays.add(parameter.array()));
    neurons.ifPresent(compiled -> arrays.addAll(compiled.arrays()));
    reward.ifPresent(scaled -> arrays.addAll(scaled.arrays()));
    if (rule.alphaInTag()) {
      arrays.add(tags());
    }
    return LayerScaler.layer(
            values.layer(),
            new LoihiProgram(numbers, Optional.of(plastic), values.arithmetic()),
            arrays)
        .rounding(rounded);
  }

  /** The decimation is said where a product waits for it. */
  private static MicrocodeRule microcode(
      Optional<ProductSeries> dw,
      Optional<ProductSeries> changes,
      Variable changed,
      int decimation) {
    boolean decimated =
        Stream.concat(dw.stream(), changes.stream()).anyMatch(series -> series.usesU());
    return new MicrocodeRule(
        dw,
        changes.filter(series -> changed == Variable.D),
        changes.filter(series -> changed == Variable.T),
        decimated ? OptionalInt.of(decimation) : OptionalInt.empty());
  }

  private ScaledArray tags() {
    return new ScaledArray(
            LoihiProgram.TAG,
            values.alpha(),
            new Scale(weight.tagUnit(), -WeightUnit.LARGEST_TAG, WeightUnit.LARGEST_TAG),
            Rounding.NEAREST)
        .of(values.rule().alpha());
  }

  private void reportEpoch(Epoch epoch, Report report) {
    if (!epoch.isExact()) {
      report.lossy(
          "L-EPOCH",
          "the update interval (%d) takes epochs of %d steps; of several spikes in one epoch the traces place all but the last at its start."
              .formatted(values.interval(), epoch.steps()),
          "Maybe train with an update interval that is a power of two.");
    }
  }

  /** Static weights are emitted so that both agree; those that learn are not. */
  private void reportArithmetic(Report report) {
    report.warn(
        "L-ARITHMETIC",
        String.format(
            Locale.ROOT,
            "learned weights round to whole steps with lava and to pairs of them, alpha.E = %.4g,"
                + " with brian2loihi; this is %s.",
            2 * weight.unit(),
            values.arithmetic().title()),
        "");
  }

  private void reportSteps(double bound, Report report) {
    double unit = weight.unit();
    report.lossy(
        "L-STEP",
        String.format(
            Locale.ROOT,
            "a plastic weight of 1 is alpha.E = %.4g and weights reach 254 of them, calibration saw"
                + " %.4g; updates round at random.",
            unit,
            values.layer().ranges().plastic().maxAbsolute()),
        "");
    if (values.seen(values.rule().trace().orElseThrow()) >= bound) {
      report.lossy(
          "L-RANGE-W",
          String.format(
              Locale.ROOT,
              "traces reach their bound (%.4g) in calibration; the chip's bound is on alpha.E, at"
                  + " %.4g.",
              bound,
              unit * WeightUnit.LARGEST_WEIGHT),
          "Maybe train with a wider bound.");
    }
  }
}
