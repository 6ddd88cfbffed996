package plastron.loihi.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plastron.core.ledger.Departure;
import plastron.core.network.Delivery;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.image.ChipImage;
import plastron.export.operation.ChipCosts;
import plastron.export.predict.ComputedNetwork;
import plastron.export.predict.ComputedRule;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.CoreGrid;
import plastron.export.profile.Counter;
import plastron.export.profile.Emulator;
import plastron.export.profile.HardwareForm;
import plastron.export.profile.ImageEmulator;
import plastron.export.profile.KernelForm;
import plastron.export.profile.NeuronForm;
import plastron.export.profile.RateForm;
import plastron.export.profile.RuleExplanation;
import plastron.export.profile.UpdateIntervals;
import plastron.export.range.AccumulatorRange;
import plastron.export.resource.Demand;
import plastron.export.resource.Limit;
import plastron.export.stage.CalibratedLayer;
import plastron.export.stage.MappedModel;
import plastron.export.stage.PlacedModel;
import plastron.export.stage.QuantizedLayer;
import plastron.export.stage.ScaledLayer;
import plastron.export.stage.ValidLayer;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.chip.TraceWriter;
import plastron.loihi.computed.ComputedImage;
import plastron.loihi.computed.ComputedLayer;
import plastron.loihi.legal.LegalRule;
import plastron.loihi.legal.Legalizer;
import plastron.loihi.legal.Outcome;
import plastron.loihi.program.Epoch;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.TraceScale;
import plastron.loihi.program.WeightFormat;
import plastron.loihi.random.RandomSources;
import plastron.loihi.range.LoihiRanges;
import plastron.loihi.run.ImageKeys;
import plastron.loihi.run.LoihiCores;
import plastron.loihi.run.LoihiCosts;
import plastron.loihi.run.LoihiCounters;
import plastron.loihi.scale.coefficient.ScaleChoice;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.PlasticityRule;

/**
 * A chip of the Loihi family; what its members share. Long, because it answers all that the
 * compiler asks of a chip.
 */
@Departure(
    from = "nengo-loihi",
    what = "Static and plastic synapses never share a core; here they may.",
    reason = "Lava does the same; a warning says so (L-MIX).",
    test = "LedgerDocumentTest.staticAndPlasticSynapsesOnACoreAreAWarning")
