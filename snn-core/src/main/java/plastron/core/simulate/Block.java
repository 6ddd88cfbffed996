package plastron.core.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plastron.core.cell.Cells;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Plasticity;
import plastron.core.lanes.Arriving;
import plastron.core.lanes.Lanes;
import plastron.core.plastic.PlasticPart;
import plastron.core.plastic.PlasticParts;
import plastron.core.rows.Arrivals;
import plastron.core.rows.IncomingSynapses;
import plastron.core.rows.RowBuilder;
import plastron.core.rows.SpikeListener;
import plastron.core.rows.SynapseDraws;
import plastron.core.rows.WeightVisitor;
import plastron.core.state.StateVisitor;

/**
 * Consecutive neurons of a population with all that they receive, so many that 16 bits number them.
 * Owned by one thread; others read what it sent after they have met.
 */
final class Block {

  /** What is recorded of a neuron of the block. */
  private record Probed(int neuron, PotentialProbe probe) {}

  /** Synapses from a population. */
  private record Incoming(SynapseDraws of, int pre, IncomingSynapses synapses) {}

  private final int population;
  private final int from;
  private final int to;
  private final Cells cells;
  private final int channels;
  private final Arrivals arrivals;
  private final List<Noise> noises;
  private final BlockCurrents currents;
  private final List<Probed> probes = new ArrayList<>();
  private final List<Incoming> incoming = new ArrayList<>();
  private final SentSpikes[] sent;
  private final int[] spiking;
  private final SpikeLog log;
  private boolean isPunctual;

  /**
   * @param population its place in the circuit
   * @param from number of the first neuron in its population
   * @param to behind the last
   * @param interval steps between meetings
   */
  Block(
      int population,
      int from,
      int to,
      Cells cells,
      int channels,
      Arrivals arrivals,
      List<Noise> noises,
      BlockCurrents currents,
      int interval) {
    this.population = population;
    this.from = from;
    this.to = to;
    this.cells = cells;
    this.channels = channels;
    this.arrivals = arrivals;
    this.noises = noises;
    this.currents = currents;
    log = new SpikeLog(from, to);
    spiking = new int[to - from];
    sent =
        new SentSpikes[] {new SentSpikes(interval, to - from), new SentSpikes(interval, to - from)};
  }

  /** Lays out the synapses that end here. */
  void build(List<SynapseDraws> drawn, Circuit circuit) {
    for (SynapseDraws d : drawn) {
      if (circuit.indexOf(d.connections().post()) == population) {
        build(d, new RowBuilder(d, from, to, channels, arrivals), circuit);
      }
    }
    isPunctual = incoming.stream().anyMatch(in -> in.synapses.isPunctual());
  }

  private void build(SynapseDraws drawn, RowBuilder rows, Circuit circuit) {
    Connections connections = drawn.connections();
    Optional<Plasticity> plasticity = connections.plasticity();
    if (plasticity.isPresent()) {
      for (PlasticPart part :
          PlasticParts.of(drawn, plasticity.get(), rows, arrivals, circuit::size)) {
        incoming.add(new Incoming(drawn, circuit.indexOf(part.sender()), part.synapses()));
      }
    } else {
      int pre = circuit.indexOf(connections.pre());
      rows.build().forEach(synapses -> incoming.add(new Incoming(drawn, pre, synapses)));
    }
  }

  /** Tells of the weights of connections that may change and end here. */
  void weights(String connections, WeightVisitor visitor) {
    for (Incoming in : incoming) {
      if (in.of.connections().name().equals(connections)) {
        in.synapses.weights(
            (pre, post, delay, weight) -> visitor.synapse(pre, from + post, delay, weight));
      }
    }
  }

  boolean has(int neuron) {
    return neuron >= from && neuron < to;
  }

  /** Records the potential of a neuron from now on. */
  PotentialProbe probe(int neuron) {
    PotentialProbe probe = new PotentialProbe();
    probes.add(new Probed(neuron - from, probe));
    return probe;
  }

  /**
   * Takes steps. Where synapses must know the last spikes of their post neurons, all step by step.
   */
  void run(long first, int steps, int parity) {
    SentSpikes out = sent[parity];
    out.clear();
    int tiles = Math.ceilDiv(to - from, Lanes.TILE);
    if (isPunctual) {
      for (int s = 0; s < steps; s++) {
        for (Incoming in : incoming) {
          in.synapses.arrive(first + s);
        }
        for (int tile = 0; tile < tiles; tile++) {
          step(first, s, tile, out);
        }
      }
    } else {
      for (int tile = 0; tile < tiles; tile++) {
        for (int s = 0; s < steps; s++) {
          step(first, s, tile, out);
        }
      }
    }
  }

  private void step(long first, int place, int tile, SentSpikes out) {
    long step = first + place;
    int begin = tile * Lanes.TILE;
    int end = Math.min(to - from, begin + Lanes.TILE);
    boolean more = isNoisy(step, begin, end);
    Arriving[] arriving = arrivals.complete(step, more, begin, Lanes.padded(end));
    for (int n = 0; more && n < noises.size(); n++) {
      noises.get(n).add(step, arrivals, begin, end);
    }
    currents.inject(step, cells, begin, end);
    int spikes = cells.step(step, arriving, begin, end, spiking);
    arrivals.clear(step, begin, Lanes.padded(end));
    out.add(place, tile, spiking, spikes, from);
    log.add(step, spiking, spikes);
    for (SpikeListener listener : arrivals.listeners()) {
      listener.add(step, spiking, spikes);
    }
    for (int p = 0; p < probes.size(); p++) {
      Probed probed = probes.get(p);
      if (probed.neuron >= begin && probed.neuron < end) {
        probed.probe.add(cells.potentialMv(probed.neuron));
      }
    }
  }

  private boolean isNoisy(long step, int from, int to) {
    boolean isNoisy = false;
    for (int n = 0; n < noises.size(); n++) {
      isNoisy |= noises.get(n).acts(step, from, to);
    }
    return isNoisy;
  }

  /**
   * Takes in what was sent in the steps of an interval.
   *
   * @param populations the blocks of every population, in the order of their neurons
   */
  void receive(long first, int steps, int parity, Block[][] populations) {
    for (Incoming in : incoming) {
      Block[] senders = populations[in.pre];
      for (int s = 0; s < steps; s++) {
        for (Block sender : senders) {
          sender.sent[parity].deliver(s, first + s, in.synapses);
        }
        in.synapses.endOfStep(first + s);
      }
    }
  }

  /** Over how many synapses that end here spikes have gone. */
  long deliveries(Block[][] populations) {
    long deliveries = 0;
    for (Incoming in : incoming) {
      for (Block sender : populations[in.pre]) {
        int[] sent = sender.log.sent();
        for (int i = 0; i < sent.length; i++) {
          deliveries += (long) sent[i] * in.synapses.degree(sender.log.from() + i);
        }
      }
    }
    return deliveries;
  }

  void state(StateVisitor visitor) {
    cells.state(visitor);
    arrivals.state(visitor);
    incoming.forEach(in -> in.synapses.state(visitor));
    visitor.ints(log.sent());
  }

  SpikeLog log() {
    return log;
  }

  long synapses() {
    return incoming.stream().mapToLong(i -> i.synapses.size()).sum();
  }

  long synapseBytes() {
    return incoming.stream().mapToLong(i -> i.synapses.bytes()).sum();
  }
}
