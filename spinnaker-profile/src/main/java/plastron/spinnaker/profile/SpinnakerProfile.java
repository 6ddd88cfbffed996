package plastron.spinnaker.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.rule.PlasticityRule;
import plastron.spinnaker.legal.CoreRule;
import plastron.spinnaker.program.ImageDecoder;
import plastron.spinnaker.program.LayerImage;
import plastron.spinnaker.program.RateProgram;
import plastron.spinnaker.program.RuleDecoder;
import plastron.spinnaker.program.SpinnakerProgram;
import plastron.spinnaker.range.SpinnakerRanges;
import plastron.spinnaker.run.SpinnakerCores;
import plastron.spinnaker.run.SpinnakerCosts;
import plastron.spinnaker.run.SpinnakerCounters;
import plastron.spinnaker.scale.LayerDiagnostics;
import plastron.spinnaker.scale.LayerScales;

/**
 * SpiNNaker 1 with sPyNNaker's {@code IF_curr_exp} neurons and our plastic kernels. A step is a
 * millisecond; every learning rule runs in sweep mode at the end of an interval; weights are
 * delivered as they are when a spike comes, one step later.
 */
public final class SpinnakerProfile implements ChipProfile<CoreRule, SpinnakerProgram> {

  static final String NAME = "spinnaker1";

  /** t_refract is s16.15. */
  private static final int MAX_REFRACTORY = 65535;

  /** Coefficients are n/65536; from 64 of them on, a rate is right to 1 %. */
  private static final Bounds LEARNING_RATES = new Bounds(0x1p-10, 1 - 0x1p-10);

  /** For the service loader. */
  public SpinnakerProfile() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return "SpiNNaker 1";
  }

  @Override
  public String codePrefix() {
    return "S";
  }

  @Override
  public List<Limit> limits() {
    return CoreLimits.ALL;
  }

  @Override
  public CoreGrid cores() {
    return CoreLimits.GRID;
  }

  @Override
  public HardwareForm form() {
    return new HardwareForm(
        List.of(NeuronForm.LIF_HARD_RESET),
        0,
        MAX_REFRACTORY,
        List.of(KernelForm.EXPONENTIAL, KernelForm.DELTA),
        Delivery.ARRIVAL,
        1,
        List.of(RateForm.BOXCAR, RateForm.EXPONENTIAL),
        Set.of(Axis.SYNAPSE, Axis.POST, Axis.PRE, Axis.GLOBAL),
        new UpdateIntervals(RateProgram.MAX_STEPS, 0),
        LEARNING_RATES,
        List.of(
            "A plastic layer has at most 126 neurons a core; one that modulates itself must fit on"
                + " one core.",
            "All numbers have 16 bits: keep eta above 0.001 and rates well above 2^-15."));
  }

  @Override
  public RuleExplanation explain(PlasticityRule rule) {
    return RuleWording.explain(rule);
  }

  @Override
  public Optional<CoreRule> legalize(ValidLayer layer, Diagnostics diagnostics) {
    return new LayerCheck(layer, LayerDiagnostics.of(layer, diagnostics)).check();
  }

  @Override
  public List<ScaledLayer<SpinnakerProgram>> chooseScales(
      List<CalibratedLayer<CoreRule>> population, Diagnostics diagnostics) {
    return LayerScales.choose(population, diagnostics);
  }

  @Override
  public Optional<ComputedRule> computed(QuantizedLayer<SpinnakerProgram> layer) {
    return layer.program().plastic().map(learned -> RuleDecoder.decode(layer, learned));
  }

  @Override
  public Optional<ComputedNetwork> computed(ChipImage image) {
    return Optional.of(ImageDecoder.decode(image));
  }

  @Override
  public Demand demand(List<QuantizedLayer<SpinnakerProgram>> population, int neurons) {
    return SpinnakerDemand.of(population, neurons);
  }

  /** A population that modulates itself needs all its rates on one core. */
  @Override
  public boolean mayCut(List<QuantizedLayer<SpinnakerProgram>> population) {
    return population.stream()
        .flatMap(layer -> layer.program().plastic().stream())
        .flatMap(plastic -> plastic.modulating().stream())
        .noneMatch(axis -> axis == Axis.POST);
  }

  @Override
  public MappedModel lower(PlacedModel<SpinnakerProgram> model, Diagnostics diagnostics) {
    for (PlacedModel.Placement placement : model.placements()) {
      long cycles = placement.slice().demand().of("cycles");
      if (cycles > 0.7 * CoreLimits.CYCLES) {
        diagnostics.warn(
            "S-LOAD",
            "population "
                + model.source().outline().populations().get(placement.slice().population()),
            "neurons %d to %d need about %d of %d cycles a step."
                .formatted(
                    placement.slice().from(), placement.slice().to(), cycles, CoreLimits.CYCLES),
            "Maybe slow the machine down with a time scale factor.");
      }
    }
    List<String> signals = List.copyOf(model.source().outline().signals().keySet());
    return new MappedModel(
        model.source().layers().stream().map(l -> LayerImage.write(l, signals)).toList(),
        Map.of("time_step_us", 1000L));
  }

  @Override
  public List<AccumulatorRange> ranges(ChipImage image) {
    return SpinnakerRanges.of(image);
  }

  @Override
  public Optional<ChipCosts> costs(ChipImage image) {
    return Optional.of(SpinnakerCosts.of(image));
  }

  @Override
  public List<Counter> counters() {
    return SpinnakerCounters.ALL;
  }

  /** Nothing is random on this chip as long as rounding is to nearest: the seed changes nothing. */
  @Override
  public Emulator emulator(ChipImage image, boolean learning, long seed) {
    return new ImageEmulator(image, new SpinnakerCores(image, learning), seed);
  }
}
