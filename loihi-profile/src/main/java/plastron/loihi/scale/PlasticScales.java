package plastron.loihi.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import plastron.export.fixedpoint.Rounding;
import plastron.export.fixedpoint.Scale;
import plastron.export.fixedpoint.ScaledArray;
import plastron.export.stage.RoundedState;
import plastron.export.stage.ScaledLayer;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.legal.LegalRule;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.NeuronNumbers;
import plastron.loihi.program.PlasticProgram;
import plastron.loihi.program.TraceScale;
import plastron.loihi.rule.MicrocodeRule;
import plastron.loihi.rule.ProductSeries;
import plastron.loihi.scale.Membrane.Exponents;
import plastron.plasticity.expr.Grid;

/**
 * All that was chosen for a plastic layer.
 *
 * @param values the layer's real numbers
 * @param x1 the fast pre trace
 * @param x2 the slow pre trace, {@link TraceScale#OFF} without one
 * @param y1 the post trace, {@link TraceScale#OFF} if neurons write it
 * @param weight units of the plastic weights and tags
 * @param dw what changes the plastic weights; empty if nothing does
 * @param dd what changes the delay variables; empty if nothing does
 * @param states the synapses that carry E itself, if the rule reads sums of it
 * @param neurons the neuron program, if the rule has a third factor
 * @param alpha alpha as a constant, 1 if it is in the tag
 * @param stored parameters in delay variables
 */
record PlasticScales(
    LayerValues values,
    TraceScale x1,
    TraceScale x2,
    TraceScale y1,
    WeightUnit weight,
    Optional<ProductSeries> dw,
    Optional<ProductSeries> dd,
    States states,
    Optional<CompiledNeurons> neurons,
    double alpha,
    List<StoredParameter> stored) {

  /** Window lengths are powers of two, at most this one, times epochs. */
  private static final int LARGEST_DECIMATION = 9;

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
    stored = List.copyOf(stored);
  }

  /** The layer with its program and the numbers that are still to be rounded. */
  ScaledLayer<LoihiProgram> layer(Membrane membrane, LoihiChip chip, Report report) {
    LegalRule rule = values.rule();
    int decimation = Math.min(LARGEST_DECIMATION, Integer.numberOfTrailingZeros(values.interval()));
    int epoch = values.interval() >> decimation;
    reportEpoch(epoch, report);
    double unit = weight.unit();
    Exponents exponents = membrane.exponents(unit).orElseThrow();
    NeuronNumbers numbers = membrane.numbers(exponents, unit, report);
    double bound = rule.trace().orElseThrow().bounds().high();
    reportSteps(bound, report);
    OptionalInt k = OptionalInt.of(decimation);
    PlasticProgram plastic =
        new PlasticProgram(
            values.layer().source().to(),
            epoch,
            decimation,
            rule.thirdFactor(),
            x1,
            x2,
            y1,
            new MicrocodeRule(dw, dd, Optional.empty(), k),
            states
                .dw()
                .map(s -> new MicrocodeRule(Optional.of(s), Optional.empty(), Optional.empty(), k)),
            neurons.map(CompiledNeurons::program),
            rule.stored().isPresent() ? chip.delayOffset() : 0,
            unit,
            states.unit(),
            alpha,
            bound);
    List<ScaledArray> arrays = new ArrayList<>();
    arrays.add(LayerScaler.weights(membrane, unit, exponents));
    stored.forEach(parameter -> arrays.add(parameter.array()));
    neurons.ifPresent(compiled -> arrays.addAll(compiled.arrays()));
    if (rule.alphaInTag()) {
      arrays.add(tags());
    }
    return LayerScaler.layer(
            values.layer(), new LoihiProgram(numbers, Optional.of(plastic)), arrays)
        .rounding(states(rule));
  }

  /** Plastic weights, alpha.E, round at random to whole ones. */
  private List<RoundedState> states(LegalRule rule) {
    return rule.alpha().asSymbol().stream()
        .map(
            factor ->
                new RoundedState(
                    rule.trace().orElseThrow(),
                    Optional.of(factor),
                    Grid.of(weight.unit(), Grid.Rounding.RANDOM)))
        .toList();
  }

  private ScaledArray tags() {
    return new ScaledArray(
            LoihiProgram.TAG,
            values.alpha(),
            new Scale(weight.tagUnit(), -WeightUnit.LARGEST_TAG, WeightUnit.LARGEST_TAG),
            Rounding.NEAREST)
        .of(values.rule().alpha());
  }

  private void reportEpoch(int epoch, Report report) {
    if (epoch > 1) {
      report.lossy(
          "L-EPOCH",
          "the update interval (%d) takes epochs of %d steps; of several spikes in one epoch the traces place all but the last at its start."
              .formatted(values.interval(), epoch),
          "Maybe train with an update interval that is a power of two.");
    }
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
