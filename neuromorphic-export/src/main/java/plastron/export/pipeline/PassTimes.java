package plastron.export.pipeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Supplier;

/** How long the passes of one compilation took. Owned by one thread. */
public final class PassTimes {

  private final SequencedMap<String, Double> seconds = new LinkedHashMap<>();

  /** Nothing ran yet. */
  public PassTimes() {}

  /** Does the work of a pass; one that refuses counts as well. */
  <T> T of(String pass, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      seconds.merge(pass, (System.nanoTime() - start) * 1e-9, Double::sum);
    }
  }

  /** Seconds by pass, in the order in which they began. */
  public SequencedMap<String, Double> seconds() {
    return Collections.unmodifiableSequencedMap(seconds);
  }

  /** Seconds of all passes. */
  public double total() {
    return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
