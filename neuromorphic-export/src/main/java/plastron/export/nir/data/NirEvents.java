package plastron.export.nir.data;

import java.nio.file.Path;
import java.util.Optional;
import plastron.core.check.Require;

/**
 * Events of a node, each with a time and the neuron at which it happens.
 *
 * @param count how many
 * @param neurons file with the neuron of each, 64 bits, the lowest byte first
 * @param times file with the time of each, s, in double precision, ascending
 * @param values file with a value for each; empty where there is nothing but the event
 */
public record NirEvents(long count, Path neurons, Path times, Optional<Path> values) {
  public NirEvents {
    Require.given("Neurons of events", neurons);
    Require.given("Times of events", times);
    Require.given("Values of events", values);
    if (count < 0) {
      throw new IllegalArgumentException(
          "Number of events (%d) must be at least 0.".formatted(count));
    }
  }
}
