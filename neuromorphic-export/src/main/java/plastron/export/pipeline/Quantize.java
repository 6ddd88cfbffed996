package plastron.export.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.fixedpoint.QuantizationError;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.fixedpoint.ScaledArray;
import plastron.export.stage.QuantizedLayer;
import plastron.export.stage.QuantizedModel;
import plastron.export.stage.ScaledLayer;
import plastron.export.stage.ScaledModel;

/** Rounds all numbers to their scales and says what that loses. */
final class Quantize {

  private Quantize() {}

  static <P> QuantizedModel<P> quantize(
      ScaledModel<P> model, String prefix, Diagnostics diagnostics) {
    List<QuantizedLayer<P>> layers = new ArrayList<>();
    for (ScaledLayer<P> layer : model.layers()) {
      List<QuantizedArray> arrays = layer.arrays().stream().map(ScaledArray::quantize).toList();
      arrays.forEach(array -> report(layer, array, prefix, diagnostics));
      layers.add(
          new QuantizedLayer<>(
              layer.name(), layer.inputs(), layer.size(), layer.rule(), layer.program(), arrays));
    }
    return new QuantizedModel<>(model.outline(), model.calibration(), layers);
  }

  private static void report(
      ScaledLayer<?> layer, QuantizedArray array, String prefix, Diagnostics diagnostics) {
    QuantizationError error = array.error();
    String subject = "layer %s, %s".formatted(layer.name(), array.name());
    if (error.saturated() > 0) {
      diagnostics.lossy(
          prefix + "-SATURATED",
          subject,
          String.format(
              Locale.ROOT,
              "%d of %d values lie outside %.4g to %.4g and are clipped, by at most %.3g.",
              error.saturated(),
              error.count(),
              array.scale().real(array.scale().min()),
              array.scale().real(array.scale().max()),
              error.max()),
          "");
    } else if (!error.isExact()) {
      diagnostics.lossy(
          prefix + "-ROUNDED",
          subject,
          String.format(
              Locale.ROOT,
              "rounded to steps of %.4g: largest error %.3g, %.2g of full scale; %d of %d values"
                  + " became zero.",
              array.scale().lsb(),
              error.max(),
              error.relative(),
              error.vanished(),
              error.count()),
          "");
    }
  }
}
