package plastron.plasticity.kit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import plastron.core.spikes.SpikeRaster;

/**
 * Spikes as text: a line for every neuron, {@code 1} for a spike in a step and {@code .} for none.
 */
public final class SpikeText {

  private SpikeText() {}

  /** One line a neuron. */
  public static List<String> rows(SpikeRaster spikes) {
    return IntStream.range(0, spikes.neurons())
        .mapToObj(
            n ->
                IntStream.range(0, spikes.steps())
                    .mapToObj(t -> spikes.get(t, n) ? "1" : ".")
                    .collect(Collectors.joining()))
        .toList();
  }

  /**
   * The spikes of some lines.
   *
   * @param rows at least one, equally long
   */
  public static SpikeRaster read(String... rows) {
    SpikeRaster spikes = new SpikeRaster(rows[0].length(), rows.length);
    for (int n = 0; n < rows.length; n++) {
      if (rows[n].length() != spikes.steps() || !rows[n].matches("[.1]*")) {
        throw new IllegalArgumentException(
            "Spikes (%s) must be %d times . or 1.".formatted(rows[n], spikes.steps()));
      }
      for (int t = 0; t < spikes.steps(); t++) {
        if (rows[n].charAt(t) == '1') {
          spikes.set(t, n);
        }
      }
    }
    return spikes;
  }
}
