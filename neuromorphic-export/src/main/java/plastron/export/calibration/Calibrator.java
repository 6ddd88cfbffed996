package plastron.export.calibration;

import java.util.ArrayList;
import java.util.List;
import plastron.core.network.Population;
import plastron.core.run.Input;
import plastron.core.run.Runner;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;

/** Runs a model on example inputs and measures the ranges of everything. Owned by one thread. */
public final class Calibrator {

  private final PlasticGraph graph;
  private final List<String> names;
  private final Runner runner;

  /**
   * A calibrator.
   *
   * @param model LIF neurons with exponential or delta kernels; all projections to a population
   *     have the same kernel, and no drives
   * @param names what the ranges of every projection are called, in the order of declaration
   * @param runner runs that model; its recordings have the spikes of all populations
   */
  public Calibrator(PlasticModel model, List<String> names, Runner runner) {
    graph = model.graph();
    this.names = List.copyOf(names);
    this.runner = runner;
  }

  /** About how many bytes a calibrator takes, without the runner. */
  public static long bytes(PlasticGraph graph) {
    return graph.projections().stream()
        .mapToLong(projection -> RuleReplay.bytes(graph, projection))
        .sum();
  }

  /**
   * Measures.
   *
   * @param examples one input an episode, at least one
   * @throws IllegalArgumentException if an example is not what the model reads
   */
  public Calibration calibrate(List<Input> examples) {
    if (examples.isEmpty()) {
      throw new IllegalArgumentException("Calibration (0 examples) needs at least one.");
    }
    List<PopulationReplay> populations = new ArrayList<>();
    for (Population population : graph.populations()) {
      populations.add(
          new PopulationReplay(
              population.name(), graph.clock().updateInterval(), graph.clock().rates()));
    }
    List<RuleReplay> rules =
        graph.projections().stream().map(projection -> new RuleReplay(graph, projection)).toList();
    List<MembraneReplay> membranes = membranes(rules);
    long steps = 0;
    for (Input example : examples) {
      check(example);
      runner.reset();
      List<SpikeRaster> spikes = runner.run(example).spikes();
      for (int p = 0; p < populations.size(); p++) {
        populations.get(p).add(spikes.get(p));
      }
      rules.forEach(rule -> rule.begin(example));
      membranes.forEach(MembraneReplay::reset);
      for (int t = 0; t < example.steps(); t++) {
        for (MembraneReplay membrane : membranes) {
          membrane.step(t, spikes);
        }
        for (RuleReplay rule : rules) {
          rule.step(t, spikes);
        }
      }
      rules.forEach(RuleReplay::end);
      membranes.forEach(MembraneReplay::end);
      steps += example.steps();
    }
    List<LayerRanges> layers = new ArrayList<>();
    for (int p = 0; p < rules.size(); p++) {
      String to = graph.projections().get(p).to();
      MembraneReplay membrane =
          membranes.stream().filter(m -> m.population().equals(to)).findFirst().orElseThrow();
      layers.add(rules.get(p).ranges(names.get(p), membrane));
    }
    return new Calibration(
        examples.size(),
        steps,
        populations.stream().map(PopulationReplay::ranges).toList(),
        layers);
  }

  private List<MembraneReplay> membranes(List<RuleReplay> rules) {
    List<MembraneReplay> membranes = new ArrayList<>();
    for (Population population : graph.populations()) {
      List<RuleReplay> into =
          rules.stream().filter(r -> r.projection().to().equals(population.name())).toList();
      if (!into.isEmpty()) {
        membranes.add(new MembraneReplay(graph, population, into));
      }
    }
    return membranes;
  }

  private void check(Input example) {
    int[] sources = graph.inputs();
    if (example.spikes().size() != sources.length) {
      throw new IllegalArgumentException(
          "Example input (%d rasters) must have the model's %d."
              .formatted(example.spikes().size(), sources.length));
    }
    for (int k = 0; k < sources.length; k++) {
      int size = graph.populations().get(sources[k]).size();
      if (example.spikes().get(k).neurons() != size) {
        throw new IllegalArgumentException(
            "Example input (%d neurons) must have the model's %d."
                .formatted(example.spikes().get(k).neurons(), size));
      }
    }
    graph.checkSignals(example.signals());
  }
}
