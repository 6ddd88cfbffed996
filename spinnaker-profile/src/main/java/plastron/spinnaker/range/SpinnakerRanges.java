package plastron.spinnaker.range;

import java.util.ArrayList;
import java.util.List;
import plastron.export.image.ChipImage;
import plastron.export.range.AccumulatorRange;
import plastron.spinnaker.program.ImageReader;
import plastron.spinnaker.program.LoadedLayer;

/** The accumulators of all populations with their neurons, then of their layers that learn. */
public final class SpinnakerRanges {

  private SpinnakerRanges() {}

  /**
   * All ranges of an image.
   *
   * @throws plastron.export.image.BrokenImageException if the image lacks something or holds what
   *     no register does
   */
  public static List<AccumulatorRange> of(ChipImage image) {
    List<LoadedLayer> layers = ImageReader.read(image);
    List<AccumulatorRange> ranges = new ArrayList<>();
    for (int p = 0; p < image.populations().size(); p++) {
      int population = p;
      List<LoadedLayer> into = layers.stream().filter(l -> l.to() == population).toList();
      if (!into.isEmpty()) {
        int first = layers.indexOf(into.getFirst());
        ranges.addAll(new InputRanges(image, population, first, into).all());
        for (int l = 0; l < layers.size(); l++) {
          if (layers.get(l).to() == p && layers.get(l).learning().isPresent()) {
            ranges.addAll(new KernelRanges(image, l, layers.get(l)).all());
          }
        }
      }
    }
    return ranges;
  }
}
