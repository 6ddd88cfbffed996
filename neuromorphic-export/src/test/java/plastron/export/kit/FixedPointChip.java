package plastron.export.kit;

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
import plastron.export.fixedpoint.FixedFormat;
import plastron.export.fixedpoint.Rounding;
import plastron.export.fixedpoint.Scale;
import plastron.export.fixedpoint.ScaledArray;
import plastron.export.fixedpoint.Shifts;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.predict.ComputedRule;
import plastron.export.predict.Grid;
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
import plastron.export.stage.CalibratedLayer;
import plastron.export.stage.MappedModel;
import plastron.export.stage.PlacedModel;
import plastron.export.stage.QuantizedLayer;
import plastron.export.stage.ScaledLayer;
import plastron.export.stage.ValidLayer;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.ModelBuilder;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;

/**
 * A chip to start from: it holds parameters in as many bits as their range asks for, states on a
 * format, and computes everything between exactly; no sums over synapses, no functions, no signals
 * from outside, chains of populations. A chip of one's own says its name, its limits, its format
 * and how it rounds. Long, because a profile answers everything that the compiler asks.
 */
public abstract class FixedPointChip implements ChipProfile<RuleDerivation, FixedPointProgram> {

  /** The form of networks. */
  static final HardwareForm FORM =
      new HardwareForm(
          List.of(NeuronForm.LIF_HARD_RESET),
          0,
          0,
          List.of(KernelForm.EXPONENTIAL, KernelForm.DELTA),
          Delivery.ARRIVAL,
          1,
          RateForm.BOXCAR,
          Set.of(Axis.SYNAPSE, Axis.POST, Axis.GLOBAL),
          new UpdateIntervals(7, 4),
          Bounds.UNIT,
          List.of());

  private static final double ONE = 65536;

  /** Bits of a parameter, its sign included, 2 to 31. */
  protected int parameterBits() {
    return 8;
  }

  /** What every state is held in, in the units of the rule; empty if states are exact. */
  protected Optional<FixedFormat> states() {
    return Optional.empty();
  }

  /** How the compiler takes the chip to round states: what it states errors of. */
  protected Grid.Rounding rounding() {
    return Grid.Rounding.NEAREST;
  }

  /**
   * How the emulated chip rounds states: {@code value / 2^bits} as an integer. What is stated holds
   * if this rounds as {@link #rounding} says.
   */
  protected long shifted(long value, int bits) {
    return Shifts.nearest(value, bits);
  }

  @Override
  public CoreGrid cores() {
    return new CoreGrid(16, 8);
  }

  @Override
  public HardwareForm form() {
    return FORM;
  }

  @Override
  public RuleExplanation explain(PlasticityRule rule) {
    if (rule.isTimed()) {
      return new RuleExplanation(false, List.of("single spikes change nothing"));
    }
    boolean runs =
        RuleDerivation.of(rule).signals().stream()
            .allMatch(RuleDerivation.PolynomialStep.class::isInstance);
    return new RuleExplanation(
        runs, List.of(runs ? "as it is" : "sums over synapses and functions are missing"));
  }

  @Override
  public Optional<RuleDerivation> legalize(ValidLayer layer, Diagnostics diagnostics) {
    if (layer.rule().rule().isTimed()) {
      diagnostics.refuse(
          codePrefix() + "-TIMING",
          layer.subject(),
          "the rule changes states in the steps of single spikes.",
          "Maybe train with dp-linear.");
      return Optional.empty();
    }
    for (RuleDerivation.SignalStep step : layer.rule().signals()) {
      if (step instanceof RuleDerivation.DotStep dot) {
        diagnostics.refuse(
            codePrefix() + "-DOT",
            layer.subject(),
            "the term %s.%s is a sum over synapses.".formatted(dot.matrix(), dot.vector()),
            "Maybe train with dp-linear.");
        return Optional.empty();
      }
      if (step instanceof RuleDerivation.FunctionStep function) {
        diagnostics.refuse(
            codePrefix() + "-FUNCTION",
            layer.subject(),
            "the signal %s is a function (%s)."
                .formatted(function.symbol(), function.function().name()),
            "Maybe train with dp-linear.");
        return Optional.empty();
      }
    }
    return Optional.of(layer.rule());
  }

  @Override
  public List<ScaledLayer<FixedPointProgram>> chooseScales(
      List<CalibratedLayer<RuleDerivation>> population, Diagnostics diagnostics) {
    return population.stream().map(this::scaled).toList();
  }

