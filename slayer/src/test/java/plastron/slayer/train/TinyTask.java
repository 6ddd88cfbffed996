package plastron.slayer.train;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.layered.LayeredModel;
import plastron.plasticity.layered.PlasticLayer;
import plastron.plasticity.model.RateEstimator;
import plastron.slayer.Precision;
import plastron.slayer.loss.ReadoutSteps;
import plastron.slayer.objective.Decision;
import plastron.slayer.objective.Objective;
import plastron.slayer.objective.OpenSource;
import plastron.slayer.objective.SpikeClassification;
import plastron.slayer.objective.Task;
import plastron.slayer.optimise.Optimiser;
import plastron.slayer.optimise.Schedule;
import plastron.slayer.reference.SmallModels;
import plastron.slayer.surrogate.SlayerExponential;
import plastron.slayer.surrogate.Surrogate;
import plastron.slayer.sweep.SweepOptions;

/** Which half of four inputs is the busier one? And plans to learn it. */
final class TinyTask implements OpenSource<Decision> {

  static final int STEPS = 24;

  /** Index of the output of all models. */
  static final int OUTPUT = 2;

  static final Surrogate SURROGATE = new SlayerExponential(0.4, 0.5);

  @Override
  public Decision episode(RandomGenerator random) {
    int label = random.nextInt(2);
    SpikeRaster input = new SpikeRaster(STEPS, 4);
    for (int t = 0; t < STEPS; t++) {
      for (int j = 0; j < 4; j++) {
        if (random.nextDouble() < (j / 2 == label ? 0.6 : 0.1)) {
          input.set(t, j);
        }
      }
    }
    return new Decision(input, new ReadoutSteps(8, STEPS), label);
  }

  /** A model 4-3-2 of which both layers have this rule. */
  static LayeredModel model(String rule) {
    Random random = new Random(11);
    RuleFamily family = Catalogue.find(rule).orElseThrow();
    return new LayeredModel(
        "tiny",
        4,
        List.of(layer("hidden", family, 4, 3, random), layer("output", family, 3, 2, random)),
        4,
        new RateEstimator.Boxcar(),
        1,
        Map.of());
  }

  /** The same with recurrent synapses of this rule in the hidden layer. */
  static LayeredModel recurrentModel(String rule) {
    LayeredModel model = model(rule);
    PlasticLayer hidden = model.layers().getFirst();
    RuleFamily family = Catalogue.find(rule).orElseThrow();
    PlasticLayer own = layer("own", family, hidden.size(), hidden.size(), new Random(12));
    return model.withLayers(
        List.of(hidden.withRecurrent(own.projections().getFirst()), model.layers().getLast()));
  }

  /** The same, of neurons with adaptive thresholds. */
  static LayeredModel adaptiveModel(String rule) {
    LayeredModel model = recurrentModel(rule);
    Neuron.Lif lif = new Neuron.Lif(1, 0.8, 0, Neuron.Reset.SUBTRACT_THRESHOLD, 1);
    Neuron neuron = new Neuron.AdaptiveLif(lif, 0.3, 0.9);
    return model.withLayers(
        model.layers().stream()
            .map(
                layer ->
                    new PlasticLayer(
                        layer.name(), layer.size(), neuron, layer.feedforward(), layer.recurrent()))
            .toList());
  }

  private static PlasticLayer layer(
      String name, RuleFamily family, int pre, int post, Random random) {
    RuleOptions options = RuleOptions.paper().clippedAt(2);
    Map<String, double[][]> parameters =
        SmallModels.parameters(
            family.build(options),
            side -> count(side, pre, post),
            symbol -> symbol.name().startsWith("eta") ? 0.1 : 0.1 + 0.4 * random.nextGaussian());
    Neuron neuron = new Neuron.Srm(1, new Kernel.Exponential(3), 1);
    return new PlasticLayer(
        name,
        post,
        neuron,
        new Kernel.Exponential(3),
        Delivery.TRACE,
        0,
        family,
        options,
        parameters);
  }

  private static int count(Dimension dimension, int pre, int post) {
    return switch (dimension) {
      case ONE -> 1;
      case PRE -> pre;
      case POST -> post;
      case MODULATOR -> 0;
    };
  }

  /** What a test changes about a plan; the rest is the same for all. */
  record Settings(
      LayeredModel model,
      OpenSource<Decision> task,
      Objective<Decision> objective,
      Optimiser.Kind optimiser,
      double episodeClipNorm,
      double clipNorm,
      double skipNorm,
      int batch,
      Surrogate surrogate) {

    static Settings usual() {
      return new Settings(
          TinyTask.model("ndp-oja"),
          new TinyTask(),
          new SpikeClassification(OUTPUT, 4),
          Optimiser.Kind.ADAM,
          10,
          1,
          1e4,
          8,
          SURROGATE);
    }

    Settings withModel(LayeredModel other) {
      return new Settings(
          other, task, objective, optimiser, episodeClipNorm, clipNorm, skipNorm, batch, surrogate);
    }

    Settings withBatch(int episodes) {
      return new Settings(
          model,
          task,
          objective,
          optimiser,
          episodeClipNorm,
          clipNorm,
          skipNorm,
          episodes,
          surrogate);
    }

    Settings withTask(OpenSource<Decision> other) {
      return new Settings(
          model,
          other,
          objective,
          optimiser,
          episodeClipNorm,
          clipNorm,
          skipNorm,
          batch,
          surrogate);
    }

    Settings withObjective(Objective<Decision> other) {
      return new Settings(
          model, task, other, optimiser, episodeClipNorm, clipNorm, skipNorm, batch, surrogate);
    }

    Settings withNorms(double episode, double clip, double skip) {
      return new Settings(model, task, objective, optimiser, episode, clip, skip, batch, surrogate);
    }

    Settings withSurrogate(Surrogate other) {
      return new Settings(
          model, task, objective, optimiser, episodeClipNorm, clipNorm, skipNorm, batch, other);
    }

    Settings staticDescent(int episodes) {
      return new Settings(
          TinyTask.model("static"),
          task,
          objective,
          Optimiser.Kind.SGD,
          episodeClipNorm,
          clipNorm,
          skipNorm,
          episodes,
          surrogate);
    }

    TrainingPlan plan() {
      return new TrainingPlan(
          model.model(),
          new Task<>(task, objective),
          optimiser,
          new Schedule.Constant(0.02),
          episodeClipNorm,
          clipNorm,
          skipNorm,
          batch,
          SweepOptions.with(surrogate),
          Precision.FLOAT,
          42);
    }
  }
}
