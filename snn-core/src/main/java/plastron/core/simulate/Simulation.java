package plastron.core.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import plastron.core.cell.Cells;
import plastron.core.cell.NeuronModel;
import plastron.core.check.Require;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.Connections;
import plastron.core.circuit.PoissonDrive;
import plastron.core.noise.PoissonNoise;
import plastron.core.random.Seeds;
import plastron.core.rows.Arrivals;
import plastron.core.rows.RowBuilder;
import plastron.core.rows.SynapseDraws;
import plastron.core.rows.WeightVisitor;
import plastron.core.state.StateVisitor;

/**
 * Runs a circuit on a grid of steps. Every thread has neurons of its own and all that they receive;
 * threads meet once per shortest delay. Results do not depend on how many there are.
 */
public final class Simulation implements Engine {

  /** Steps between meetings at most: what is sent is kept for so long. */
  private static final int LONGEST_INTERVAL = 1 << 12;

  private final Circuit circuit;
  private final double dtMs;
  private final int interval;
  private final int[] windows;
  private final Team team;
  private final Block[][] populations;
  private final List<List<Block>> ofThread = new ArrayList<>();
  private long now;

  /**
   * Draws and builds the network.
   *
   * @param dtMs step, ms, above 0
   * @param seed decides whatever is drawn
   * @param threads at least 1
   */
  public Simulation(Circuit circuit, double dtMs, long seed, int threads) {
    this.circuit = Require.given("Circuit of a simulation", circuit);
    this.dtMs = Require.positive("Step in ms", dtMs);
    if (threads < 1) {
      throw new IllegalArgumentException(
          "Number of threads (%d) must be at least 1.".formatted(threads));
    }
    SimulationLimits.require(circuit, dtMs, threads);
    team = new Team(threads);
    List<SynapseDraws> drawn = new ArrayList<>();
    for (Connections c : circuit.connections()) {
      drawn.add(
          new SynapseDraws(
              c,
              circuit.size(c.pre()),
              circuit.size(c.post()),
              dtMs,
              Seeds.of(seed, 1, drawn.size())));
    }
    int soonest = drawn.stream().mapToInt(SynapseDraws::soonest).min().orElse(1);
    interval = Math.min(soonest, LONGEST_INTERVAL);
    windows = drawn.stream().mapToInt(SynapseDraws::window).distinct().toArray();
    populations = new Block[circuit.populations().size()][];
    List<List<Block>> blocks = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      ofThread.add(new ArrayList<>());
    }
    for (int p = 0; p < populations.length; p++) {
      blocks.add(new ArrayList<>());
      CircuitPopulation population = circuit.populations().get(p);
      int longest = 0;
      for (SynapseDraws d : drawn) {
        if (d.connections().post().equals(population.name())) {
          longest = Math.max(longest, RowBuilder.longestSummed(d));
        }
      }
      for (int t = 0; t < threads; t++) {
        int from = (int) ((long) population.size() * t / threads);
        int to = (int) ((long) population.size() * (t + 1) / threads);
        for (int at = from; at < to; at += RowBuilder.MOST) {
          Block block = block(population, p, at, Math.min(to, at + RowBuilder.MOST), longest, seed);
          blocks.get(p).add(block);
          ofThread.get(t).add(block);
        }
      }
      populations[p] = blocks.get(p).toArray(Block[]::new);
    }
    team.run(member -> ofThread.get(member).forEach(block -> block.build(drawn, circuit)));
  }

  private Block block(
      CircuitPopulation population, int p, int from, int to, int longest, long seed) {
    NeuronModel model = population.model();
    Cells cells = model.cells(from, to, dtMs);
    Arrivals arrivals = new Arrivals(to - from, model.channels(), longest);
    List<Noise> noises = new ArrayList<>();
    for (int d = 0; d < circuit.drives().size(); d++) {
      if (!(circuit.drives().get(d) instanceof PoissonDrive drive)) {
        continue;
      }
      int first = Math.max(from, drive.from());
      int end = Math.min(to, drive.to());
      if (drive.population().equals(population.name()) && first < end) {
        noises.add(
            new Noise(
                new PoissonNoise(
                    Seeds.of(seed, 2, d), first, end, drive.rateHz() * dtMs / 1000, drive.weight()),
                model.channels() == 1 || drive.weight() >= 0 ? 0 : 1,
                first - from,
                end - from,
                Math.round(drive.startMs() / dtMs),
                Double.isInfinite(drive.stopMs())
                    ? Long.MAX_VALUE
                    : Math.round(drive.stopMs() / dtMs)));
      }
    }
    BlockCurrents currents = new BlockCurrents(circuit, population.name(), from, to, dtMs, seed);
    return new Block(p, from, to, cells, model.channels(), arrivals, noises, currents, interval);
  }

  /**
   * Takes steps.
   *
   * @param steps at least 0; at most 2,147,483,647 in all
   * @throws ArithmeticException if weights that a rule changes leave the range of numbers
   */
  @Override
  public void run(long steps) {
    Engine.requireSteps(steps, now);
    long first = now + 1;
    long end = now + steps;
    team.run(member -> run(ofThread.get(member), first, end));
    now = end;
  }

  private void run(List<Block> blocks, long first, long end) {
    int parity = 0;
    int steps;
    for (long begin = first; begin <= end; begin += steps) {
      steps = steps(begin, end);
      for (Block block : blocks) {
        block.run(begin, steps, parity);
      }
      team.meet();
      for (Block block : blocks) {
        block.receive(begin, steps, parity, populations);
      }
      parity ^= 1;
    }
  }

  /**
   * How many steps threads take before they meet: a window of a rule ends with a meeting, since
   * what happens then acts at once.
   */
  private int steps(long begin, long end) {
    long steps = Math.min(interval, end + 1 - begin);
    for (int window : windows) {
      steps = Math.min(steps, window - (begin - 1) % window);
    }
    return (int) steps;
  }

  /** The spikes of a population so far, without those that were taken. */
  public SpikeTrains spikes(String population) {
    return spikes(logs(population));
  }

  @Override
  public SpikeTrains takeSpikes(String population) {
    List<SpikeLog> logs = logs(population);
    SpikeTrains spikes = spikes(logs);
    logs.forEach(SpikeLog::forget);
    return spikes;
  }

  private SpikeTrains spikes(List<SpikeLog> logs) {
    return new GridSpikes(
        logs.stream().map(SpikeLog::packed).flatMapToLong(Arrays::stream).toArray(), dtMs);
  }

  private List<SpikeLog> logs(String population) {
    return Arrays.stream(populations[circuit.indexOf(population)]).map(Block::log).toList();
  }

  @Override
  public PotentialProbe probe(String population, int neuron) {
    for (Block block : populations[circuit.indexOf(population)]) {
      if (block.has(neuron)) {
        return block.probe(neuron);
      }
    }
    throw new IllegalArgumentException(
        "Population %s has no neuron (%d).".formatted(population, neuron));
  }

  @Override
  public void weights(String connections, WeightVisitor visitor) {
    blocks().forEach(block -> block.weights(connections, visitor));
  }

  /**
   * {@inheritDoc}
   *
   * <p>The number of threads must be the same.
   */
  @Override
  public void state(StateVisitor visitor) {
    now = visitor.number(now);
    blocks().forEach(block -> block.state(visitor));
  }

  @Override
  public long steps() {
    return now;
  }

  @Override
  public long synapses() {
    return blocks().mapToLong(Block::synapses).sum();
  }

  @Override
  public long deliveries() {
    return blocks().mapToLong(block -> block.deliveries(populations)).sum();
  }

  @Override
  public long synapseBytes() {
    return blocks().mapToLong(Block::synapseBytes).sum();
  }

  private Stream<Block> blocks() {
    return Arrays.stream(populations).flatMap(Arrays::stream);
  }
}
