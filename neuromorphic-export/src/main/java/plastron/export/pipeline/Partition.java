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
    int mostParts = profile.mayCut(layer) ? layer.size() : 1;
    for (int parts = 1; parts <= mostParts; parts++) {
      List<Slice> slices = evenly(index, layer, parts, profile);
      if (slices.stream().allMatch(s -> tooLarge(s, profile).isEmpty())) {
        return slices;
      }
    }
    Slice smallest = evenly(index, layer, mostParts, profile).getFirst();
    Limit limit = tooLarge(smallest, profile).orElseThrow();
    int fitting = largestFitting(layer, profile);
    diagnostics.refuse(
        profile.codePrefix() + "-CORE-" + limit.name().toUpperCase(Locale.ROOT).replace('_', '-'),
        "layer %s, rule %s".formatted(layer.name(), layer.rule()),
        "%d neurons with %d inputs each need %d %s on one core%s, there are %s."
            .formatted(
                smallest.to() - smallest.from(),
                layer.inputs(),
                smallest.demand().of(limit.name()),
                limit.unit(),
                mostParts == 1 && layer.size() > 1 ? " and may not be cut" : "",
                limit.describe()),
        fitting > 0
            ? "Maybe make the layer smaller: %d neurons fit.".formatted(fitting)
            : "Maybe give the layer fewer inputs.");
    return List.of();
  }

  private static <P> List<Slice> evenly(
      int index, QuantizedLayer<P> layer, int parts, ChipProfile<?, P> profile) {
    List<Slice> slices = new ArrayList<>();
    for (int p = 0; p < parts; p++) {
      int from = (int) ((long) layer.size() * p / parts);
      int to = (int) ((long) layer.size() * (p + 1) / parts);
      slices.add(new Slice(index, from, to, profile.demand(layer, from, to)));
    }
    return slices;
  }

  private static Optional<Limit> tooLarge(Slice slice, ChipProfile<?, ?> profile) {
    return slice.demand().exceeded(profile.limits(), Scope.CORE);
  }

  /**
   * Most first neurons of a layer that fit on one core: demand never falls with size, so bisection
   * finds it.
   */
  private static <P> int largestFitting(QuantizedLayer<P> layer, ChipProfile<?, P> profile) {
    int fits = 0;
    int fails = layer.size();
    while (fails - fits > 1) {
      int middle = (fits + fails) >>> 1;
      Demand demand = profile.demand(layer, 0, middle);
      if (demand.exceeded(profile.limits(), Scope.CORE).isEmpty()) {
        fits = middle;
      } else {
        fails = middle;
      }
    }
    return fits;
  }
}
