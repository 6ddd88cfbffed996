package plastron.export.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import plastron.core.network.Neuron;
import plastron.core.run.Input;
import plastron.core.run.Runner;
import plastron.export.calibration.Calibration;
import plastron.export.calibration.Calibrator;
import plastron.export.calibration.LayerRanges;
import plastron.export.calibration.PopulationRanges;
import plastron.export.calibration.ValueRange;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.stage.CalibratedLayer;
import plastron.export.stage.CalibratedModel;
import plastron.export.stage.LegalLayer;
import plastron.export.stage.LegalModel;
import plastron.export.stage.ValidLayer;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;

/**
 * Runs the float model in the chip's form on example inputs and hands every layer the ranges that
 * were seen. A population that was silent gives none, which is said.
 */
final class CalibrateRanges {

  /** No trained weight is anywhere near this. */
  private static final double DIVERGED = 1e9;

  private CalibrateRanges() {}

  static <R> CalibratedModel<R> calibrate(
      LegalModel<R> model,
      Function<PlasticModel, Runner> simulator,
      List<Input> examples,
      String prefix,
      Diagnostics diagnostics) {
    PlasticModel runnable = model.source().model();
    List<String> names = model.layers().stream().map(l -> l.source().name()).toList();
    Calibration calibration =
        new Calibrator(runnable, names, runner(simulator, runnable, prefix, diagnostics))
            .calibrate(examples);
    for (PopulationRanges population : calibration.populations()) {
      if (population.meanRate() == 0) {
        silent(population.name(), runnable.graph(), calibration, prefix, diagnostics);
      }
    }
    model.layers().forEach(layer -> signals(layer.source(), examples, prefix, diagnostics));
    List<CalibratedLayer<R>> layers = new ArrayList<>();
    for (int l = 0; l < model.layers().size(); l++) {
      LegalLayer<R> layer = model.layers().get(l);
      LayerRanges ranges = calibration.layers().get(l);
      excess(ranges).ifPresent(e -> diverges(layer.source().subject(), e, prefix, diagnostics));
      layers.add(
          new CalibratedLayer<>(
              layer.source(),
              layer.rule(),
              calibration.populations().get(layer.source().from()),
              calibration.populations().get(layer.source().to()),
              ranges));
    }
    diagnostics.throwIfRefused();
    return new CalibratedModel<>(model.source().outline(), calibration, layers);
  }

  private static Runner runner(
      Function<PlasticModel, Runner> simulator,
      PlasticModel model,
      String prefix,
      Diagnostics diagnostics) {
    try {
      return simulator.apply(model);
    } catch (ArithmeticException overflow) {
      diagnostics.refuse(
          prefix + "-DIVERGES",
          "model " + model.name(),
          "the float model cannot start: %s".formatted(overflow.getMessage()),
          "Maybe use smaller weights and parameters.");
      diagnostics.throwIfRefused();
      throw new AssertionError("A refusal is thrown.", overflow);
    }
  }

  /** A signal that no example gives was zero throughout. */
  private static void signals(
      ValidLayer layer, List<Input> examples, String prefix, Diagnostics diagnostics) {
    for (Symbol external : layer.rule().rule().symbols(Role.EXTERNAL)) {
      String signal = layer.projection().sources().get(external.name());
      if (examples.stream().noneMatch(example -> example.signals().containsKey(signal))) {
        diagnostics.warn(
            prefix + "-SIGNAL",
            layer.subject(),
            "the signal %s is given in none of the %d calibration trials: the ranges of everything that follows from it are guesses."
                .formatted(signal, examples.size()),
            "Maybe calibrate on trials that give it.");
      }
    }
  }

  private static void silent(
      String population,
      PlasticGraph graph,
      Calibration calibration,
      String prefix,
      Diagnostics diagnostics) {
    diagnostics.warn(
        prefix + "-SILENT",
        "population " + population,
        "no neuron fired in calibration (%d trials, %d steps): the ranges of everything that follows from its spikes are guesses."
            .formatted(calibration.episodes(), calibration.steps()),
        graph.population(population).neuron() instanceof Neuron.SpikeSource
            ? "Maybe calibrate on other trials."
            : "Maybe calibrate on more trials, or train on: a layer that never fires learns"
                + " nothing.");
  }

  /** A quantity that is larger than it may be. */
  private record Excess(String quantity, double reached, double most) {}

  private static Optional<Excess> excess(LayerRanges ranges) {
    Stream<Excess> symbols =
        new TreeMap<>(ranges.symbols())
            .entrySet().stream().map(e -> reached(e.getKey(), e.getValue(), Float.MAX_VALUE));
    return Stream.concat(
            Stream.of(
                reached("alpha.E", ranges.plastic(), DIVERGED),
                reached("the current", ranges.current(), Float.MAX_VALUE),
                reached("the potential", ranges.potential(), Float.MAX_VALUE)),
            symbols)
        .filter(e -> !(e.reached() <= e.most()))
        .findFirst();
  }

  /** Of the float model, which is of single precision. */
  private static Excess reached(String quantity, ValueRange range, double most) {
    // A mean that is no number betrays one value that was not, which minimum and maximum may hide.
    return new Excess(
        quantity, Double.isFinite(range.meanAbsolute()) ? range.maxAbsolute() : Double.NaN, most);
  }

  private static void diverges(
      String subject, Excess excess, String prefix, Diagnostics diagnostics) {
    diagnostics.refuse(
        prefix + "-DIVERGES",
        subject,
        String.format(
            Locale.ROOT,
            "the float model diverges on the calibration inputs (%s reaches %.3g, expected at most"
                + " %.0e), so there is no scale for it.",
            excess.quantity(),
            excess.reached(),
            excess.most()),
        "Maybe use a smaller learning rate or a larger reference rate: Oja forms are stable only"
            + " while eta (1 + |x|^2) is below 2.");
  }
}
