package plastron.export.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plastron.export.calibration.LayerRanges;
import plastron.export.fixedpoint.QuantizedArray;

/**
 * What holds for the images of all chips: layers that fit together, synapses for every pair of
 * neurons, every neuron on one core. What single numbers mean is the chip's to check.
 */
public final class ImageCheck {

  private ImageCheck() {}

  /** Throws {@link BrokenImageException} for the first thing that cannot be. */
  public static void require(ChipImage image) {
    requireNetwork(image);
    signals(image);
    require(
        image.updateInterval() >= 1,
        "Update interval (%d steps) must be at least 1.".formatted(image.updateInterval()));
    Set<String> names = new HashSet<>();
    for (ImageLayer layer : image.layers()) {
      require(names.add(layer.name()), "Layer name (%s) is used twice.".formatted(layer.name()));
      arrays(layer);
    }
    cores(image);
    calibration(image);
  }

  /**
   * Throws {@link BrokenImageException} unless layers lead from population to population, and to
   * every one that is no spike source.
   */
  public static void requireNetwork(ChipImage image) {
    Set<String> names = new HashSet<>();
    for (ImagePopulation population : image.populations()) {
      require(
          names.add(population.name()),
          "Population name (%s) is used twice.".formatted(population.name()));
      require(
          population.size() >= 1,
          "Population %s (size %d) needs at least 1 neuron."
              .formatted(population.name(), population.size()));
    }
    require(!image.layers().isEmpty(), "Chip image (0 layers) needs at least one layer.");
    require(
        !image.sources().isEmpty(),
        "Chip image (populations %s) needs a spike source.".formatted(names));
    for (ImageLayer layer : image.layers()) {
      layer(layer, image.populations());
    }
    for (int p = 0; p < image.populations().size(); p++) {
      ImagePopulation population = image.populations().get(p);
      require(
          population.isSource() == image.into(p).isEmpty(),
          "Population %s (%d layers) must have layers unless it is a spike source."
              .formatted(population.name(), image.into(p).size()));
    }
  }

  private static void signals(ChipImage image) {
    image
        .signals()
        .forEach(
            (name, values) ->
                require(
                    values == 1 || image.sizes().contains(values),
                    "Signal %s (%d values) must have 1 or as many as a population has neurons, %s."
                        .formatted(name, values, image.sizes())));
  }

  private static void layer(ImageLayer layer, List<ImagePopulation> populations) {
    int count = populations.size();
    require(
        layer.from() >= 0 && layer.from() < count && layer.to() >= 0 && layer.to() < count,
        "Layer %s leads from population (%d) to (%d), expected 0 to %d."
            .formatted(layer.name(), layer.from(), layer.to(), count - 1));
    int inputs = populations.get(layer.from()).size();
    int size = populations.get(layer.to()).size();
    require(
        layer.inputs() == inputs && layer.size() == size,
        "Layer %s has (%d) inputs and (%d) neurons, expected %d and %d."
            .formatted(layer.name(), layer.inputs(), layer.size(), inputs, size));
  }

  private static void arrays(ImageLayer layer) {
    Set<String> names = new HashSet<>();
    boolean connected = false;
    for (QuantizedArray array : layer.arrays()) {
      require(
          names.add(array.name()),
          "Array %s of layer %s stands twice.".formatted(array.name(), layer.name()));
      connected |=
          array.values().length == layer.inputs() && array.values()[0].length == layer.size();
      for (int[] row : array.values()) {
        for (int value : row) {
          if (value < array.scale().min() || value > array.scale().max()) {
            throw new BrokenImageException(
                "Array %s of layer %s holds (%d), expected numbers from %d to %d."
                    .formatted(
                        array.name(),
                        layer.name(),
                        value,
                        array.scale().min(),
                        array.scale().max()));
          }
        }
      }
    }
    require(
        connected,
        "Layer %s needs an array of its synapses, %d rows of %d; it has %s."
            .formatted(layer.name(), layer.inputs(), layer.size(), names));
  }

  private static void cores(ChipImage image) {
    Set<List<Integer>> places = new HashSet<>();
    List<ImageCore> cores = new ArrayList<>(image.cores());
    cores.sort(Comparator.comparingInt(ImageCore::population).thenComparingInt(ImageCore::from));
    int population = next(image, 0);
    int next = 0;
    for (ImageCore core : cores) {
      require(
          core.chip() >= 0 && core.core() >= 0 && places.add(List.of(core.chip(), core.core())),
          "Core %d of chip %d is no core of its own.".formatted(core.core(), core.chip()));
      require(
          core.population() == population
              && core.from() == next
              && core.to() > next
              && core.to() <= image.populations().get(population).size(),
          "Core %d of chip %d has neurons (%d to %d of population %d), expected from %d of population %d on."
              .formatted(
                  core.core(),
                  core.chip(),
                  core.from(),
                  core.to(),
                  core.population(),
                  next,
                  population));
      next = core.to();
      if (next == image.populations().get(population).size()) {
        population = next(image, population + 1);
        next = 0;
      }
    }
    require(
        population == image.populations().size(),
        "Neurons from %d of population %d on are on no core.".formatted(next, population));
  }

  /** The next population that computes, from one on. */
  private static int next(ChipImage image, int from) {
    int population = from;
    while (population < image.populations().size()
        && image.populations().get(population).isSource()) {
      population++;
    }
    return population;
  }

  private static void calibration(ChipImage image) {
    List<String> calibrated = image.calibration().layers().stream().map(LayerRanges::name).toList();
    List<String> layers = image.layers().stream().map(ImageLayer::name).toList();
    require(
        calibrated.equals(layers),
        "Chip image has the layers %s, it was calibrated for %s.".formatted(layers, calibrated));
    require(
        image.calibration().populations().size() == image.populations().size(),
        "Chip image has %d populations, it was calibrated for (%d)."
            .formatted(image.populations().size(), image.calibration().populations().size()));
  }

  private static void require(boolean holds, String complaint) {
    if (!holds) {
      throw new BrokenImageException(complaint);
    }
  }
}
