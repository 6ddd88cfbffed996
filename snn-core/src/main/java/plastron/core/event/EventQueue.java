package plastron.core.event;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import plastron.core.simulate.GridTime;
import plastron.core.state.StateVisitor;

/** Spikes under way, by the step in which they arrive, then the population. */
final class EventQueue {

  private final int populations;
  private final double dtMs;
  private final Map<Long, ArrivalList[]> steps = new TreeMap<>();

  EventQueue(int populations, double dtMs) {
    this.populations = populations;
    this.dtMs = dtMs;
  }

  /**
   * Adds a spike.
   *
   * @param earliest step in which it is looked at, whatever rounding made of its time
   */
  void add(long earliest, int population, int neuron, double timeMs, double weight) {
    long step = Math.max(earliest, GridTime.step(timeMs, dtMs));
    steps.computeIfAbsent(step, s -> empty())[population].add(neuron, timeMs, weight);
  }

  private ArrivalList[] empty() {
    return Stream.generate(ArrivalList::new).limit(populations).toArray(ArrivalList[]::new);
  }

  /** What arrives in a step at each population; not kept. */
  ArrivalList[] take(long step) {
    ArrivalList[] due = steps.remove(step);
    return due == null ? empty() : due;
  }

  /** Shows all spikes. */
  void state(StateVisitor visitor) {
    long[] shown = steps.keySet().stream().mapToLong(Long::longValue).toArray();
    shown = Arrays.copyOf(shown, (int) visitor.number(shown.length));
    visitor.longs(shown);
    Map<Long, ArrivalList[]> before = new TreeMap<>(steps);
    steps.clear();
    for (long step : shown) {
      ArrivalList[] lists = before.getOrDefault(step, empty());
      for (ArrivalList list : lists) {
        list.state(visitor);
      }
      steps.put(step, lists);
    }
  }
}
