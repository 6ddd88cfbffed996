package plastron.export.stage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What all stages know of a model: everything but its numbers.
 *
 * @param model the model's name
 * @param populations names of all populations
 * @param sizes number of neurons of each
 * @param sources indices of the spike sources
 * @param signals that rules read from outside, see {@link plastron.export.image.ChipImage}
 * @param updateInterval steps per window, at least 1
 * @param provenance of the model
 * @param options what the user chose
 */
public record Outline(
    String model,
    List<String> populations,
    List<Integer> sizes,
    List<Integer> sources,
    SortedMap<String, Integer> signals,
    int updateInterval,
    Map<String, String> provenance,
    ExportOptions options) {

  public Outline {
    populations = List.copyOf(populations);
    sizes = List.copyOf(sizes);
    sources = List.copyOf(sources);
    signals = Collections.unmodifiableSortedMap(new TreeMap<>(signals));
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
  }
}
