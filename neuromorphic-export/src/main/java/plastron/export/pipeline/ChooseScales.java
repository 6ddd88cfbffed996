package plastron.export.pipeline;

import java.util.ArrayList;
import java.util.List;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.profile.ChipProfile;
import plastron.export.stage.CalibratedLayer;
import plastron.export.stage.CalibratedModel;
import plastron.export.stage.ScaledLayer;
import plastron.export.stage.ScaledModel;

/**
 * Asks the chip for the formats and scales of every layer; collects all refusals before it stops.
 */
final class ChooseScales {

  private ChooseScales() {}

  static <R, P> ScaledModel<P> choose(
      CalibratedModel<R> model, ChipProfile<R, P> profile, Diagnostics diagnostics) {
    List<ScaledLayer<P>> layers = new ArrayList<>();
    for (CalibratedLayer<R> layer : model.layers()) {
      profile.chooseScales(layer, diagnostics).ifPresent(layers::add);
    }
    diagnostics.throwIfRefused();
    return new ScaledModel<>(
        model.outline(),
        model.calibration(),
        Complete.layers(layers, model.layers().size(), profile));
  }
}
