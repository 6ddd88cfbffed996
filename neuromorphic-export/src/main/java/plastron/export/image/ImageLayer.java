package plastron.export.image;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plastron.export.fixedpoint.QuantizedArray;

/**
 * A layer as the chip is loaded with it: the synapses of one projection and the neurons they lead
 * to, which all layers of the same population share.
 *
 * @param name of the layer
 * @param from index of the population that sends
 * @param to index of the population that receives
 * @param inputs number of presynaptic neurons
 * @param size number of neurons
 * @param rule name of its rule
 * @param program the rule in the chip's own language, one statement a line; the emulator reads it
 *     from here
 * @param integers numbers of the layer by name, such as {@code du}, {@code vth}; the chip is loaded
 *     with these
 * @param reals what turns the chip's integers back into the model's units, by name; reports read
 *     these, the chip does not
 * @param arrays the layer's numbers by neuron or synapse
 * @param reset names of what must be written to zero at the start of every episode
 */
public record ImageLayer(
    String name,
    int from,
    int to,
    int inputs,
    int size,
    String rule,
    List<String> program,
    Map<String, Long> integers,
    Map<String, Double> reals,
    List<QuantizedArray> arrays,
    List<String> reset) {

  public ImageLayer {
    program = List.copyOf(program);
    integers = Collections.unmodifiableMap(new TreeMap<>(integers));
    reals = Collections.unmodifiableMap(new TreeMap<>(reals));
    arrays = List.copyOf(arrays);
    reset = List.copyOf(reset);
  }

  /** A number by name; throws {@link BrokenImageException} if there is none. */
  public long integer(String key) {
    return present(integers.get(key), key, integers.keySet());
  }

  /** A number of this size by name; throws {@link BrokenImageException} if there is none. */
  public int integer32(String key) {
    long value = integer(key);
    if (value != (int) value) {
      throw new BrokenImageException(
          "Number %s of layer %s (%d) must fit 32 bits.".formatted(key, name, value));
    }
    return (int) value;
  }

  /** A conversion factor by name; throws {@link BrokenImageException} if there is none. */
  public double real(String key) {
    return present(reals.get(key), key, reals.keySet());
  }

  /** An array by name; throws {@link BrokenImageException} if there is none. */
  public QuantizedArray array(String key) {
    return present(
        arrays.stream().filter(a -> a.name().equals(key)).findFirst().orElse(null),
        key,
        arrays.stream().map(QuantizedArray::name).toList());
  }

  /** Whether there is an array of this name. */
  public boolean hasArray(String key) {
    return arrays.stream().anyMatch(a -> a.name().equals(key));
  }

  private <T> T present(@org.jspecify.annotations.Nullable T value, String key, Object keys) {
    if (value == null) {
      throw new BrokenImageException(
          "Layer %s of the chip image lacks (%s), it has %s.".formatted(name, key, keys));
    }
    return value;
  }
}
