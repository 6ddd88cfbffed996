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
    require(
        image.inputs() >= 1, "Chip image (%d inputs) needs at least 1.".formatted(image.inputs()));
    require(
        image.updateInterval() >= 1,
        "Update interval (%d steps) must be at least 1.".formatted(image.updateInterval()));
    require(!image.layers().isEmpty(), "Chip image (0 layers) needs at least one layer.");
    Set<String> names = new HashSet<>();
    int senders = image.inputs();
    for (ImageLayer layer : image.layers()) {
      require(names.add(layer.name()), "Layer name (%s) is used twice.".formatted(layer.name()));
      require(
          layer.inputs() == senders,
          "Layer %s has (%d) inputs, expected %d."
              .formatted(layer.name(), layer.inputs(), senders));
      arrays(layer);
      senders = layer.size();
    }
    cores(image);
    calibration(image);
  }

  private static void arrays(ImageLayer layer) {
    require(
        layer.size() >= 1,
        "Layer %s (size %d) needs at least 1 neuron.".formatted(layer.name(), layer.size()));
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
    cores.sort(Comparator.comparingInt(ImageCore::layer).thenComparingInt(ImageCore::from));
    int layer = 0;
    int next = 0;
    for (ImageCore core : cores) {
      require(
          core.chip() >= 0 && core.core() >= 0 && places.add(List.of(core.chip(), core.core())),
          "Core %d of chip %d is no core of its own.".formatted(core.core(), core.chip()));
      require(
          core.layer() == layer
              && core.from() == next
              && core.to() > next
              && core.to() <= image.layers().get(layer).size(),
          "Core %d of chip %d has neurons (%d to %d of layer %d), expected from %d of layer %d on."
              .formatted(
                  core.core(), core.chip(), core.from(), core.to(), core.layer(), next, layer));
      next = core.to();
      if (next == image.layers().get(layer).size() && layer < image.layers().size() - 1) {
        layer++;
        next = 0;
      }
    }
    require(
        layer == image.layers().size() - 1 && next == image.layers().get(layer).size(),
        "Neurons from %d of layer %d on are on no core.".formatted(next, layer));
  }

  private static void calibration(ChipImage image) {
    List<String> calibrated = image.calibration().layers().stream().map(LayerRanges::name).toList();
    List<String> layers = image.layers().stream().map(ImageLayer::name).toList();
    require(
        calibrated.equals(layers),
        "Chip image has the layers %s, it was calibrated for %s.".formatted(layers, calibrated));
  }

  private static void require(boolean holds, String complaint) {
    if (!holds) {
      throw new BrokenImageException(complaint);
    }
  }
}
