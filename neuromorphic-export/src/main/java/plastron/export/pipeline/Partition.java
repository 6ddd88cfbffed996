package plastron.export.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
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
 * Cuts populations into the fewest parts that each fit on a core, of sizes as even as possible.
 * Which populations may be cut and what a part needs is the chip's knowledge.
 */
final class Partition {

  private Partition() {}

  static <P> PartitionedModel<P> partition(
      QuantizedModel<P> model, ChipProfile<?, P> profile, Diagnostics diagnostics) {
    List<Slice> slices = new ArrayList<>();
    for (int p = 0; p < model.outline().sizes().size(); p++) {
      List<QuantizedLayer<P>> layers = model.into(p);
      if (!layers.isEmpty()) {
        slices.addAll(cut(p, layers, profile, diagnostics));
      }
    }
    diagnostics.throwIfRefused();
    return new PartitionedModel<>(model, slices);
  }

  private static <P> List<Slice> cut(
      int index,
      List<QuantizedLayer<P>> layers,
      ChipProfile<?, P> profile,
      Diagnostics diagnostics) {
    int size = layers.getFirst().size();
    int fitting = mostFitting(layers, profile);
    boolean mayCut = profile.mayCut(layers);
    if (fitting < size && !(mayCut && fitting > 0)) {
      refuse(layers, mayCut ? 1 : size, fitting, profile, diagnostics);
      return List.of();
    }
    int parts = Math.ceilDiv(size, fitting);
    // Parts differ by one neuron at most, so that there are two sizes.
    int small = size / parts;
    Demand ofSmall = profile.demand(layers, small);
    Demand ofLarge = profile.demand(layers, Math.ceilDiv(size, parts));
    List<Slice> slices = new ArrayList<>();
    for (int p = 0; p < parts; p++) {
      int from = (int) ((long) size * p / parts);
      int to = (int) ((long) size * (p + 1) / parts);
      slices.add(new Slice(index, from, to, to - from == small ? ofSmall : ofLarge));
    }
    return slices;
  }

  /**
   * Most neurons of a population that fit on one core, 0 if not even one does: demand never falls
   * with their number, so bisection finds it.
   */
  private static <P> int mostFitting(List<QuantizedLayer<P>> layers, ChipProfile<?, P> profile) {
    int fits = 0;
    int fails = layers.getFirst().size() + 1;
    while (fails - fits > 1) {
      int middle = (fits + fails) >>> 1;
      if (exceeded(layers, middle, profile).isEmpty()) {
        fits = middle;
      } else {
        fails = middle;
      }
    }
    return fits;
  }

  private static <P> Optional<Limit> exceeded(
      List<QuantizedLayer<P>> layers, int neurons, ChipProfile<?, P> profile) {
    return profile.demand(layers, neurons).exceeded(profile.limits(), Scope.CORE);
  }

  private static <P> void refuse(
      List<QuantizedLayer<P>> layers,
      int smallest,
      int fitting,
      ChipProfile<?, P> profile,
      Diagnostics diagnostics) {
    Limit limit = exceeded(layers, smallest, profile).orElseThrow();
    diagnostics.refuse(
        profile.codePrefix() + "-CORE-" + limit.name().toUpperCase(Locale.ROOT).replace('_', '-'),
        subject(layers),
        "%d neurons with %d inputs each need %d %s on one core%s, there are %s."
            .formatted(
                smallest,
                layers.stream().mapToInt(QuantizedLayer::inputs).sum(),
                profile.demand(layers, smallest).of(limit.name()),
                limit.unit(),
                smallest > 1 ? " and may not be cut" : "",
                limit.describe()),
        fitting > 0
            ? "Maybe make the layer smaller: %d neurons fit.".formatted(fitting)
            : "Maybe give the layer fewer inputs.");
  }

  private static String subject(List<? extends QuantizedLayer<?>> layers) {
    return layers.stream()
        .map(layer -> "layer %s, rule %s".formatted(layer.name(), layer.rule()))
        .collect(Collectors.joining("; "));
  }
}
