package plastron.core.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Spikes under way, by windows of time no longer than the shortest delay: what is sent in a window
 * arrives behind it.
 */
final class EventQueue {

  /** A spike on its way to a neuron of a population. */
  record Arrival(double timeMs, int population, int neuron, double weight) {}

  private static final Comparator<Arrival> BY_NEURON =
      Comparator.comparingInt(Arrival::population)
          .thenComparingInt(Arrival::neuron)
          .thenComparingDouble(Arrival::timeMs);

  private final double windowMs;
  private final TreeMap<Long, List<Arrival>> windows = new TreeMap<>();

  EventQueue(double windowMs) {
    this.windowMs = windowMs;
  }

  /** The window in which a time falls; one that a window ends with is in that. */
  long window(double timeMs) {
    long window = (long) Math.ceil(timeMs / windowMs);
    // The quotient is rounded; the ends of windows decide.
    while (endMs(window) < timeMs) {
      window++;
    }
    while (endMs(window - 1) >= timeMs) {
      window--;
    }
    return window;
  }

  /** When a window ends. */
  double endMs(long window) {
    return window * windowMs;
  }

  void add(Arrival arrival) {
    windows.computeIfAbsent(window(arrival.timeMs), w -> new ArrayList<>()).add(arrival);
  }

  /** What arrives in a window, by neuron, then time; not kept. */
  List<Arrival> take(long window) {
    List<Arrival> due = windows.remove(window);
    if (due == null) {
      return List.of();
    }
    due.sort(BY_NEURON);
    return due;
  }
}
