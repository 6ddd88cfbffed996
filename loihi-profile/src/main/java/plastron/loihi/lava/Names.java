package plastron.loihi.lava;

import java.util.List;
import java.util.stream.IntStream;
import plastron.export.fixedpoint.ArrayParts;
import plastron.export.image.BrokenImageException;
import plastron.export.image.ImageLayer;
import plastron.loihi.run.StaticGroup;

/** What processes and arrays of a bundle are called: by index, since any text may name a layer. */
final class Names {

  private Names() {}

  static String population(int population) {
    return "population" + population;
  }

  /** Synapses that do not learn, group by group. */
  static String fixed(int layer, int group) {
    return ArrayParts.name("static" + layer, group);
  }

  /** Of all groups of synapses that do not learn. */
  static List<String> fixed(ImageLayer layer, int index) {
    return IntStream.range(0, StaticGroup.of(layer).size())
        .mapToObj(group -> fixed(index, group))
        .toList();
  }

  /** Synapses that learn: those with alpha.E, then those with E. */
  static String learning(int layer, int engine) {
    return (engine == 0 ? "plastic" : "accumulator") + layer;
  }

  static String program(int layer) {
    return "program" + layer;
  }

  /**
   * An array of {@code network.npz}.
   *
   * @throws BrokenImageException for a name that is no word, which a program must not have in it
   */
  static String array(int layer, String array) {
    if (!array.matches("[A-Za-z0-9_]+")) {
      throw new BrokenImageException(
          "Array name (%s) must be of letters, digits and underscores.".formatted(array));
    }
    return "layer%d.%s".formatted(layer, array);
  }

  static String spikes(int trial, int population) {
    return "trial%d.%s.spikes".formatted(trial, population(population));
  }

  static String host(int trial, int layer, int host) {
    return "trial%d.%s.host%d".formatted(trial, program(layer), host);
  }

  /** What synapses have learned: their weights or delay variables. */
  static String learned(int trial, int layer, int engine, String variable) {
    return "trial%d.%s.%s".formatted(trial, learning(layer, engine), variable);
  }
}
