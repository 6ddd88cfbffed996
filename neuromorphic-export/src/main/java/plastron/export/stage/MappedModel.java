package plastron.export.stage;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plastron.export.image.ImageLayer;

/**
 * A model in the chip's own terms: what the profile made of a placed model.
 *
 * @param layers every layer with the program and the numbers that the chip is loaded with
 * @param integers numbers of the whole network by name, such as an epoch's length
 */
public record MappedModel(List<ImageLayer> layers, Map<String, Long> integers) {
  public MappedModel {
    layers = List.copyOf(layers);
    integers = Collections.unmodifiableMap(new TreeMap<>(integers));
  }
}
