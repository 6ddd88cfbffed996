package plastron.export.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import plastron.core.run.Runner;
import plastron.core.spikes.SpikeRaster;
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
import plastron.export.stage.Outline;
import plastron.plasticity.layered.LayeredModel;

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
      Function<LayeredModel, Runner> simulator,
      List<SpikeRaster> examples,
      String prefix,
      Diagnostics diagnostics) {
    LayeredModel runnable = model.source().model();
    Calibration calibration =
        new Calibrator(runnable, simulator.apply(runnable)).calibrate(examples);
    for (PopulationRanges population : calibration.populations()) {
      if (population.meanRate() == 0) {
        silent(population.name(), calibration, prefix, diagnostics);
      }
    }
    List<CalibratedLayer<R>> layers = new ArrayList<>();
    for (int l = 0; l < model.layers().size(); l++) {
      LegalLayer<R> layer = model.layers().get(l);
      LayerRanges ranges = calibration.layers().get(l);
      if (!isBounded(ranges)) {
        diverges(layer.source().subject(), ranges, prefix, diagnostics);
      }
      layers.add(
          new CalibratedLayer<>(
              layer.source(),
              layer.rule(),
              calibration.populations().get(l),
              calibration.populations().get(l + 1),
              ranges));
    }
    diagnostics.throwIfRefused();
    return new CalibratedModel<>(model.source().outline(), calibration, layers);
  }

  private static void silent(
      String population, Calibration calibration, String prefix, Diagnostics diagnostics) {
    diagnostics.warn(
        prefix + "-SILENT",
        "population " + population,
        "no neuron fired in calibration (%d trials, %d steps): the ranges of everything that follows from its spikes are guesses."
            .formatted(calibration.episodes(), calibration.steps()),
        population.equals(Outline.INPUT)
            ? "Maybe calibrate on other trials."
            : "Maybe calibrate on more trials, or train on: a layer that never fires learns"
                + " nothing.");
  }

  private static boolean isBounded(LayerRanges ranges) {
    return ranges.plastic().maxAbsolute() <= DIVERGED
        && ranges.symbols().values().stream().allMatch(CalibrateRanges::isFinite)
        && isFinite(ranges.plastic())
        && isFinite(ranges.current())
        && isFinite(ranges.potential());
  }

  private static boolean isFinite(ValueRange range) {
    // A mean that is no number betrays one value that was not, which minimum and maximum may hide.
    return Double.isFinite(range.maxAbsolute()) && Double.isFinite(range.meanAbsolute());
  }

  private static void diverges(
      String subject, LayerRanges ranges, String prefix, Diagnostics diagnostics) {
    diagnostics.refuse(
        prefix + "-DIVERGES",
        subject,
        String.format(
            Locale.ROOT,
            "the float model diverges on the calibration inputs (alpha.E reaches %.3g, expected at"
                + " most %.0e), so there is no scale for it.",
            ranges.plastic().maxAbsolute(),
            DIVERGED),
        "Maybe use a smaller learning rate or a larger reference rate: Oja forms are stable only"
            + " while eta (1 + |x|^2) is below 2.");
  }
}
