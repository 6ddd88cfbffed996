package plastron.export.toy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.fixedpoint.Rounding;
import plastron.export.fixedpoint.Scale;
import plastron.export.fixedpoint.ScaledArray;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.predict.ComputedNetwork;
import plastron.export.predict.ComputedRule;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.CoreGrid;
import plastron.export.profile.Counter;
import plastron.export.profile.Emulator;
import plastron.export.profile.HardwareForm;
import plastron.export.profile.KernelForm;
import plastron.export.profile.NeuronForm;
import plastron.export.profile.RateForm;
import plastron.export.profile.RuleExplanation;
import plastron.export.profile.UpdateIntervals;
import plastron.export.resource.Demand;
import plastron.export.resource.Evidence;
import plastron.export.resource.Limit;
import plastron.export.resource.Scope;
import plastron.export.stage.CalibratedLayer;
import plastron.export.stage.MappedModel;
import plastron.export.stage.PlacedModel;
import plastron.export.stage.QuantizedLayer;
import plastron.export.stage.ScaledLayer;
import plastron.export.stage.ValidLayer;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.ModelBuilder;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;

/**
 * A chip with 8-bit parameters and 64 synapses a core that computes everything else exactly; no
 * sums over synapses. Long, because a profile answers everything that the compiler asks.
 */
public class ToyProfile implements ChipProfile<ToyRule, ToyProgram> {

  private static final double ONE = 65536;

  @Override
  public String name() {
    return "toy";
  }

  @Override
  public String title() {
    return "Toy chip";
  }

  @Override
  public String codePrefix() {
    return "T";
  }

  @Override
  public List<Limit> limits() {
    return List.of(
        new Limit("synapses", Scope.CORE, 64, "synapses", "ToyProfile", Evidence.CONFIRMED),
        new Limit("synapses", Scope.CHIP, 160, "synapses", "ToyProfile", Evidence.OPEN));
  }

  @Override
  public CoreGrid cores() {
    return new CoreGrid(3, 2);
  }

  @Override
  public HardwareForm form() {
    return new HardwareForm(
        List.of(NeuronForm.LIF_HARD_RESET),
        0,
        0,
        List.of(KernelForm.EXPONENTIAL, KernelForm.DELTA),
        Delivery.ARRIVAL,
        1,
        RateForm.BOXCAR,
        Set.of(Axis.SYNAPSE),
        new UpdateIntervals(7, 4),
        Bounds.UNIT,
        List.of());
  }

  @Override
  public RuleExplanation explain(PlasticityRule rule) {
    boolean runs =
        RuleDerivation.of(rule).signals().stream()
            .allMatch(RuleDerivation.PolynomialStep.class::isInstance);
    return new RuleExplanation(
        runs, List.of(runs ? "as it is" : "sums over synapses and functions are missing"));
  }

  @Override
  public Optional<ToyRule> legalize(ValidLayer layer, Diagnostics diagnostics) {
    for (RuleDerivation.SignalStep step : layer.rule().signals()) {
      if (step instanceof RuleDerivation.DotStep dot) {
        diagnostics.refuse(
            "T-DOT",
            layer.subject(),
            "the term %s.%s is a sum over synapses.".formatted(dot.matrix(), dot.vector()),
            "Maybe train with dp-linear.");
        return Optional.empty();
      }
      if (step instanceof RuleDerivation.FunctionStep function) {
        diagnostics.refuse(
            "T-FUNCTION",
            layer.subject(),
            "the signal %s is a function (%s)."
                .formatted(function.symbol(), function.function().name()),
            "Maybe train with dp-linear.");
        return Optional.empty();
      }
    }
    return Optional.of(new ToyRule(layer.rule().rule().name()));
  }

  @Override
  public List<ScaledLayer<ToyProgram>> chooseScales(
      List<CalibratedLayer<ToyRule>> population, Diagnostics diagnostics) {
    return population.stream().map(ToyProfile::scaled).toList();
  }

