package plastron.export.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.profile.ChipProfile;
import plastron.export.resource.Demand;
import plastron.export.resource.Limit;
import plastron.export.resource.Scope;
import plastron.export.stage.PartitionedModel;
import plastron.export.stage.PartitionedModel.Slice;
import plastron.export.stage.QuantizedLayer;
import plastron.export.stage.QuantizedModel;

/**
 * Cuts layers into the fewest parts that each fit on a core, of sizes as even as possible. Which
 * layers may be cut and what a part needs is the chip's knowledge.
 */
final class Partition {

  private Partition() {}

  static <P> PartitionedModel<P> partition(
      QuantizedModel<P> model, ChipProfile<?, P> profile, Diagnostics diagnostics) {
    List<Slice> slices = new ArrayList<>();
    for (int l = 0; l < model.layers().size(); l++) {
      slices.addAll(cut(l, model.layers().get(l), profile, diagnostics));
    }
    diagnostics.throwIfRefused();
    return new PartitionedModel<>(model, slices);
  }

  private static <P> List<Slice> cut(
      int index, QuantizedLayer<P> layer, ChipProfile<?, P> profile, Diagnostics diagnostics) {
    int size = layer.size();
    int fitting = mostFitting(layer, profile);
    boolean mayCut = profile.mayCut(layer);
    if (fitting < size && !(mayCut && fitting > 0)) {
      refuse(layer, mayCut ? 1 : size, fitting, profile, diagnostics);
      return List.of();
    }
    int parts = Math.ceilDiv(size, fitting);
    // Parts differ by one neuron at most, so that there are two sizes.
    int small = size / parts;
    Demand ofSmall = profile.demand(layer, small);
    Demand ofLarge = profile.demand(layer, Math.ceilDiv(size, parts));
    List<Slice> slices = new ArrayList<>();
    for (int p = 0; p < parts; p++) {
      int from = (int) ((long) size * p / parts);
      int to = (int) ((long) size * (p + 1) / parts);
      slices.add(new Slice(index, from, to, to - from == small ? ofSmall : ofLarge));
    }
    return slices;
  }

  /**
   * Most neurons of a layer that fit on one core, 0 if not even one does: demand never falls with
   * their number, so bisection finds it.
   */
  private static <P> int mostFitting(QuantizedLayer<P> layer, ChipProfile<?, P> profile) {
    int fits = 0;
    int fails = layer.size() + 1;
    while (fails - fits > 1) {
      int middle = (fits + fails) >>> 1;
      if (exceeded(layer, middle, profile).isEmpty()) {
        fits = middle;
      } else {
        fails = middle;
      }
    }
    return fits;
  }

  private static <P> Optional<Limit> exceeded(
      QuantizedLayer<P> layer, int neurons, ChipProfile<?, P> profile) {
    return profile.demand(layer, neurons).exceeded(profile.limits(), Scope.CORE);
  }

  private static <P> void refuse(
      QuantizedLayer<P> layer,
      int smallest,
      int fitting,
      ChipProfile<?, P> profile,
      Diagnostics diagnostics) {
    Limit limit = exceeded(layer, smallest, profile).orElseThrow();
    diagnostics.refuse(
        profile.codePrefix() + "-CORE-" + limit.name().toUpperCase(Locale.ROOT).replace('_', '-'),
        "layer %s, rule %s".formatted(layer.name(), layer.rule()),
        "%d neurons with %d inputs each need %d %s on one core%s, there are %s."
            .formatted(
                smallest,
                layer.inputs(),
                profile.demand(layer, smallest).of(limit.name()),
                limit.unit(),
                smallest > 1 ? " and may not be cut" : "",
                limit.describe()),
        fitting > 0
            ? "Maybe make the layer smaller: %d neurons fit.".formatted(fitting)
            : "Maybe give the layer fewer inputs.");
  }
}
