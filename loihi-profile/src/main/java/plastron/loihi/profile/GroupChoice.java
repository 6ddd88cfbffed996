package plastron.loihi.profile;

import java.util.List;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.fixedpoint.ScaledArray;
import plastron.export.resource.Demand;
import plastron.export.resource.Scope;
import plastron.export.stage.CalibratedLayer;
import plastron.export.stage.QuantizedLayer;
import plastron.export.stage.ScaledLayer;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.legal.LegalRule;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.scale.LayerScaler;
import plastron.loihi.scale.coefficient.ScaleChoice;

/**
 * Whether static weights have more than one exponent where that pays: only if a population takes no
 * more cores for it, so that what fits with one exponent fits at all.
 *
 * @param population all layers that share its neurons
 * @param choice how their scales are chosen
 */
record GroupChoice(
    List<CalibratedLayer<LegalRule>> population, LoihiChip chip, ScaleChoice choice) {

  /** More cores than there are. */
  private static final long NONE = Long.MAX_VALUE;

  /** The layers; fewer if something was refused. */
  List<ScaledLayer<LoihiProgram>> scale(Diagnostics diagnostics) {
    Diagnostics ofGroups = new Diagnostics();
    List<ScaledLayer<LoihiProgram>> groups = scaled(true, ofGroups);
    Diagnostics found = ofGroups;
    List<ScaledLayer<LoihiProgram>> chosen = groups;
    List<String> split =
        groups.stream().filter(GroupChoice::isSplit).map(ScaledLayer::name).toList();
    if (!split.isEmpty()) {
      Diagnostics ofOne = new Diagnostics();
      List<ScaledLayer<LoihiProgram>> one = scaled(false, ofOne);
      long cores = cores(groups);
      long least = cores(one);
      if (cores > least) {
        chosen = one;
        found = ofOne;
        found.lossy(
            "L-ONE-EXPONENT",
            "layers " + split,
            "static weights keep one exponent: with two, the lists of synapses would take %s, not %d."
                .formatted(cores == NONE ? "more than a core has" : cores + " cores", least),
            "Maybe make the population smaller, or its weights closer to each other.");
      }
    }
    found.all().forEach(diagnostics::add);
    return chosen;
  }

  private List<ScaledLayer<LoihiProgram>> scaled(boolean groups, Diagnostics diagnostics) {
    return LayerScaler.scale(population, chip, choice, groups, diagnostics);
  }

  private static boolean isSplit(ScaledLayer<LoihiProgram> layer) {
    return layer.program().neurons().staticExponents().size() > 1;
  }

  /** The fewest cores that the synapses fit on. */
  private long cores(List<ScaledLayer<LoihiProgram>> layers) {
    List<QuantizedLayer<LoihiProgram>> rounded = layers.stream().map(GroupChoice::rounded).toList();
    int size = layers.getFirst().size();
    int fits = 0;
    int most = size;
    while (fits < most) {
      int middle = fits + (most - fits + 1) / 2;
      Demand demand = LoihiDemand.of(rounded, middle, chip);
      if (demand.exceeded(chip.limits(), Scope.CORE).isEmpty()) {
        fits = middle;
      } else {
        most = middle - 1;
      }
    }
    return fits == 0 ? NONE : Math.ceilDiv(size, fits);
  }

  private static QuantizedLayer<LoihiProgram> rounded(ScaledLayer<LoihiProgram> layer) {
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
