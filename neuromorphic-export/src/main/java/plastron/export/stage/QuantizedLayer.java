package plastron.export.stage;

import java.util.List;
import plastron.export.fixedpoint.QuantizedArray;

/**
 * A layer of integers.
 *
 * @param name of the layer
 * @param from index of the population that sends
 * @param to index of the population that receives
 * @param inputs number of presynaptic neurons
 * @param size number of neurons
 * @param rule name of its rule
 * @param program what the chip executes
 * @param arrays all its numbers
 * @param <P> the profile's type for a program
 */
public record QuantizedLayer<P>(
    String name,
    int from,
    int to,
    int inputs,
    int size,
    String rule,
    P program,
    List<QuantizedArray> arrays) {

  public QuantizedLayer {
    arrays = List.copyOf(arrays);
  }

  /** The layer with another number of presynaptic neurons and the same arrays: for a trial. */
  public QuantizedLayer<P> withInputs(int number) {
    return new QuantizedLayer<>(name, from, to, number, size, rule, program, arrays);
  }

  /** Whether there is an array of this name. */
  public boolean hasArray(String arrayName) {
    return arrays.stream().anyMatch(a -> a.name().equals(arrayName));
  }

  /** The array of this name; throws {@link IllegalArgumentException} if there is none. */
  public QuantizedArray array(String arrayName) {
    return arrays.stream()
        .filter(a -> a.name().equals(arrayName))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Array (%s) is not one of %s of layer %s."
                        .formatted(
                            arrayName, arrays.stream().map(QuantizedArray::name).toList(), name)));
  }
}
