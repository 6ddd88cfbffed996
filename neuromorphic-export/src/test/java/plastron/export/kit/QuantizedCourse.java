package plastron.export.kit;

import java.util.List;
import java.util.Map;

/**
 * What became of a quantised rule in an episode.
 *
 * @param integers of every quantised state after every window, by name, {@code [from][to]}
 * @param exact the exact rule's states after every window, by name, in its own units
 * @param saturations how many numbers did not fit their format
 * @param error largest distance of any state from the exact one's; NaN if one is no number
 * @param stated what that cannot exceed, computed from the formats and the derivatives of the rule
 *     alone; infinite once something was saturated
 */
public record QuantizedCourse(
    List<Map<String, long[][]>> integers,
    List<Map<String, double[][]>> exact,
    long saturations,
    double error,
    double stated) {

  /** Whether the error is within what is stated. */
  public boolean holds() {
    return error <= stated;
  }
}
