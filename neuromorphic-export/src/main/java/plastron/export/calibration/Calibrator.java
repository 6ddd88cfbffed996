package plastron.export.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import plastron.core.run.Runner;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.layered.LayeredModel;

/** Runs a model on example inputs and measures the ranges of everything. Owned by one thread. */
public final class Calibrator {

  private final LayeredModel model;
  private final Runner runner;

  /**
   * A calibrator.
   *
   * @param model LIF neurons with exponential or delta kernels; external modulators are taken to be
   *     one
   * @param runner runs that model; its recordings have the spikes of all populations
   */
  public Calibrator(LayeredModel model, Runner runner) {
    this.model = model;
    this.runner = runner;
  }

  /**
   * Measures.
   *
   * @param examples one input an episode, at least one, each with as many neurons as the model has
   *     inputs
   */
  public Calibration calibrate(List<SpikeRaster> examples) {
    if (examples.isEmpty()) {
      throw new IllegalArgumentException("Calibration (0 examples) needs at least one.");
    }
    List<PopulationReplay> populations = new ArrayList<>();
    populations.add(replay("input"));
    model.layers().forEach(l -> populations.add(replay(l.name())));
    List<LayerReplay> layers =
        IntStream.range(0, model.layers().size()).mapToObj(l -> new LayerReplay(model, l)).toList();
    long steps = 0;
    for (SpikeRaster example : examples) {
      if (example.neurons() != model.inputs()) {
        throw new IllegalArgumentException(
            "Example input (%d neurons) must have the model's %d."
                .formatted(example.neurons(), model.inputs()));
      }
      runner.reset();
      List<SpikeRaster> spikes = runner.run(example).spikes();
      for (int p = 0; p < populations.size(); p++) {
        populations.get(p).add(spikes.get(p));
      }
      layers.forEach(layer -> layer.add(spikes));
      steps += example.steps();
    }
    return new Calibration(
        examples.size(),
        steps,
        populations.stream().map(PopulationReplay::ranges).toList(),
        layers.stream().map(LayerReplay::ranges).toList());
  }

  private PopulationReplay replay(String name) {
    return new PopulationReplay(name, model.updateInterval(), model.rates());
  }
}
