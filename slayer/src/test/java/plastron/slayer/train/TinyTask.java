package plastron.slayer.train;

import java.util.Random;
import java.util.random.RandomGenerator;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.ModelBuilder;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.ProjectionBuilder;
import plastron.plasticity.rule.PlasticityRule;
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
  static PlasticModel model(String rule) {
    return model(rule, new Neuron.Srm(1, new Kernel.Exponential(3), 1), false);
  }

  /** The same with recurrent synapses of this rule in the hidden layer. */
  static PlasticModel recurrentModel(String rule) {
    return model(rule, new Neuron.Srm(1, new Kernel.Exponential(3), 1), true);
  }

  /** The same, of neurons with adaptive thresholds. */
  static PlasticModel adaptiveModel(String rule) {
    Neuron.Lif lif = new Neuron.Lif(1, 0.8, 0, Neuron.Reset.SUBTRACT_THRESHOLD, 1);
    return model(rule, new Neuron.AdaptiveLif(lif, 0.3, 0.9), true);
  }

  private static PlasticModel model(String name, Neuron neuron, boolean recurrent) {
    Random random = new Random(11);
    PlasticityRule rule =
        Catalogue.find(name).orElseThrow().build(RuleOptions.paper().clippedAt(2));
    ModelBuilder model =
        PlasticModel.named("tiny")
            .source("input", 4)
            .population("hidden", 3, neuron)
            .population("output", 2, neuron)
            .projection("input", "hidden", p -> synapses(p, rule, 4, 3, random));
    if (recurrent) {
      model.projection("hidden", "hidden", p -> synapses(p, rule, 3, 3, new Random(12)));
    }
    return model
        .projection("hidden", "output", p -> synapses(p, rule, 3, 2, random))
        .updateEvery(4)
        .build();
  }

  private static void synapses(
      ProjectionBuilder projection, PlasticityRule rule, int pre, int post, Random random) {
    projection.rule(rule).kernel(new Kernel.Exponential(3));
    SmallModels.parameters(
            rule,
            side -> count(side, pre, post),
            symbol -> symbol.name().startsWith("eta") ? 0.1 : 0.1 + 0.4 * random.nextGaussian())
        .forEach(projection::set);
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
      PlasticModel model,
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

    Settings withModel(PlasticModel other) {
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
          model,
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
