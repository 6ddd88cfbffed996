package plastron.export.mapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
 * Which populations may be cut and what a part needs is the chip's knowledge. A spike goes to all
 * parts of the populations that it leads to: the more of those there are, the more it may need on
 * its own core, so that cutting goes on until no population has more parts than before.
 */
public final class Partition {

  private Partition() {}

  public static <P> PartitionedModel<P> partition(
      QuantizedModel<P> model, ChipProfile<?, P> profile, Diagnostics diagnostics) {
    int populations = model.outline().sizes().size();
    int[] destinations = new int[populations];
    List<List<Slice>> parts = new ArrayList<>(Collections.nCopies(populations, List.of()));
    boolean grew;
    do {
      grew = false;
      for (int p = 0; p < populations; p++) {
        List<QuantizedLayer<P>> layers = model.into(p);
        int reached = destinations(model, p, parts);
        if (!layers.isEmpty() && reached != destinations[p]) {
          destinations[p] = reached;
          String name = model.outline().populations().get(p);
          List<Slice> before = parts.get(p);
          parts.set(p, cut(p, name, new Fitting<>(layers, reached, profile), diagnostics));
          grew |= parts.get(p).size() > before.size();
        }
      }
      diagnostics.throwIfRefused();
    } while (grew);
    return new PartitionedModel<>(model, parts.stream().flatMap(List::stream).toList());
  }

  /** Parts that spikes of a population go to; whoever reads them out is one. */
  private static int destinations(
      QuantizedModel<?> model, int population, List<List<Slice>> parts) {
    int destinations = 0;
    for (QuantizedLayer<?> layer : model.layers()) {
      destinations += layer.from() == population ? parts.get(layer.to()).size() : 0;
    }
    return Math.max(1, destinations);
  }

  private static <P> List<Slice> cut(
      int index, String name, Fitting<P> population, Diagnostics diagnostics) {
    int size = population.layers().getFirst().size();
    int fitting = population.neurons(Scope.CORE);
    boolean mayCut = population.profile().mayCut(population.layers());
    if (fitting < size && !(mayCut && fitting > 0)) {
      refuse(name, population, mayCut ? 1 : size, fitting, diagnostics);
      return List.of();
    }
    int parts = Math.ceilDiv(size, fitting);
    // Parts differ by one neuron at most, so that there are two sizes.
    int small = size / parts;
    Demand ofSmall = population.demand(small);
    Demand ofLarge = population.demand(Math.ceilDiv(size, parts));
    List<Slice> slices = new ArrayList<>();
    for (int p = 0; p < parts; p++) {
      int from = (int) ((long) size * p / parts);
      int to = (int) ((long) size * (p + 1) / parts);
      slices.add(new Slice(index, from, to, to - from == small ? ofSmall : ofLarge));
    }
    return slices;
  }

  private static <P> void refuse(
      String name, Fitting<P> population, int smallest, int fitting, Diagnostics diagnostics) {
    Limit limit = population.exceeded(smallest, Scope.CORE).orElseThrow();
    long needed = population.demand(smallest).of(limit.name());
    diagnostics.refuse(
        population.profile().codePrefix() + "-" + limit.code(),
        subject(name, population.layers()),
        "%d neurons with %d inputs each need %d %s on one core%s, there are %s: %d too few."
            .formatted(
                smallest,
                population.layers().stream().mapToInt(QuantizedLayer::inputs).sum(),
                needed,
                limit.unit(),
                smallest > 1 ? " and may not be cut" : "",
                limit.describe(),
                needed - limit.value()),
        fitting > 0
            ? "Maybe make the layer smaller: %d neurons fit.".formatted(fitting)
            : population.instead(Scope.CORE));
  }

  /** A population's only layer has its name. */
  private static String subject(String name, List<? extends QuantizedLayer<?>> layers) {
    String all =
        layers.stream()
            .map(layer -> "layer %s, rule %s".formatted(layer.name(), layer.rule()))
            .collect(Collectors.joining("; "));
    return layers.size() == 1 ? all : "population %s: %s".formatted(name, all);
  }
}
