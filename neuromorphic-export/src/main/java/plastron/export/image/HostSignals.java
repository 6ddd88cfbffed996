package plastron.export.image;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import plastron.core.run.Signal;

/**
 * What the host writes at the end of every window, by the index of a signal in its image; what is
 * not given is 0. Owned by one thread.
 */
public final class HostSignals {

  private final List<String> names;
  private Map<String, Signal> given = Map.of();
  private int firstWindow;

  /** Nothing given. */
  public HostSignals(Collection<String> names) {
    this.names = List.copyOf(names);
  }

  /**
   * Takes the signals of a run.
   *
   * @param fromWindow the window, counted from the episode's start, that the first values are for
   */
  public void give(int fromWindow, Map<String, Signal> signals) {
    firstWindow = fromWindow;
    given = signals;
  }

  /**
   * A value.
   *
   * @param signal index in the image
   * @param window counted from the episode's start, none before that of the last {@link #give}
   * @param neuron of the population that reads it
   */
  public double at(int signal, int window, int neuron) {
    return given.getOrDefault(names.get(signal), Signal.NONE).at(window - firstWindow, neuron);
  }
}