public abstract sealed class LoihiProfile implements ChipProfile<LegalRule, LoihiProgram>
    permits Loihi1, Loihi1Assisted, Loihi1Reward, Loihi1AssistedReward, Loihi2 {

  /** Epochs have 6 bits, decimation one digit (Lava, W_EPOCH_TIME and the syntax of u). */
  private static final UpdateIntervals INTERVALS = new UpdateIntervals(63, 9);

  /** A decay term's coefficient is m*2^e with e of at least -7 ({@code Product.EXPONENT_MIN}). */
  private static final Bounds LEARNING_RATES = new Bounds(0x1p-7, 1 - 0x1p-7);

  private final LoihiChip chip;

  LoihiProfile(LoihiChip chip) {
    this.chip = chip;
  }

  @Override
  public String name() {
    return chip.name();
  }

  @Override
  public String title() {
    return chip.title();
  }

  @Override
  public String codePrefix() {
    return "L";
  }

  @Override
  public List<Limit> limits() {
    return chip.limits();
  }

  @Override
  public CoreGrid cores() {
    return new CoreGrid(chip.cores(), chip.chips());
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
        RateForm.EXPONENTIAL,
        Set.of(Axis.SYNAPSE, Axis.POST, Axis.GLOBAL),
        INTERVALS,
        LEARNING_RATES,
        List.of(
            "Update intervals that are powers of two up to 512 give epochs of one step, whose"
                + " traces miss no spike.",
            "Learning rates of at least 2^-7 are exact to 1 %.",
            "Train without a bias: it is the same for all neurons here."));
  }

  @Override
  public Map<String, List<String>> settings() {
    return Map.of(
        LoihiArithmetic.SETTING, LoihiArithmetic.names(),
        WeightFormat.SETTING, WeightFormat.choices(),
        TraceScale.SETTING, TraceScale.choices());
  }

  @Override
  public boolean roundsAtRandom() {
    return true;
  }

  @Override
  public RuleExplanation explain(PlasticityRule rule) {
    return new RuleExplainer(chip).explain(rule);
  }

  @Override
  public Optional<LegalRule> legalize(ValidLayer layer, Diagnostics diagnostics) {
    Outcome outcome = Legalizer.legalize(layer.rule(), chip, symbol -> isUniform(layer, symbol));
    outcome
        .refusals()
        .forEach(r -> diagnostics.refuse(r.code(), layer.subject(), r.message(), r.wayOut()));
    if (chip.writer() != TraceWriter.NEURONS
        && outcome.rule().filter(LegalRule::isPlastic).isPresent()) {
      diagnostics.warn(
          "L-MIX",
          layer.subject(),
          "static and plastic synapses share a core; nengo-loihi does not do that, Lava does.",
          "");
    }
    return outcome.rule();
  }

  /** The same for all neurons; of a matrix towards neurons, a row for each sender. */
  private static boolean isUniform(ValidLayer layer, Symbol symbol) {
    double[][] values = layer.parameter(symbol);
    boolean isVector = symbol.axis().isPolynomial();
    for (double[] row : values) {
      for (double value : row) {
        if (value != (isVector ? values[0][0] : row[0])) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public List<ScaledLayer<LoihiProgram>> chooseScales(
      List<CalibratedLayer<LegalRule>> population, Diagnostics diagnostics) {
    return chooseScales(population, List.of(), diagnostics);
  }

  @Override
  public List<Integer> scaleChoices(List<CalibratedLayer<LegalRule>> population) {
    boolean learns = population.stream().anyMatch(l -> l.rule().isPlastic());
    boolean reaches = population.stream().anyMatch(l -> l.rule().mayReachLess());
    boolean loses =
        population.stream()
            .anyMatch(
                l ->
                    l.rule().isPlastic()
                        && !l.rule().isTimed()
                        && l.source().rule().rule().symbols(Role.EXTERNAL).isEmpty());
    return learns ? ScaleChoice.options(epoch(population), reaches, loses) : List.of();
  }

  @Override
  public List<ScaledLayer<LoihiProgram>> chooseScales(
      List<CalibratedLayer<LegalRule>> population, List<Integer> options, Diagnostics diagnostics) {
    return new GroupChoice(population, chip, ScaleChoice.of(options)).scale(diagnostics);
  }

  private static Epoch epoch(List<CalibratedLayer<LegalRule>> population) {
    return Epoch.of(population.getFirst().source().updateInterval());
  }

  @Override
  public Optional<ComputedRule> computed(QuantizedLayer<LoihiProgram> layer) {
    return ComputedLayer.of(layer);
  }

  @Override
  public Optional<ComputedNetwork> computed(ChipImage image) {
    return Optional.of(new ComputedImage(image, chip).network());
  }

  @Override
  public Demand demand(List<QuantizedLayer<LoihiProgram>> population, int neurons) {
    return LoihiDemand.of(population, neurons, chip);
  }

  @Override
  public Demand routes(int neurons, int destinations) {
    return new Demand(Map.of(LoihiChip.OUTPUT_AXONS, (long) neurons * destinations));
  }

  @Override
  public boolean mayCut(List<QuantizedLayer<LoihiProgram>> population) {
    return true;
  }

  @Override
  public MappedModel lower(PlacedModel<LoihiProgram> model, Diagnostics diagnostics) {
    return Lowering.lower(model, chip, diagnostics);
  }

  @Override
  public List<AccumulatorRange> ranges(ChipImage image) {
    return LoihiRanges.of(image);
  }

  @Override
  public Optional<ChipCosts> costs(ChipImage image) {
    return Optional.of(LoihiCosts.of(image, chip.writer() != TraceWriter.NEURONS));
  }

  @Override
  public List<Counter> counters() {
    return LoihiCounters.ALL;
  }

  @Override
  public Emulator emulator(ChipImage image, boolean learning, long seed) {
    return new ImageEmulator(
        image,
        new LoihiCores(
            image, ImageKeys.arithmetic(image), learning, RandomSources.independent(seed)),
        seed);
  }

  /** How a rule legalizes when parameters of neurons differ from neuron to neuron. */
  static Outcome legalize(PlasticityRule rule, LoihiChip chip) {
    return Legalizer.legalize(RuleDerivation.of(rule), chip, symbol -> false);
  }
}
