package plastron.tasks.contract;

import static plastron.plasticity.expr.Expr.neg;
import static plastron.plasticity.expr.Expr.product;
import static plastron.plasticity.expr.Expr.ref;
import static plastron.plasticity.expr.Expr.sum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import plastron.core.network.DelayPlace;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.run.Input;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.export.contract.ContractCase;
import plastron.export.image.ChipImage;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.export.profile.Emulator;
import plastron.export.profile.HardwareForm;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;

/**
 * A layer of 4 neurons whose rule reads signals, in a chip's form, with episodes of 20 windows that
 * give them.
 *
 * @param chip in whose form the model is
 * @param model what learns
 * @param episodes for calibration, and others
 */
record SignalledModel(ChipProfile<?, ?> chip, PlasticModel model, List<Input> episodes) {

  static final int INPUTS = 8;
  static final int NEURONS = 4;
  static final int WINDOWS = 20;
  private static final int CALIBRATION = 12;
  private static final int FRESH = 4;

  /** What rules read of one value for all neurons, or all that they read. */
  static final String SIGNAL = "the signal";

  /** What rules read beside it. */
  static final String OTHER = "the other";

  static SignalledModel of(String chip, String rule, boolean perNeuron) {
    ModulatorSource outside =
        perNeuron ? new ModulatorSource.ExternalVector() : new ModulatorSource.ExternalScalar();
    return of(
        chip,
        Catalogue.find(rule)
            .orElseThrow()
            .build(RuleOptions.paper().clippedAt(4).modulatedBy(outside)));
  }

  static SignalledModel of(String name, PlasticityRule rule) {
    ChipProfile<?, ?> chip = ChipProfiles.named(name);
    PlasticModel model = model(rule, chip.form());
    SplittableRandom random = new SplittableRandom(7);
    List<Input> episodes = new ArrayList<>();
    for (int e = 0; e < CALIBRATION + FRESH; e++) {
      episodes.add(episode(model.graph(), random));
    }
    return new SignalledModel(chip, model, episodes);
  }

  /** A rule that reads R, by kind: constant, expected, both or sensitive. */
  static PlasticityRule ruleOfOnesOwn(String kind) {
    RuleBuilder rule = PlasticityRule.named(kind);
    Symbol x = rule.activity("x", Axis.PRE);
    Symbol y = rule.activity("y", Axis.POST);
    Symbol w = rule.parameter("W", Axis.SYNAPSE, Bounds.NONE, "W");
    Symbol alpha = rule.parameter("alpha", Axis.SYNAPSE, Bounds.NONE, "a");
    Symbol eta = rule.parameter("eta", Axis.GLOBAL, Bounds.UNIT, "h");
    Symbol e = rule.state("E", Axis.SYNAPSE, Bounds.symmetric(4), "E");
    Symbol reward = rule.external("R", Axis.GLOBAL, "R");
    Expr told =
        switch (kind) {
          case "constant" -> {
            Symbol baseline = rule.parameter("gain", Axis.GLOBAL, Bounds.NONE, "b");
            Symbol delta = rule.signal("delta", sum(ref(reward), neg(ref(baseline))));
            yield product(delta, y);
          }
          case "expected" -> {
            Symbol expected = rule.state("B", Axis.POST, Bounds.NONE, "B");
            rule.update(
                expected, sum(ref(expected), neg(product(eta, expected)), product(eta, reward)));
            yield ref(rule.signal("delta", sum(product(reward, y), neg(product(expected, y)))));
          }
          case "both" -> product(reward, rule.external("error", Axis.POST, "d"), y);
          case "sensitive" ->
              product(reward, rule.parameter("gain", Axis.POST, Bounds.NONE, "g"), y);
          default -> throw new IllegalArgumentException(kind);
        };
    rule.update(e, sum(ref(e), neg(product(eta, e)), product(ref(eta), told, ref(x))));
    return rule.weight(sum(ref(w), product(alpha, e)));
  }

  private static PlasticModel model(PlasticityRule rule, HardwareForm form) {
    SplittableRandom random = new SplittableRandom(3);
    int interval = form.updateInterval(8);
    Population in = new Population("in", INPUTS, new Neuron.SpikeSource());
    Population out = new Population("out", NEURONS, form.neuron(1, 5));
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    for (Symbol symbol : rule.symbols(Role.PARAMETER)) {
      parameters.put(symbol.name(), parameter(symbol, random));
    }
    Map<String, String> sources = new LinkedHashMap<>();
    for (Symbol external : rule.symbols(Role.EXTERNAL)) {
      sources.put(external.name(), sources.isEmpty() ? SIGNAL : OTHER);
    }
    PlasticProjection projection =
        new PlasticProjection(
            "in > out",
            "in",
            "out",
            form.kernel(5),
            form.delivery(),
            DelayPlace.DENDRITE,
            form.latency(),
            rule,
            sources,
            parameters);
    Clock clock = new Clock(interval, form.rates(interval), 0.5);
    return new PlasticModel(
        "told",
        new PlasticGraph(List.of(in, out), List.of(projection), List.of(), List.of(), clock),
        Map.of());
  }

  private static double[][] parameter(Symbol symbol, RandomGenerator random) {
    int rows = symbol.axis() == Axis.SYNAPSE ? INPUTS : 1;
    int columns = symbol.axis() == Axis.GLOBAL ? 1 : symbol.axis() == Axis.PRE ? INPUTS : NEURONS;
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      Arrays.setAll(
          row,
          i ->
              switch (symbol.name()) {
                case "eta" -> 0.125;
                case "eta_e" -> 0.25;
                case "eta_phi" -> 0.2;
                case "gain" -> 0.7;
                case "W" -> 0.1 + 0.08 * random.nextGaussian();
                default -> 0.05 * random.nextGaussian();
              });
    }
    return values;
  }

  private static Input episode(PlasticGraph graph, SplittableRandom random) {
    SpikeRaster spikes = new SpikeRaster(WINDOWS * graph.clock().updateInterval(), INPUTS);
    for (int t = 0; t < spikes.steps(); t++) {
      for (int j = 0; j < INPUTS; j++) {
        if (random.nextDouble() < (j % 2 == 0 ? 0.35 : 0.15)) {
          spikes.set(t, j);
        }
      }
    }
    Map<String, Signal> signals = new LinkedHashMap<>();
    graph
        .signals()
        .forEach(
            (name, width) -> {
              double[][] values = new double[WINDOWS][width];
              for (double[] window : values) {
                Arrays.setAll(window, i -> 2 * random.nextDouble() - 0.8);
              }
              signals.put(name, Signal.perNeuron(values));
            });
    return new Input(List.of(spikes), signals);
  }

  ChipImage image() {
    return image(episodes.subList(0, CALIBRATION));
  }

  ChipImage image(List<Input> calibration) {
    return ExportPipeline.to(chip).run(model, calibration, ExportOptions.DEFAULT);
  }

  ContractCase asCase() {
    return new ContractCase(
        model.name(),
        List.of(),
        model,
        episodes.subList(0, CALIBRATION),
        episodes.subList(CALIBRATION, episodes.size()));
  }

  Emulator emulator() {
    return emulator(image());
  }

  Emulator emulator(ChipImage image) {
    return chip.emulator(image, true, 1);
  }

  /** An episode that calibration did not have. */
  Input fresh() {
    return episodes.getLast();
  }
}
