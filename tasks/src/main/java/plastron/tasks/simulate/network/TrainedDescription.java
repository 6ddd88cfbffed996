package plastron.tasks.simulate.network;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.random.Seeds;
import plastron.core.simulate.Engine;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RuleSite;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.RunSettings;
import plastron.tasks.trained.TrainedNetwork;

/**
 * A trained network in fresh trials of its task, one behind the other, each from rest. A step
 * counts as 1 ms.
 *
 * @param seed decides the trials
 */
public record TrainedDescription(TrainedNetwork trained, long seed) implements NetworkDescription {

  /** A step has no length of its own. */
  static final double STEP_MS = 1;

  /**
   * A network in the trials that it is evaluated on, or others.
   *
   * @param seed of other trials
   */
  public TrainedDescription(TrainedNetwork trained, OptionalLong seed) {
    this(trained, seed.orElse(trained.config().get(RunSettings.SEED)));
  }

  public TrainedDescription {
    PlasticGraph graph = trained.model().graph();
    NetworkDescription.requireDistinct(
        trained.path(), graph.populations().stream().map(Population::name));
    NetworkDescription.requireDistinct(
        trained.path(), graph.projections().stream().map(PlasticProjection::name));
  }

  @Override
  public Path path() {
    return trained.path();
  }

  @Override
  public double dtMs() {
    return STEP_MS;
  }

  @Override
  public String engine() {
    return "trials";
  }

  @Override
  public boolean isOnGrid() {
    return true;
  }

  @Override
  public List<SimulatedPopulation> populations() {
    return trained.model().graph().populations().stream()
        .map(
            p ->
                new SimulatedPopulation(
                    p.name(),
                    p.size(),
                    p.neuron().getClass().getSimpleName(),
                    !(p.neuron() instanceof Neuron.SpikeSource),
                    ""))
        .toList();
  }

  @Override
  public List<LearningConnections> learning() {
    return trained.model().graph().projections().stream()
        .filter(p -> p.rule().isPlastic())
        .map(p -> new LearningConnections(p.name(), ""))
        .toList();
  }

  @Override
  public int threads(OptionalInt wanted) {
    if (wanted.orElse(1) > 1) {
      throw new BadInputException(
          "Option --threads (%d) must be 1 for a trained network.".formatted(wanted.getAsInt()));
    }
    return 1;
  }

  @Override
  public Engine build(int threads) {
    trained.require((config, heap) -> trained.bytes(heap));
    return new RunningTrials(trained.model(), trained.evaluation(seed, Integer.MAX_VALUE));
  }

  @Override
  public long fingerprint() {
    long fingerprint = Seeds.then(trained.config().hash().hashCode(), seed);
    for (RuleSite site : trained.model().graph().sites()) {
      for (double[][] parameter : site.parameters().values()) {
        for (double[] row : parameter) {
          for (double number : row) {
            fingerprint = Seeds.then(fingerprint, Double.doubleToLongBits(number));
          }
        }
      }
    }
    return fingerprint;
  }

  @Override
  public Map<String, String> provenance() {
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("model", path().toString());
    provenance.put("task", trained.config().task().name());
    provenance.put("configuration", trained.config().hash());
    trained.run().ifPresent(run -> provenance.put("iterations", String.valueOf(run.iterations())));
    return provenance;
  }
}
