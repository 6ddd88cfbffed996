package plastron.export.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import plastron.core.network.Connectivity;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.SynapseRows;
import plastron.core.network.Values;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.HardwareForm;
import plastron.export.profile.KernelForm;
import plastron.export.profile.NeuronForm;
import plastron.export.profile.UpdateIntervals;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.ProjectionBuilder;
import plastron.plasticity.rate.kind.Gru;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;
import plastron.plasticity.rule.SignalDrive;

/**
 * What the compiler refuses on any chip by codes of the chip's prefix, each from both sides of its
 * limit: part of {@link ChipProfileContract}. Limits are those of the chip's own form; what a chip
 * takes in every form has no limit there. Long, because every code takes a model of its own.
 */
public interface PipelineRefusals {

  /** The profile. */
  ChipProfile<?, ?> profile();

  private EdgeModels models() {
    return new EdgeModels(profile());
  }

  private String code(String suffix) {
    return profile().codePrefix() + suffix;
  }

  /** A setting that the chip has, and one that none has. */
  @Example
  default void settings() {
    Set<String> known =
        profile().settings().entrySet().stream()
            .flatMap(
                s ->
                    models()
                        .codes(models().plain(), chosen(s.getKey(), s.getValue().getFirst()))
                        .stream())
            .collect(Collectors.toSet());
    CodeEdge.of(
        code("-SETTING"), known, models().codes(models().plain(), chosen("no-such-setting", "1")));
  }

  private static ExportOptions chosen(String setting, String value) {
    return new ExportOptions(1, Map.of(setting, value));
  }

  /** A bias that is a constant, and one that follows a signal. */
  @Example
  default void drives() {
    Neuron.Lif lif = models().lif();
    Neuron biased =
        new Neuron.Lif(
            lif.theta(), lif.decay(), Values.of(0.25), lif.reset(), lif.refractorySteps());
    CodeEdge.of(
        code("-DRIVE"),
        models().codes(models().with(biased)),
        models()
            .codes(
                models()
                    .and(
                        m ->
                            m.drive(
                                "x",
                                Drive.Target.BIAS,
                                d -> d.rule(SignalDrive.rule()).source(SignalDrive.SIGNAL, "s")))));
  }

  /** No rate block, and one. */
  @Example
  default void modules() {
    CodeEdge.of(
        code("-MODULE"),
        models().codes(models().plain()),
        models().codes(models().and(m -> m.module("memory", new Gru(8, 2), b -> b.rates("x")))));
  }

  /** All synapses, and all but one. */
  @Example
  default void synapsesThatAreMissing() {
    CodeEdge.of(
        code("-SPARSE"),
        models().codes(models().with(p -> p.connectivity(to(8)))),
        models().codes(models().with(p -> p.connectivity(to(7)))));
  }

  /** The last neuron reaches this many. */
  private static Connectivity to(int last) {
    int[][] rows = new int[6][];
    Arrays.setAll(rows, j -> IntStream.range(0, j == 5 ? last : 8).toArray());
    return new Connectivity.Rows(SynapseRows.of(rows, 8));
  }

  /** A further source, and neurons in its place. */
  @Example
  default void populationsThatNothingLeadsTo() {
    CodeEdge.of(
        code("-UNREACHED"),
        models().codes(models().and(m -> m.source("b", 2))),
        models().codes(models().and(m -> m.population("b", 2, models().lif()))));
  }

  /** Two projections with one kernel, and with two. */
  @Example
  default void kernelsOfANeuron() {
    if (profile().form().kernels().contains(KernelForm.EXPONENTIAL)) {
      CodeEdge.of(code("-KERNELS"), models().codes(twice(5)), models().codes(twice(6)));
    }
  }

  private PlasticModel twice(double tau) {
    Consumer<ProjectionBuilder> how = p -> p.named("second").kernel(new Kernel.Exponential(tau));
    return models().and(m -> m.source("b", 2).projection("b", "x", models().inForm(how)));
  }

  /** What is longer than the longest interval by up to a twentieth of itself is rounded to it. */
  @Example
  default void intervals() {
    UpdateIntervals intervals = profile().form().intervals();
    long most = (long) intervals.maxMantissa() << intervals.maxExponent();
    int inside = (int) (most * 20 / 19);
    CodeEdge.of(
        code("-DT-ROUND"), models().codes(every(inside)), models().codes(every(inside + 1)));
  }

  private PlasticModel every(int steps) {
    return models().and(m -> m.updateEvery(steps));
  }

  /** Neurons with other equations than the chip's. */
  @Example
  default void neuronsOfOtherKinds() {
    Neuron.Lif lif = models().lif();
    Neuron.Reset other =
        lif.reset() == Neuron.Reset.HARD ? Neuron.Reset.SUBTRACT_THRESHOLD : Neuron.Reset.HARD;
    Set<String> inside = models().codes(models().plain());
    refused(new Neuron.Srm(1, new Kernel.Alpha(2), 1))
        .forEach(past -> CodeEdge.of(code("-SRM"), inside, past));
    refused(new Neuron.LeakyIntegrator(Values.of(0.9), Values.of(0)))
        .forEach(past -> CodeEdge.of(code("-READOUT"), inside, past));
    refused(new Neuron.AdaptiveLif(lif, 0.5, 0.99))
        .forEach(past -> CodeEdge.of(code("-ADAPTIVE"), inside, past));
    refused(new Neuron.Lif(lif.theta(), lif.decay(), lif.bias(), other, lif.refractorySteps()))
        .forEach(past -> CodeEdge.of(code("-RESET"), inside, past));
  }

