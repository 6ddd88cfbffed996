package plastron.loihi.lava;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.run.ImageKeys;

/** What of an image Lava cannot run, or runs in another way than a chip. */
final class LavaCheck {

  /** Numbers that a bundle records; beyond it, neither its arrays nor Lava's own fit. */
  private static final long MOST_NUMBERS = 200_000_000;

  private LavaCheck() {}

  static void check(ChipImage image, Diagnostics diagnostics) {
    BundleTrials.Length length = BundleTrials.Length.of(image);
    long numbers = recorded(image, length);
    if (numbers > MOST_NUMBERS) {
      diagnostics.refuse(
          "L-LAVA-SIZE",
          "model " + image.model(),
          "a bundle would have (%d) expected numbers in %d trials of %d steps, at most %d fit."
              .formatted(numbers, BundleTrials.COUNT, length.steps(), MOST_NUMBERS),
          "Maybe export a smaller network.");
    }
    if (reached(image).size() < image.populations().size()) {
      diagnostics.refuse(
          "L-LAVA-PARTS",
          "model " + image.model(),
          "populations %s are connected with each other and with none of the others; Lava runs one connected network."
              .formatted(
                  reached(image).stream().map(p -> image.populations().get(p).name()).toList()),
          "Maybe export each part as a model.");
    }
    LoihiArithmetic arithmetic = ImageKeys.arithmetic(image);
    if (arithmetic != LoihiArithmetic.LAVA) {
      diagnostics.warn(
          "L-ARITHMETIC",
          "model " + image.model(),
          "the bundle and its expected numbers have Lava's arithmetic, the image was compiled for that of %s."
              .formatted(arithmetic.title()),
          "Maybe export with --arithmetic %s.".formatted(LoihiArithmetic.LAVA.title()));
    }
    for (ImageLayer layer : image.layers()) {
      if (!ImageKeys.isPlastic(layer)) {
        continue;
      }
      diagnostics.warn(
          "L-LAVA-ROUND",
          "layer " + layer.name(),
          "Lava draws one random number an epoch for the roundings of all synapses, and so do the"
              + " expected weights; chips and plastron emulate draw one for each.",
          "");
      if (ImageKeys.line(layer, ImageKeys.REWARD).isPresent()) {
        diagnostics.refuse(
            "L-LAVA-REWARD",
            "layer " + layer.name(),
            "its rule reads the reward trace r1, which Lava does not have; NxSDK does.",
            "Maybe export to loihi2, where neurons write the modulator.");
      }
      if (!ImageKeys.statements(layer).isEmpty()) {
        diagnostics.warn(
            "L-VENDOR",
            "layer " + layer.name(),
            "its neuron program needs vendor extension: run.py has a process model for the CPU; on"
                + " a chip it takes a microcode neuron model, which only members of Intel's"
                + " research community can build.",
            "");
      }
    }
  }

  private static long recorded(ChipImage image, BundleTrials.Length length) {
    long numbers = 0;
    for (int size : image.sizes()) {
      numbers += (long) length.steps() * size;
    }
    for (ImageLayer layer : image.layers()) {
      if (ImageKeys.isPlastic(layer)) {
        long epochs = length.steps() / layer.integer(ImageKeys.EPOCH);
        numbers += 3 * epochs * layer.inputs() * layer.size();
      }
    }
    return BundleTrials.COUNT * numbers;
  }

  /** Populations that layers, followed either way, join to the first. */
  private static Set<Integer> reached(ChipImage image) {
    Set<Integer> reached = new HashSet<>(List.of(0));
    boolean more = true;
    while (more) {
      more = false;
      for (ImageLayer layer : image.layers()) {
        if (reached.contains(layer.from()) || reached.contains(layer.to())) {
          more |= reached.addAll(List.of(layer.from(), layer.to()));
        }
      }
    }
    return reached;
  }
}
