package plastron.export.stage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What all stages know of a model: everything but its numbers.
 *
 * @param model the model's name
 * @param populations names of the input ({@code input}) and of every layer
 * @param sizes number of neurons of each
 * @param updateInterval steps per window, at least 1
 * @param provenance of the model
 * @param options what the user chose
 */
public record Outline(
    String model,
    List<String> populations,
    List<Integer> sizes,
    int updateInterval,
    Map<String, String> provenance,
    ExportOptions options) {

  /** The name of the input population. */
  public static final String INPUT = "input";

  public Outline {
    populations = List.copyOf(populations);
    sizes = List.copyOf(sizes);
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }

  /** Number of input neurons. */
  public int inputs() {
    return sizes.getFirst();
  }
}
