package plastron.core.event;

import java.util.ArrayList;
import java.util.List;
import plastron.core.cell.PreciseModel;
import plastron.core.check.Require;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.Connections;
import plastron.core.random.Seeds;
import plastron.core.rows.SynapseDraws;
import plastron.core.rows.WeightVisitor;
import plastron.core.simulate.Engine;
import plastron.core.simulate.PotentialProbe;
import plastron.core.simulate.SimulationMemory;
import plastron.core.simulate.SpikeTrains;
import plastron.core.spikes.SpikeClock;
import plastron.core.state.StateVisitor;

/**
 * Runs a circuit from event to event, in one thread. No delay is shorter than a step, so that
 * neurons go through a step one by one; those to which nothing arrives and that cannot spike by
 * themselves are passed over.
 */
public final class EventSimulation implements Engine {

  private final Circuit circuit;
  private final double dtMs;
  private final SpikeClock clock;
  private final List<EventPopulation> populations = new ArrayList<>();
  private final List<List<OutgoingSynapses>> synapses = new ArrayList<>();
  private final EventQueue queue;
  private long now;
  private long deliveries;

  /**
   * Draws the network.
   *
   * @param dtMs of the grid at whose times thresholds are looked at, ms, above 0
   * @param seed decides whatever is drawn, as in a simulation on the grid
   * @param clock when spikes are sent: at any time, or on the grid, which gives the spikes of a
   *     simulation on the grid
   * @throws IllegalArgumentException if a model does not run from event to event, if synapses are
   *     plastic or faster than a step, or there are drives
   */
  public EventSimulation(Circuit circuit, double dtMs, long seed, SpikeClock clock) {
    this.circuit = Require.given("Circuit of a simulation", circuit);
    this.dtMs = Require.positive("Step in ms", dtMs);
    this.clock = Require.given("Clock of spikes", clock);
    if (!circuit.drives().isEmpty()) {
      throw new IllegalArgumentException(
          "%s of %s is on a grid of steps, which events are not."
              .formatted(
                  circuit.drives().getFirst().kind(), circuit.drives().getFirst().population()));
    }
    queue = new EventQueue(circuit.populations().size(), dtMs);
    for (CircuitPopulation population : circuit.populations()) {
      if (!(population.model() instanceof PreciseModel model)) {
        throw new IllegalArgumentException(
            "Population %s (%s) has neurons that do not run from event to event."
                .formatted(population.name(), population.model().label()));
      }
      int p = populations.size();
      populations.add(
          new EventPopulation(
              population.size(),
              model.preciseCells(population.size(), dtMs, clock),
              (neuron, timeMs) -> send(p, neuron, timeMs)));
      synapses.add(new ArrayList<>());
    }
    for (int c = 0; c < circuit.connections().size(); c++) {
      connect(circuit.connections().get(c), Seeds.of(seed, 1, c));
    }
  }

  private void connect(Connections connections, long seed) {
    if (connections.plasticity().isPresent()) {
      throw new IllegalArgumentException(
          "Connections %s are plastic, which synapses from event to event are not."
              .formatted(connections.name()));
    }
    if (!(connections.delaysMs().least() >= dtMs)) {
      throw new IllegalArgumentException(
          "Delay of connections %s (%s ms) must be at least a step of %s ms."
              .formatted(connections.name(), connections.delaysMs().least(), dtMs));
    }
    int pre = circuit.indexOf(connections.pre());
    int post = circuit.indexOf(connections.post());
    int senders = circuit.populations().get(pre).size();
    int receivers = circuit.populations().get(post).size();
    SynapseDraws drawn = new SynapseDraws(connections, senders, receivers, dtMs, seed);
    synapses.get(pre).add(new OutgoingSynapses(drawn, post, senders, receivers));
  }

  /** About how many bytes the synapses of a circuit take, of which nothing is drawn yet. */
  public static double bytes(Circuit circuit) {
    return circuit.connections().stream()
        .mapToDouble(
            c ->
                OutgoingSynapses.bytes(
                    SimulationMemory.synapses(
                        new Circuit(circuit.populations(), List.of(c), List.of())),
                    circuit.populations().get(circuit.indexOf(c.pre())).size()))
        .sum();
  }

  @Override
  public void run(long steps) {
    Engine.requireSteps(steps, now);
    long end = now + steps;
    while (now < end) {
      ArrivalList[] due = queue.take(now + 1);
      for (int p = 0; p < populations.size(); p++) {
        due[p].each(populations.get(p)::receive);
      }
      for (EventPopulation population : populations) {
        population.endStep((now + 1) * dtMs);
      }
      now++;
    }
  }

  /** Called within the step behind now. */
  private void send(int population, int neuron, double timeMs) {
    long earliest = now + 2;
    for (OutgoingSynapses outgoing : synapses.get(population)) {
      deliveries += outgoing.degree(neuron);
      outgoing.each(
          neuron,
          (to, post, weight, delayMs) ->
              queue.add(earliest, to, post, clock.after(timeMs, delayMs), weight));
    }
  }

  @Override
  public long steps() {
    return now;
  }

  @Override
  public SpikeTrains takeSpikes(String population) {
    return populations.get(circuit.indexOf(population)).take(clock, dtMs);
  }

  @Override
  public PotentialProbe probe(String population, int neuron) {
    int p = circuit.indexOf(population);
    if (neuron < 0 || neuron >= circuit.populations().get(p).size()) {
      throw new IllegalArgumentException(
          "Population %s has no neuron (%d).".formatted(population, neuron));
    }
    return populations.get(p).probe(neuron);
  }

  /** {@inheritDoc} There are none. */
  @Override
  public void weights(String connections, WeightVisitor visitor) {}

  @Override
  public void state(StateVisitor visitor) {
    now = visitor.number(now);
    deliveries = visitor.number(deliveries);
    populations.forEach(population -> population.state(visitor));
    queue.state(visitor);
  }

  @Override
  public long synapses() {
    return synapses.stream().flatMap(List::stream).mapToLong(OutgoingSynapses::size).sum();
  }

  @Override
  public long deliveries() {
    return deliveries;
  }

  @Override
  public long synapseBytes() {
    return synapses.stream().flatMap(List::stream).mapToLong(OutgoingSynapses::bytes).sum();
  }
}
