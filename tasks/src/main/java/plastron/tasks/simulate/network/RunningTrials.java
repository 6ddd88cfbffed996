package plastron.tasks.simulate.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import plastron.core.network.Population;
import plastron.core.network.SynapseRows;
import plastron.core.rows.WeightVisitor;
import plastron.core.run.Input;
import plastron.core.run.PopulationListener;
import plastron.core.run.Recording;
import plastron.core.simulate.Engine;
import plastron.core.simulate.GridSpikes;
import plastron.core.simulate.PotentialProbe;
import plastron.core.simulate.SpikeTrains;
import plastron.core.spikes.SpikeRaster;
import plastron.core.state.StateVisitor;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.run.PlasticRunner;
import plastron.tasks.measure.EpisodeRunners;
import plastron.tasks.measure.Trials;

/**
 * A trained network in trials of its task: what decides there, such as what the network does, is
 * found out by a runner of its own before. To go on from a state, the trial is run again.
 */
final class RunningTrials implements Engine {

  private final Trials trials;
  private final PlasticGraph graph;
  private final PlasticRunner runner;
  private final EpisodeRunners.Worker inTask;
  private final Map<String, SpikesSoFar> spikes = new LinkedHashMap<>();
  private final List<PotentialProbe> probes = new ArrayList<>();
  private final List<Long> starts = new ArrayList<>();
  private Optional<Input> trial = Optional.empty();
  private long now;

  RunningTrials(PlasticModel model, Trials trials) {
    this.trials = trials;
    graph = model.graph();
    runner = EpisodeRunners.simulator(model);
    inTask = EpisodeRunners.of(model).worker();
    for (Population p : graph.populations()) {
      spikes.put(p.name(), new SpikesSoFar(degrees(p)));
    }
  }

  /** How many synapses each neuron of a population has. */
  private int[] degrees(Population population) {
    int[] degrees = new int[population.size()];
    for (PlasticProjection p : graph.projections()) {
      if (p.from().equals(population.name())) {
        int post = graph.population(p.to()).size();
        Optional<SynapseRows> sparse = graph.sparse(p);
        for (int j = 0; j < degrees.length; j++) {
          degrees[j] += sparse.isPresent() ? sparse.get().degree(j) : post;
        }
      }
    }
    return degrees;
  }

  @Override
  public long steps() {
    return now;
  }

  @Override
  public void run(long steps) {
    Engine.requireSteps(steps, now);
    long end = now + steps;
    while (now < end) {
      if (trial.isEmpty() || now == starts.getLast() + trial.get().steps()) {
        starts.add(now);
        begin();
      }
      Input input = trial.orElseThrow();
      int from = (int) (now - starts.getLast());
      int to = (int) Math.min(input.steps(), from + end - now);
      Recording part = runner.run(input.part(from, to, graph.clock().updateInterval()));
      int p = 0;
      for (SpikesSoFar of : spikes.values()) {
        of.add(now, part.spikes().get(p++));
      }
      now += to - from;
    }
  }

  /** Begins the trial that the last start is of. */
  private void begin() {
    int number = starts.size() - 1;
    trial = Optional.of(trials.take(number, inTask.runner(number)).input());
    runner.reset();
  }

  @Override
  public SpikeTrains takeSpikes(String population) {
    return of(population).take();
  }

  private SpikesSoFar of(String population) {
    return Objects.requireNonNull(spikes.get(population));
  }

  @Override
  public PotentialProbe probe(String population, int neuron) {
    PotentialProbe probe = new PotentialProbe();
    runner.listen(population, new Listener(neuron, probe));
    probes.add(probe);
    return probe;
  }

  /** Tells a probe of the potential of a neuron, in one trial as in the next. */
  private record Listener(int neuron, PotentialProbe probe) implements PopulationListener {
    @Override
    public void step(int[] spikes, int count, float[] potentials) {
      probe.add(potentials[neuron]);
    }

    @Override
    public void reset() {}
  }

  @Override
  public void weights(String connections, WeightVisitor visitor) {
    for (PlasticProjection p : graph.projections()) {
      if (p.name().equals(connections)) {
        float[][] weights = runner.weights(connections);
        Optional<SynapseRows> sparse = graph.sparse(p);
        int delay = graph.delay(p, graph.components());
        for (int j = 0; j < weights.length; j++) {
          for (int k = 0; k < weights[j].length; k++) {
            int i = sparse.isPresent() ? sparse.get().targets()[sparse.get().begin(j) + k] : k;
            visitor.synapse(j, i, delay, weights[j][k]);
          }
        }
      }
    }
  }

  @Override
  public void state(StateVisitor visitor) {
    long[] all = new long[Math.toIntExact(visitor.number(starts.size()))];
    Arrays.setAll(all, k -> k < starts.size() ? starts.get(k) : 0);
    visitor.longs(all);
    long to = visitor.number(now);
    if (to != now) {
      starts.clear();
      Arrays.stream(all).forEach(starts::add);
      now = starts.getLast();
      begin();
      run(to - now);
      probes.forEach(PotentialProbe::takePotentialsMv);
      spikes.values().forEach(SpikesSoFar::take);
    }
    spikes.values().forEach(of -> of.state(visitor));
  }

  @Override
  public List<Long> starts() {
    return List.copyOf(starts);
  }

  @Override
  public long synapses() {
    return spikes.values().stream().mapToLong(SpikesSoFar::synapses).sum();
  }

  @Override
  public long synapseBytes() {
    return PlasticRunner.bytes(graph);
  }

  @Override
  public long deliveries() {
    return spikes.values().stream().mapToLong(SpikesSoFar::deliveries).sum();
  }

  /** Spikes of a population that nobody has taken yet. */
  private static final class SpikesSoFar {
    private final int[] degrees;
    private final int[] spiking;
    private long[] packed = new long[64];
    private int size;
    private long deliveries;

    SpikesSoFar(int[] degrees) {
      this.degrees = degrees;
      spiking = new int[degrees.length];
    }

    void add(long before, SpikeRaster raster) {
      for (int t = 0; t < raster.steps(); t++) {
        int count = raster.spikes(t, spiking);
        if (size + count > packed.length) {
          packed = Arrays.copyOf(packed, Math.max(size + count, 2 * size));
        }
        for (int k = 0; k < count; k++) {
          packed[size++] = GridSpikes.packed(before + t + 1, spiking[k]);
          deliveries += degrees[spiking[k]];
        }
      }
    }

    SpikeTrains take() {
      SpikeTrains taken = new GridSpikes(Arrays.copyOf(packed, size), TrainedDescription.STEP_MS);
      size = 0;
      return taken;
    }

    void state(StateVisitor visitor) {
      deliveries = visitor.number(deliveries);
    }

    long synapses() {
      return Arrays.stream(degrees).asLongStream().sum();
    }

    long deliveries() {
      return deliveries;
    }
  }
}
