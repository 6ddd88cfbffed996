package plastron.loihi.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plastron.export.calibration.ValueRange;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.fixedpoint.Rounding;
import plastron.export.fixedpoint.Scale;
import plastron.export.fixedpoint.ScaledArray;
import plastron.export.stage.CalibratedLayer;
import plastron.export.stage.ScaledLayer;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.legal.LegalRule;
import plastron.loihi.scale.Membrane.Exponents;

/** Chooses all scales of a layer. */
public final class LayerScaler {

  /** Static weights are stored as even numbers of 8 bits with sign. */
  private static final int LARGEST_STORED = 127;

  /** No trained quantity is anywhere near this. */
  private static final double DIVERGED = 1e9;

  private static final int DOUBLINGS = 12;

  private LayerScaler() {}

  /**
   * The layer with its program and the numbers that are still to be rounded; empty if something was
   * refused.
   */
  public static Optional<ScaledLayer<LayerProgram>> scale(
      CalibratedLayer<LegalRule> layer, LoihiChip chip, Diagnostics diagnostics) {
    Report report = new Report(diagnostics, layer.source().subject());
    if (!isFinite(layer)) {
      report.refuse(
          "L-CALIBRATION",
          "the float model diverges on the calibration inputs (alpha.E %s, current %s), so there is no scale for it."
              .formatted(layer.ranges().plastic(), layer.ranges().current()),
          "Maybe use a smaller learning rate: Oja forms are stable only while eta (1 + |x|^2) is"
              + " below 2.");
      return Optional.empty();
    }
    Membrane membrane = new Membrane(layer);
    return layer.rule().isPlastic()
        ? new PlasticScaler(new LayerValues(layer), chip, membrane, report).scale()
        : fixed(layer, membrane, report);
  }

  private static boolean isFinite(CalibratedLayer<LegalRule> layer) {
    return layer.ranges().symbols().values().stream().allMatch(LayerScaler::isFinite)
        && isFinite(layer.ranges().plastic())
        && isFinite(layer.ranges().current())
        && isFinite(layer.ranges().potential());
  }

  private static boolean isFinite(ValueRange range) {
    // A mean that is no number betrays one value that was not, which minimum and maximum may hide.
    return range.maxAbsolute() <= DIVERGED && Double.isFinite(range.meanAbsolute());
  }

  private static Optional<ScaledLayer<LayerProgram>> fixed(
      CalibratedLayer<LegalRule> layer, Membrane membrane, Report report) {
    double unit = membrane.staticUnit();
    for (int doubling = 0; doubling <= DOUBLINGS; doubling++, unit *= 2) {
      Optional<Exponents> exponents = membrane.exponents(unit);
      if (exponents.isPresent()) {
        NeuronNumbers numbers = membrane.numbers(exponents.get(), unit, report);
        return Optional.of(
            layer(
                layer,
                new LayerProgram(numbers, Optional.empty()),
                List.of(weights(layer, unit, exponents.get()))));
      }
    }
    refuseRange(layer, report);
    return Optional.empty();
  }

  static void refuseRange(CalibratedLayer<LegalRule> layer, Report report) {
    report.refuse(
        "L-U-OVF",
        String.format(
            Locale.ROOT,
            "the current reaches %.3g and the potential %.3g for a threshold of %.3g; no weight"
                + " scale keeps them in 24 bits and the threshold in 17.",
            layer.ranges().current().maxAbsolute(),
            layer.ranges().potential().maxAbsolute(),
            layer.source().neuron().theta()),
        "Maybe use smaller weights or shorter time constants.");
  }

  static ScaledArray weights(
      CalibratedLayer<LegalRule> layer, double plasticUnit, Exponents exponents) {
    double[][] values = layer.source().layer().parameters().get("W");
    double[][] present =
        values == null
            ? new double[layer.source().inputs()][layer.source().layer().size()]
            : values;
    return new ScaledArray(
        LayerProgram.STATIC_WEIGHTS,
        present,
        new Scale(
            2 * Membrane.staticUnit(plasticUnit, exponents), -LARGEST_STORED - 1, LARGEST_STORED),
        Rounding.NEAREST);
  }

  static ScaledLayer<LayerProgram> layer(
      CalibratedLayer<LegalRule> layer, LayerProgram program, List<ScaledArray> arrays) {
    return new ScaledLayer<>(
        layer.source().name(),
        layer.source().inputs(),
        layer.source().layer().size(),
        layer.source().rule().rule().name(),
        program,
        new ArrayList<>(arrays));
  }
}
