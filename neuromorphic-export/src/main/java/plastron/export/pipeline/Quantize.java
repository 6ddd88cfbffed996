package plastron.export.pipeline;

import java.util.ArrayList;
import java.util.List;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.fixedpoint.QuantizedArray;
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
      List<QuantizedArray> arrays = new ArrayList<>();
      for (ScaledArray array : layer.arrays()) {
        QuantizedArray rounded = array.quantize();
        arrays.add(rounded);
        new RoundingReport(layer, array, rounded, plastic).write(prefix, diagnostics);
      }
      layers.add(
          new QuantizedLayer<>(
              layer.name(),
              layer.from(),
              layer.to(),
              layer.inputs(),
              layer.size(),
              layer.rule(),
              layer.program(),
              arrays));
    }
    diagnostics.throwIfRefused();
    return new QuantizedModel<>(model.outline(), model.calibration(), layers);
  }
}
