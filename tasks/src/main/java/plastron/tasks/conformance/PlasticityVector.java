package plastron.tasks.conformance;

import java.util.ArrayList;
import java.util.List;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.VectorReader;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.ModelBuilder;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.rule.PlasticityRule;
import plastron.slayer.loss.PolicyLoss;
import plastron.slayer.loss.RateMeanSquare;
import plastron.slayer.loss.ReadoutSteps;
import plastron.slayer.loss.SpikeLoss;
import plastron.slayer.loss.SpikeTrainDistance;
import plastron.slayer.surrogate.SlayerExponential;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.TapeLimit;

/**
 * The inputs of a reference vector.
 *
 * @param model the network with its parameters
 * @param options how gradients are formed
 * @param steps length of every episode
 * @param episodes at least one
 * @param expected what the reference program found
 */
record PlasticityVector(
    PlasticModel model,
    SweepOptions options,
    int steps,
    List<Trial> episodes,
    VectorReader expected) {

  private static final int LIMIT = 1_000_000;

  /** One episode: its input and its loss; the window is absent for losses over the whole train. */
  record Trial(SpikeRaster input, SpikeLoss loss, int readFrom, int readTo) {}

  static PlasticityVector read(VectorReader document) {
    int[] sizes = document.ints("sizes", -1, 1, LIMIT);
    int steps = document.integer("steps", 1, LIMIT);
    int interval = document.integer("delta_tau", 1, LIMIT);
    VectorReader neuron = document.object("neuron");
    VectorReader surrogate = document.object("surrogate");
    Kernel kernel = kernel(neuron);
    PlasticModel model = model(document, sizes, interval, kernel);
    SweepOptions options =
        new SweepOptions(
            new SlayerExponential(surrogate.number("scale"), surrogate.number("width")),
            document.object("gradient").flag("through_refractory"),
            TapeLimit.NONE,
            Integer.MAX_VALUE);
    VectorReader loss = document.object("loss");
    List<Trial> trials = new ArrayList<>();
    for (VectorReader episode : document.objects("episodes")) {
      trials.add(trial(episode, loss, kernel, sizes, steps));
    }
    if (trials.isEmpty()) {
      throw new BrokenVectorException("episodes (0) must hold at least one episode");
    }
    return new PlasticityVector(model, options, steps, trials, document.object("expected"));
  }

  private static Kernel kernel(VectorReader neuron) {
    String name = neuron.text("kernel");
    double tau = neuron.number("tau_s");
    Kernel kernel =
        switch (name) {
          case "exp" -> new Kernel.Exponential(tau);
          case "alpha" -> new Kernel.Alpha(tau);
          default ->
              throw new BrokenVectorException(
                  "neuron, kernel (%s) must be exp or alpha".formatted(name));
        };
    int length = neuron.integer("kernel_length", 0, LIMIT);
    return length == 0 ? kernel : Kernel.Finite.of(kernel, length);
  }

  private static PlasticModel model(
      VectorReader document, int[] sizes, int interval, Kernel kernel) {
    VectorReader neuron = document.object("neuron");
    Neuron srm =
        new Neuron.Srm(
            neuron.number("theta"),
            new Kernel.Exponential(neuron.number("tau_r")),
            neuron.number("rho"));
    double clip = document.has("clip") ? document.number("clip") : Double.POSITIVE_INFINITY;
    List<VectorReader> params = document.objects("params");
    List<String> rules = document.texts("rules");
    if (params.size() != sizes.length - 1 || rules.size() != sizes.length - 1) {
      throw new BrokenVectorException(
          "rules (%d) and params (%d) must each have one entry for every one of the %d layers"
              .formatted(rules.size(), params.size(), sizes.length - 1));
    }
    ModelBuilder model =
        PlasticModel.named(document.text("name")).source("layer0", sizes[0]).updateEvery(interval);
    for (int l = 0; l < params.size(); l++) {
      PlasticityRule rule = rule(rules.get(l), clip);
      VectorReader values = params.get(l);
      int pre = sizes[l];
      int post = sizes[l + 1];
      String layer = "layer" + (l + 1);
      model
          .population(layer, post, srm)
          .projection(
              "layer" + l,
              layer,
              p -> {
                p.rule(rule).kernel(kernel);
                for (Symbol symbol : rule.symbols(Role.PARAMETER)) {
                  p.set(symbol.name(), ReferenceArrays.read(values, symbol, pre, post));
                }
              });
    }
    return model.build();
  }

  private static PlasticityRule rule(String name, double clip) {
    return Catalogue.find(name)
        .orElseThrow(
            () ->
                new BrokenVectorException(
                    "rules (%s) must be one of %s".formatted(name, Catalogue.names())))
        .build(RuleOptions.paper().clippedAt(clip));
  }

  private static Trial trial(
      VectorReader episode, VectorReader loss, Kernel kernel, int[] sizes, int steps) {
    SpikeRaster input = raster(episode.intMatrix("input", steps, sizes[0], 0, 1), sizes[0]);
    int outputs = sizes[sizes.length - 1];
    String type = loss.text("type");
    if (type.equals("spike_l2")) {
      SpikeRaster target =
          raster(episode.intMatrix("target_spikes", steps, outputs, 0, 1), outputs);
      return new Trial(input, new SpikeTrainDistance(kernel, target), 0, steps);
    }
    int[] window = loss.ints("window", 2, 0, steps);
    ReadoutSteps readout = new ReadoutSteps(window[0], window[1]);
    SpikeLoss bound =
        switch (type) {
          case "rate_mse" -> new RateMeanSquare(readout, episode.numbers("target", outputs));
          case "policy" ->
              new PolicyLoss(
                  readout,
                  loss.number("logit_gain"),
                  episode.integer("action", 0, outputs - 1),
                  episode.number("advantage"),
                  0);
          default ->
              throw new BrokenVectorException(
                  "loss, type (%s) must be rate_mse, policy or spike_l2".formatted(type));
        };
    return new Trial(input, bound, window[0], window[1]);
  }

  private static SpikeRaster raster(int[][] rows, int neurons) {
    SpikeRaster raster = new SpikeRaster(rows.length, neurons);
    for (int t = 0; t < rows.length; t++) {
      for (int i = 0; i < neurons; i++) {
        if (rows[t][i] != 0) {
          raster.set(t, i);
        }
      }
    }
    return raster;
  }
}