  private ScaledLayer<FixedPointProgram> scaled(CalibratedLayer<RuleDerivation> layer) {
    ValidLayer source = layer.source();
    List<ScaledArray> arrays = new ArrayList<>();
    source
        .projection()
        .parameters()
        .forEach(
            (name, values) -> {
              double largest = layer.ranges().symbol(name).maxAbsolute();
              long most = (1L << (parameterBits() - 1)) - 1;
              double lsb = Math.max(largest, 1e-9) / most;
              arrays.add(
                  new ScaledArray(name, values, new Scale(lsb, -most - 1, most), Rounding.NEAREST));
            });
    FixedPointProgram program =
        new FixedPointProgram(
            FixedPointProgram.text(layer.rule().rule()),
            (int) Math.rint(source.neuron().theta().uniform() * ONE),
            (int) Math.rint(source.neuron().decay().uniform() * ONE),
            (int) Math.rint(source.currentDecay() * ONE),
            source.updateInterval(),
            source.referenceRate());
    return new ScaledLayer<>(
        source.name(),
        source.from(),
        source.to(),
        source.inputs(),
        source.size(),
        layer.rule().rule().name(),
        program,
        arrays);
  }

  @Override
  public Optional<ComputedRule> computed(QuantizedLayer<FixedPointProgram> layer) {
    RuleDerivation rule = RuleDerivation.of(FixedPointProgram.rule(layer.program().rule()));
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    layer.arrays().forEach(a -> parameters.put(a.name(), a.reals()));
    return rule.rule().isPlastic()
        ? Optional.of(
            ExactRule.of(
                rule,
                parameters,
                new RateEstimator.Boxcar(),
                layer.program().referenceRate(),
                layer.program().interval(),
                grid()))
        : Optional.empty();
  }

  private Grid grid() {
    return states()
        .map(f -> Grid.of(f.lsb(), rounding()).within(f.min() * f.lsb(), f.max() * f.lsb()))
        .orElse(Grid.EXACT);
  }

  @Override
  public Demand demand(List<QuantizedLayer<FixedPointProgram>> population, int neurons) {
    long inputs = population.stream().mapToLong(QuantizedLayer::inputs).sum();
    return new Demand(Map.of("synapses", inputs * neurons));
  }

  @Override
  public boolean mayCut(List<QuantizedLayer<FixedPointProgram>> population) {
    return true;
  }

  @Override
  public MappedModel lower(PlacedModel<FixedPointProgram> model, Diagnostics diagnostics) {
    List<ImageLayer> layers = new ArrayList<>();
    for (QuantizedLayer<FixedPointProgram> layer : model.source().layers()) {
      FixedPointProgram program = layer.program();
      layers.add(
          new ImageLayer(
              layer.name(),
              layer.from(),
              layer.to(),
              layer.inputs(),
              layer.size(),
              layer.rule(),
              List.of(program.rule()),
              Map.of(
                  "theta",
                  (long) program.theta(),
                  "membrane_decay",
                  (long) program.membraneDecay(),
                  "current_decay",
                  (long) program.currentDecay()),
              Map.of("unit", 1 / ONE, "reference_rate", program.referenceRate()),
              layer.arrays(),
              List.of("E")));
    }
    return new MappedModel(layers, Map.of("words", 3L));
  }

  @Override
  public List<Counter> counters() {
    return List.of(Counter.harmful(FixedPointEmulator.CLIPS, "a value was clipped"));
  }

  @Override
  public Emulator emulator(ChipImage image, boolean learning, long seed) {
    ModelBuilder model =
        PlasticModel.named(image.model())
            .source("population 0", image.sizes().getFirst())
            .clock(
                new Clock(
                    image.updateInterval(),
                    new RateEstimator.Boxcar(),
                    image.layers().getFirst().real("reference_rate")));
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
                p.named(layer.name());
                p.rule(FixedPointProgram.rule(layer.program().getFirst()))
                    .delivery(Delivery.ARRIVAL)
                    .latency(1);
                p.kernel(
                    decay == 0 ? new Kernel.Delta() : new Kernel.Exponential(-1 / Math.log(decay)));
                layer.arrays().forEach(a -> p.set(a.name(), a.reals()));
              });
    }
    return new FixedPointEmulator(
        model.build(),
        learning,
        states().map(format -> () -> new StateRegister(format, this::shifted)));
  }
}
