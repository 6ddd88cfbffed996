package plastron.export.pipeline;

import java.util.ArrayList;
import java.util.List;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.fixedpoint.ScaledArray;
import plastron.export.stage.QuantizedLayer;
import plastron.export.stage.QuantizedModel;
import plastron.export.stage.ScaledLayer;
import plastron.export.stage.ScaledModel;

/**
 * Rounds all numbers to their scales and says what that loses; refuses what would leave too little.
 */
final class Quantize {

  private Quantize() {}

  static <P> QuantizedModel<P> quantize(
      ScaledModel<P> model, String prefix, Diagnostics diagnostics) {
    List<QuantizedLayer<P>> layers = new ArrayList<>();
    for (int l = 0; l < model.layers().size(); l++) {
      ScaledLayer<P> layer = model.layers().get(l);
      double plastic = model.calibration().layers().get(l).plastic().maxAbsolute();
      QuantizedLayer<P> rounded = rounded(layer);
      for (int a = 0; a < layer.arrays().size(); a++) {
        new RoundingReport(layer, layer.arrays().get(a), rounded.arrays().get(a), plastic)
            .write(prefix, diagnostics);
      }
      layers.add(rounded);
    }
    diagnostics.throwIfRefused();
    return new QuantizedModel<>(model.outline(), model.calibration(), layers);
  }

  /** A layer with its numbers rounded, whatever that loses. */
  static <P> QuantizedLayer<P> rounded(ScaledLayer<P> layer) {
    return new QuantizedLayer<>(
        layer.name(),
        layer.from(),
        layer.to(),
        layer.inputs(),
        layer.size(),
        layer.rule(),
        layer.program(),
        layer.arrays().stream().map(ScaledArray::quantize).toList());
  }
}
