package plastron.export.why;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.export.profile.Emulator;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.run.PlasticRunner;

/**
 * A float model where a chip is expected. Its rules always follow its own spikes: the change that
 * it stands for is one of the network.
 */
final class ModelRun implements Emulator {

  private final PlasticRunner runner;
  private final List<Integer> sources;

  ModelRun(PlasticModel model) {
    runner = PlasticRunner.of(model).withTraces(true);
    sources = IntStream.of(model.graph().inputs()).boxed().toList();
  }

  @Override
  public void reset() {
    runner.reset();
  }

  @Override
  public void reset(long seed) {
    runner.reset();
  }

  @Override
  public Recording run(Input input) {
    return runner.run(input);
  }

  @Override
  public Recording drive(List<SpikeRaster> spikes, Map<String, Signal> signals) {
    return runner.run(new Input(sources.stream().map(spikes::get).toList(), signals));
  }
}
