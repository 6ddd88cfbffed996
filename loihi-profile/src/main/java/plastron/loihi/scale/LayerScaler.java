package plastron.loihi.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.fixedpoint.ScaledArray;
import plastron.export.stage.CalibratedLayer;
import plastron.export.stage.ScaledLayer;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.legal.LegalRule;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.NeuronNumbers;
import plastron.loihi.program.WeightGroups;
import plastron.loihi.scale.Membrane.Exponents;
import plastron.loihi.scale.coefficient.ScaleChoice;

/** Chooses all scales of a population's layers, which share the unit of their neurons' voltage. */
public final class LayerScaler {

  private LayerScaler() {}

  /**
   * The layers of a population with their programs and the numbers that are still to be rounded;
   * fewer if something was refused.
   *
   * @param choice which way, of {@link ScaleChoice#of}
   * @param groups whether static weights of a layer may have several exponents
   */
  public static List<ScaledLayer<LoihiProgram>> scale(
      List<CalibratedLayer<LegalRule>> population,
      LoihiChip chip,
      ScaleChoice choice,
      boolean groups,
      Diagnostics diagnostics) {
    OptionalDouble unit =
        population.size() == 1 ? OptionalDouble.empty() : commonUnit(population, chip, choice);
    List<ScaledLayer<LoihiProgram>> scaled = new ArrayList<>();
    for (CalibratedLayer<LegalRule> layer : population) {
      scale(layer, unit, chip, choice, groups, diagnostics).ifPresent(scaled::add);
    }
    return scaled;
  }

  /**
   * The coarsest voltage unit that any of the layers chooses when it is alone: at a coarser one the
   * others have exponents left, at a finer one that layer has none. Empty if a layer can choose
   * none: it is refused alone, too.
   */
  private static OptionalDouble commonUnit(
      List<CalibratedLayer<LegalRule>> population, LoihiChip chip, ScaleChoice choice) {
    return population.stream()
        .flatMap(
            layer ->
                scale(layer, OptionalDouble.empty(), chip, choice, false, new Diagnostics())
                    .stream())
        .mapToDouble(layer -> layer.program().neurons().voltageUnit())
        .max();
  }

  private static Optional<ScaledLayer<LoihiProgram>> scale(
      CalibratedLayer<LegalRule> layer,
      OptionalDouble voltageUnit,
      LoihiChip chip,
      ScaleChoice choice,
      boolean groups,
      Diagnostics diagnostics) {
    Report report = new Report(diagnostics, layer.source().subject());
    LayerValues values = new LayerValues(layer);
    Membrane membrane = new Membrane(values, voltageUnit, groups);
    if (layer.rule().isPlastic() && values.changes()) {
      return new PlasticScaler(values, chip, membrane, choice, report).scale();
    }
    if (layer.rule().isPlastic()) {
      report.lossy(
          "L-STILL",
          "the rule changes no weight (alpha or the rates of its terms are 0), so that these"
              + " synapses are static here.",
          "");
    }
    return Optional.of(fixed(layer, membrane, report));
  }

  private static ScaledLayer<LoihiProgram> fixed(
      CalibratedLayer<LegalRule> layer, Membrane membrane, Report report) {
    double unit = membrane.leastUnit(membrane.staticUnit());
    Exponents exponents = membrane.exponents(unit).orElseThrow();
    WeightGroups weights = membrane.weights(unit, exponents, report);
    NeuronNumbers numbers = membrane.numbers(exponents, weights.exponents(), report);
    return layer(
        layer,
        new LoihiProgram(numbers, Optional.empty(), new LayerValues(layer).arithmetic()),
        weights.arrays());
  }

  static ScaledLayer<LoihiProgram> layer(
      CalibratedLayer<LegalRule> layer, LoihiProgram program, List<ScaledArray> arrays) {
    return new ScaledLayer<>(
        layer.source().name(),
        layer.source().from(),
        layer.source().to(),
        layer.source().inputs(),
        layer.source().size(),
        layer.source().rule().rule().name(),
        program,
        new ArrayList<>(arrays));
  }
}