  /** What is said of a neuron; nothing if the chip runs its like. */
  private Stream<Set<String>> refused(Neuron neuron) {
    return profile().form().neurons().contains(NeuronForm.of(neuron))
        ? Stream.of()
        : Stream.of(models().codes(models().with(neuron)));
  }

  /** A kernel of the chip's, and the alpha function where that is none. */
  @Example
  default void kernels() {
    if (!profile().form().kernels().contains(KernelForm.ALPHA)) {
      CodeEdge.of(
          code("-SRM"),
          models().codes(models().plain()),
          models().codes(models().with(p -> p.kernel(new Kernel.Alpha(5)))));
    }
  }

  /** The most steps that a potential is held, and one more; the fewest, and one less. */
  @Example
  default void refractorySteps() {
    HardwareForm form = profile().form();
    CodeEdge.of(
        code("-REFRACTORY"),
        models().codes(held(form.maxRefractorySteps())),
        models().codes(held(form.maxRefractorySteps() + 1)));
    if (form.minRefractorySteps() > 0) {
      CodeEdge.of(
          code("-REFRACTORY"),
          models().codes(held(form.minRefractorySteps())),
          models().codes(held(form.minRefractorySteps() - 1)));
    }
  }

  private PlasticModel held(int steps) {
    Neuron.Lif lif = models().lif();
    return models().with(new Neuron.Lif(lif.theta(), lif.decay(), lif.bias(), lif.reset(), steps));
  }

  /** Neurons that are the same one by one, and one that is not. */
  @Example
  default void neuronsThatDiffer() {
    double[] thresholds = new double[8];
    Arrays.fill(thresholds, 1);
    Set<String> inside = models().codes(of(thresholds));
    thresholds[7] = 1.001;
    CodeEdge.of(code("-PER-NEURON"), inside, models().codes(of(thresholds)));
  }

  private PlasticModel of(double[] thresholds) {
    Neuron.Lif lif = models().lif();
    return models()
        .with(
            new Neuron.Lif(
                Values.perNeuron(thresholds),
                lif.decay(),
                lif.bias(),
                lif.reset(),
                lif.refractorySteps()));
  }

  /** The axes of the plasticity coefficient that the chip stores, and those that it does not. */
  @Example
  default void axesOfAlpha() {
    Set<Axis> stored = profile().form().alphaAxes();
    for (Axis axis : List.of(Axis.GLOBAL, Axis.PRE, Axis.POST, Axis.SYNAPSE)) {
      if (!stored.contains(axis)) {
        for (Axis other : stored) {
          CodeEdge.of(code("-ALPHA-AXIS"), models().codes(of(other)), models().codes(of(axis)));
        }
      }
    }
  }

  private PlasticModel of(Axis alphas) {
    RuleBuilder rule = PlasticityRule.named("alpha");
    Symbol x = rule.activity("x", Axis.PRE);
    Symbol y = rule.activity("y", Axis.POST);
    Symbol w = rule.parameter("W", Axis.SYNAPSE, Bounds.NONE, "W");
    Symbol alpha = rule.parameter("alpha", alphas, Bounds.NONE, "a");
    Symbol eta = rule.parameter("eta", Axis.GLOBAL, Bounds.UNIT, "e");
    Symbol e = rule.state("E", Axis.SYNAPSE, Bounds.symmetric(2), "E");
    rule.update(e, Expr.sum(Expr.ref(e), Expr.neg(Expr.product(eta, e)), Expr.product(eta, y, x)));
    PlasticityRule built = rule.weight(Expr.sum(Expr.ref(w), Expr.product(alpha, e)));
    return models().model(models().lif(), p -> p.rule(built), m -> m);
  }

  /** A rule whose two modulators are the rates of one population, and of two. */
  @Example
  default void modulatingPopulations() {
    CodeEdge.of(
        code("-MODULATORS"), models().codes(modulated("b")), models().codes(modulated("c")));
  }

  private PlasticModel modulated(String second) {
    PlasticityRule rule =
        Catalogue.find("ndp-elig-decay")
            .orElseThrow()
            .build(
                RuleOptions.paper()
                    .modulatedBy(new ModulatorSource.Layer(1))
                    .decayModulatedBy(new ModulatorSource.Layer(2)));
    return models()
        .model(
            models().lif(),
            p -> p.rule(rule).source("m", "b").source("n", second),
            m -> m.source("b", 3).source("c", 3));
  }

  /** The steps to the first effect of a spike, and one more. */
  @Example
  default void latencies() {
    int most = profile().form().latency();
    CodeEdge.of(
        code("-LATENCY"),
        models().codes(models().with(p -> p.latency(most))),
        models().codes(models().with(p -> p.latency(most + 1))));
  }

  /** Plastic weights may reach 1e9 in calibration. */
  @Example
  default void plasticWeightsThatDiverge() {
    CodeEdge.between(
        code("-DIVERGES"),
        alpha -> models().codes(models().with(p -> p.set("alpha", alpha))),
        1e6,
        1e14);
  }

  /** Two of eight neurons lose all that they receive: half of it, neuron by neuron. */
  @Example
  default void weightsBelowTheSteps() {
    CodeEdge.of(code("-ZERO"), models().codes(vanishing(1)), models().codes(vanishing(2)));
  }

  private PlasticModel vanishing(int neurons) {
    double[][] weights = new double[6][8];
    for (double[] row : weights) {
      Arrays.setAll(row, i -> i < neurons ? 1e-30 : 0.2);
    }
    return models().model(models().lif(), p -> p.set("W", weights), m -> m);
  }
}
