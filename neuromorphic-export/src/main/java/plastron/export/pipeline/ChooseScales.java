package plastron.export.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.profile.ChipProfile;
import plastron.export.stage.CalibratedLayer;
import plastron.export.stage.CalibratedModel;
import plastron.export.stage.ScaledLayer;
import plastron.export.stage.ScaledModel;

/**
 * Asks the chip for the formats and scales of every population's layers; collects all refusals
 * before it stops.
 */
final class ChooseScales {

  private ChooseScales() {}

  static <R, P> ScaledModel<P> choose(
      CalibratedModel<R> model, ChipProfile<R, P> profile, Diagnostics diagnostics) {
    List<ScaledLayer<P>> layers = new ArrayList<>();
    for (int p = 0; p < model.outline().sizes().size(); p++) {
      int population = p;
      List<CalibratedLayer<R>> into =
          model.layers().stream().filter(l -> l.source().to() == population).toList();
      if (!into.isEmpty()) {
        layers.addAll(profile.chooseScales(into, diagnostics));
      }
    }
    diagnostics.throwIfRefused();
    List<String> declared = model.layers().stream().map(l -> l.source().name()).toList();
    layers.sort(Comparator.comparingInt(layer -> declared.indexOf(layer.name())));
    return new ScaledModel<>(
        model.outline(),
        model.calibration(),
        Complete.layers(layers, model.layers().size(), profile));
  }
}
