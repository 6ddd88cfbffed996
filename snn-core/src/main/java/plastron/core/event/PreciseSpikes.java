package plastron.core.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Spikes of a population in continuous time, by time, then neuron. */
public final class PreciseSpikes {

  private record Spike(double timeMs, int neuron) {}

  private final List<Spike> spikes = new ArrayList<>();

  PreciseSpikes() {}

  void add(double timeMs, int neuron) {
    spikes.add(new Spike(timeMs, neuron));
  }

  void sort() {
    spikes.sort(Comparator.comparingDouble(Spike::timeMs).thenComparingInt(Spike::neuron));
  }

  /** How many. */
  public int size() {
    return spikes.size();
  }

  /** When a spike was sent, ms. */
  public double timeMs(int spike) {
    return spikes.get(spike).timeMs();
  }

  /** The neuron that sent it. */
  public int neuron(int spike) {
    return spikes.get(spike).neuron();
  }
}
