package plastron.core.event;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import plastron.core.cell.PreciseCells;
import plastron.core.cell.PreciseModel;
import plastron.core.check.Require;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.Connections;
import plastron.core.event.EventQueue.Arrival;
import plastron.core.random.Seeds;
import plastron.core.rows.SynapseDraws;

/**
 * Runs a circuit in continuous time. Time goes by in windows no longer than the shortest delay, so
 * that neurons go through a window one by one; those to which nothing arrives and that cannot spike
 * by themselves are passed over.
 */
public final class EventSimulation {

  /** Keeps what is sent at the very start of a window from arriving in it by rounding. */
  private static final double MARGIN = 1 - 1e-9;

  private final Circuit circuit;
  private final List<PreciseCells> cells = new ArrayList<>();
  private final List<PreciseSpikes> spikes = new ArrayList<>();
  private final List<List<List<Synapse>>> synapses = new ArrayList<>();
  private final List<BitSet> awake = new ArrayList<>();
  private final EventQueue queue;
  private double nowMs;
  private long window = 1;

  /** Where a spike of a neuron goes. */
  private record Synapse(int population, int neuron, double weight, double delayMs) {}

  /**
   * Draws the network.
   *
   * @param dtMs of the grid at whose times thresholds are looked at, ms, above 0
   * @param seed decides whatever is drawn, as in a simulation on the grid
   * @throws IllegalArgumentException if a model does not run in continuous time, if synapses are
   *     plastic or there are drives
   */
  public EventSimulation(Circuit circuit, double dtMs, long seed) {
    this.circuit = Require.given("Circuit of a simulation", circuit);
    Require.positive("Step in ms", dtMs);
    if (!circuit.drives().isEmpty()) {
      throw new IllegalArgumentException(
          "%s of %s is on a grid of steps, which continuous time has not."
              .formatted(
                  circuit.drives().getFirst().kind(), circuit.drives().getFirst().population()));
    }
    for (CircuitPopulation population : circuit.populations()) {
      if (!(population.model() instanceof PreciseModel model)) {
        throw new IllegalArgumentException(
            "Population %s (%s) has neurons that do not run in continuous time."
                .formatted(population.name(), population.model().label()));
      }
      cells.add(model.preciseCells(population.size(), dtMs));
      spikes.add(new PreciseSpikes());
      synapses.add(
          IntStream.range(0, population.size())
              .<List<Synapse>>mapToObj(i -> new ArrayList<>())
              .toList());
      BitSet all = new BitSet();
      all.set(0, population.size());
      awake.add(all);
    }
    double shortest = Double.POSITIVE_INFINITY;
    for (int c = 0; c < circuit.connections().size(); c++) {
      Connections connections = circuit.connections().get(c);
      if (connections.plasticity().isPresent()) {
        throw new IllegalArgumentException(
            "Connections %s are plastic, which synapses in continuous time are not."
                .formatted(connections.name()));
      }
      shortest = Math.min(shortest, connections.delaysMs().least());
      int pre = circuit.indexOf(connections.pre());
      int post = circuit.indexOf(connections.post());
      int size = circuit.populations().get(post).size();
      new SynapseDraws(
              connections, circuit.populations().get(pre).size(), size, dtMs, Seeds.of(seed, 1, c))
          .each(
              0,
              size,
              (j, i, weight, delayMs) ->
                  synapses.get(pre).get(j).add(new Synapse(post, i, weight, delayMs)));
    }
    queue = new EventQueue(Double.isInfinite(shortest) ? dtMs : shortest * MARGIN);
  }

  /**
   * Runs up to a time.
   *
   * @param toMs not before that of the last run, finite
   */
  public void run(double toMs) {
    if (!(toMs >= nowMs) || Double.isInfinite(toMs)) {
      throw new IllegalArgumentException(
          "End of the run (%s ms) must be a finite time from %s ms on.".formatted(toMs, nowMs));
    }
    while (nowMs < toMs) {
      double end = Math.min(toMs, queue.endMs(window));
      List<Arrival> due = new ArrayList<>();
      for (Arrival arrival : queue.take(window)) {
        if (arrival.timeMs() > end) {
          queue.add(arrival);
        } else {
          due.add(arrival);
        }
      }
      receive(due);
      moveAwake(end);
      nowMs = end;
      if (end == queue.endMs(window)) {
        window++;
      }
    }
    spikes.forEach(PreciseSpikes::sort);
  }

  private void receive(List<Arrival> due) {
    for (Arrival arrival : due) {
      int p = arrival.population();
      PreciseCells neurons = cells.get(p);
      neurons.advance(arrival.neuron(), arrival.timeMs(), (i, t) -> spike(p, i, t));
      neurons.arrive(arrival.neuron(), arrival.weight());
      awake.get(p).set(arrival.neuron());
    }
  }

  /** Moves all neurons that may spike to the end of a window, and lets those sleep that may not. */
  private void moveAwake(double end) {
    for (int p = 0; p < cells.size(); p++) {
      int population = p;
      PreciseCells neurons = cells.get(p);
      BitSet set = awake.get(p);
      for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
        neurons.advance(i, end, (n, t) -> spike(population, n, t));
        if (neurons.isAsleep(i)) {
          set.clear(i);
        }
      }
    }
  }

  private void spike(int population, int neuron, double timeMs) {
    spikes.get(population).add(timeMs, neuron);
    for (Synapse synapse : synapses.get(population).get(neuron)) {
      queue.add(
          new Arrival(
              timeMs + synapse.delayMs, synapse.population, synapse.neuron, synapse.weight));
    }
  }

  /** The spikes of a population so far. */
  public PreciseSpikes spikes(String population) {
    return spikes.get(circuit.indexOf(population));
  }

  /** Potential of a neuron now, mV. */
  public double potentialMv(String population, int neuron) {
    int p = circuit.indexOf(population);
    cells.get(p).advance(neuron, nowMs, (i, t) -> spike(p, i, t));
    return cells.get(p).potentialMv(neuron);
  }
}
