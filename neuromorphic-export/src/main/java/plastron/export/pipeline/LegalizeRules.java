package plastron.export.pipeline;

import java.util.ArrayList;
import java.util.List;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.profile.ChipProfile;
import plastron.export.stage.LegalLayer;
import plastron.export.stage.LegalModel;
import plastron.export.stage.ValidLayer;
import plastron.export.stage.ValidModel;

/** Asks the chip for what it makes of every rule; collects all refusals before it stops. */
final class LegalizeRules {

  private LegalizeRules() {}

  static <R> LegalModel<R> legalize(
      ValidModel model, ChipProfile<R, ?> profile, Diagnostics diagnostics) {
    List<LegalLayer<R>> layers = new ArrayList<>();
    for (ValidLayer layer : model.layers()) {
      profile
          .legalize(layer, diagnostics)
          .ifPresent(rule -> layers.add(new LegalLayer<>(layer, rule)));
    }
    diagnostics.throwIfRefused();
    return new LegalModel<>(model, Complete.layers(layers, model.layers().size(), profile));
  }
}
