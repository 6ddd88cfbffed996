package plastron.tasks.bench;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one engine on one workload.
 *
 * @param workload its name or description
 * @param engine name of the engine
 * @param threads threads it was allowed
 * @param seconds per iteration, at least one, in order of time
 * @param peakRssMib most memory resident during the life of its process, null if the system does
 *     not tell
 * @param hiddenRate spikes per hidden neuron and step
 * @param versions of what the engine consists of
 */
record Result(
    String workload,
    String engine,
    int threads,
    double[] seconds,
    @Nullable Double peakRssMib,
    double hiddenRate,
    SortedMap<String, String> versions) {

  /** The versions that occur in any of the results. */
  static SortedMap<String, String> versions(List<Result> results) {
    SortedMap<String, String> all = new TreeMap<>();
    results.forEach(result -> all.putAll(result.versions));
    return all;
  }

  /** The middle of all times; of an even number the mean of the two in the middle. */
  double median() {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  /** The shortest time. */
  double min() {
    return Arrays.stream(seconds).min().orElseThrow();
  }

  /** The longest time. */
  double max() {
    return Arrays.stream(seconds).max().orElseThrow();
  }
}