  private static ScaledLayer<ToyProgram> scaled(CalibratedLayer<ToyRule> layer) {
    ValidLayer source = layer.source();
    List<ScaledArray> arrays = new ArrayList<>();
    source
        .projection()
        .parameters()
        .forEach(
            (name, values) -> {
              double largest = layer.ranges().symbol(name).maxAbsolute();
              double lsb = Math.max(largest, 1e-9) / 127;
              arrays.add(
                  new ScaledArray(name, values, new Scale(lsb, -128, 127), Rounding.NEAREST));
            });
    ToyProgram program =
        new ToyProgram(
            layer.rule().family(),
            (int) Math.rint(source.neuron().theta().uniform() * ONE),
            (int) Math.rint(source.neuron().decay().uniform() * ONE),
            (int) Math.rint(source.currentDecay() * ONE),
            source.updateInterval());
    return new ScaledLayer<>(
        source.name(),
        source.from(),
        source.to(),
        source.inputs(),
        source.size(),
        layer.rule().family(),
        program,
        arrays);
  }

  @Override
  public Optional<ComputedRule> computed(QuantizedLayer<ToyProgram> layer) {
    RuleDerivation rule = RuleDerivation.of(rule(layer.rule()));
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    layer.arrays().forEach(a -> parameters.put(a.name(), a.reals()));
    return rule.rule().isPlastic()
        ? Optional.of(
            ExactRule.of(
                rule, parameters, new RateEstimator.Boxcar(), 1, layer.program().interval()))
        : Optional.empty();
  }

  private static PlasticityRule rule(String name) {
    return Catalogue.find(name).orElseThrow().build(RuleOptions.paper().clippedAt(2));
  }

  @Override
  public Demand demand(List<QuantizedLayer<ToyProgram>> population, int neurons) {
    long inputs = population.stream().mapToLong(QuantizedLayer::inputs).sum();
    return new Demand(Map.of("synapses", inputs * neurons));
  }

  @Override
  public boolean mayCut(List<QuantizedLayer<ToyProgram>> population) {
    return population.stream().noneMatch(layer -> layer.rule().equals("dp-bcm"));
  }

  @Override
  public MappedModel lower(PlacedModel<ToyProgram> model, Diagnostics diagnostics) {
    List<ImageLayer> layers = new ArrayList<>();
    for (QuantizedLayer<ToyProgram> layer : model.source().layers()) {
      ToyProgram program = layer.program();
      layers.add(
          new ImageLayer(
              layer.name(),
              layer.from(),
              layer.to(),
              layer.inputs(),
              layer.size(),
              layer.rule(),
              List.of(program.family()),
              Map.of(
                  "theta",
                  (long) program.theta(),
                  "membrane_decay",
                  (long) program.membraneDecay(),
                  "current_decay",
                  (long) program.currentDecay()),
              Map.of("unit", 1 / ONE),
              layer.arrays(),
              List.of("E")));
    }
    return new MappedModel(layers, Map.of("words", 3L));
  }

  @Override
  public ComputedNetwork computed(ChipImage image) {
    throw new UnsupportedOperationException("The toy chip's images are not read back.");
  }

  @Override
  public List<Counter> counters() {
    return List.of(Counter.harmful("clips", "a value was clipped"));
  }

  @Override
  public Emulator emulator(ChipImage image, boolean learning, long seed) {
    ModelBuilder model =
        PlasticModel.named(image.model())
            .source("population 0", image.sizes().getFirst())
            .updateEvery(image.updateInterval());
    for (ImageLayer layer : image.layers()) {
      double unit = layer.real("unit");
      double decay = layer.integer("current_decay") * unit;
      String to = "population " + layer.to();
      model
          .population(
              to,
              layer.size(),
              new Neuron.Lif(
                  layer.integer("theta") * unit,
                  layer.integer("membrane_decay") * unit,
                  0,
                  Neuron.Reset.HARD,
                  0))
          .projection(
              "population " + layer.from(),
              to,
              p -> {
                p.rule(rule(layer.rule())).delivery(Delivery.ARRIVAL).latency(1);
                p.kernel(
                    decay == 0 ? new Kernel.Delta() : new Kernel.Exponential(-1 / Math.log(decay)));
                layer.arrays().forEach(a -> p.set(a.name(), a.reals()));
              });
    }
    return new ToySimulator(model.build(), learning);
  }
}
