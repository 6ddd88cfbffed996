package plastron.loihi.run;

import java.util.ArrayList;
import java.util.List;
import plastron.export.fixedpoint.ArrayParts;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.ImageLayer;
import plastron.loihi.program.LoihiProgram;

/**
 * Static synapses of a layer that share a weight exponent. A layer has one such group or several;
 * what they add to a neuron is shifted group by group and then added up.
 *
 * @param weights {@code [pre][post]}, 0 where a synapse is in another group
 * @param exponent of the weights, -8 to 7
 */
public record StaticGroup(QuantizedArray weights, int exponent) {

  /**
   * The groups of a layer, the first of which is always there.
   *
   * @throws plastron.export.image.BrokenImageException if a group has no exponent or there is none
   */
  public static List<StaticGroup> of(ImageLayer layer) {
    List<StaticGroup> groups = new ArrayList<>();
    do {
      String array = ArrayParts.name(LoihiProgram.STATIC_WEIGHTS, groups.size());
      String exponent = ArrayParts.name(ImageKeys.STATIC_EXPONENT, groups.size());
      groups.add(new StaticGroup(layer.array(array), layer.integer32(exponent)));
    } while (layer.hasArray(ArrayParts.name(LoihiProgram.STATIC_WEIGHTS, groups.size())));
    return List.copyOf(groups);
  }

  /** The weights alone. */
  public static List<int[][]> weights(ImageLayer layer) {
    return of(layer).stream().map(group -> group.weights().values()).toList();
  }
}
