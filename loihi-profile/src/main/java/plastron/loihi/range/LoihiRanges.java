package plastron.loihi.range;

import java.util.ArrayList;
import java.util.List;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.range.AccumulatorRange;
import plastron.loihi.run.ImageKeys;

/** The accumulators of all populations with their neurons, then of their layers that learn. */
public final class LoihiRanges {

  private LoihiRanges() {}

  /**
   * All ranges of an image.
   *
   * @throws plastron.export.image.BrokenImageException if the image lacks something
   */
  public static List<AccumulatorRange> of(ChipImage image) {
    List<AccumulatorRange> ranges = new ArrayList<>();
    for (int p = 0; p < image.populations().size(); p++) {
      List<ImageLayer> into = image.into(p);
      if (!into.isEmpty()) {
        ranges.addAll(new NeuronRanges(image, p).all());
        into.stream()
            .filter(ImageKeys::isPlastic)
            .forEach(layer -> ranges.addAll(new EngineRanges(image, layer).all()));
      }
    }
    return ranges;
  }
}
