package plastron.export.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import plastron.core.run.Input;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.export.kit.ExactRule;
import plastron.export.predict.Computation.Sum;
import plastron.export.predict.Computation.Term;
import plastron.export.predict.ComputedRule.Parameter;
import plastron.export.predict.ComputedRule.SpikeUpdate;
import plastron.export.toy.ToyModels;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;

final class ErrorPredictionProperties {

  /** What computes exactly what the model computes is stated to be right. */
  @Property(tries = 100)
  void anExactChipHasNoError(
      @ForAll @IntRange(max = 100) int which,
      @ForAll @LongRange(min = 1, max = 1000) long seed,
      @ForAll @DoubleRange(min = 0, max = 0.95) double decay,
      @ForAll boolean counted) {
    String rule = Catalogue.windowed().get(which % Catalogue.windowed().size()).name();
    PlasticModel model = model(rule, counted ? new RateEstimator.Boxcar() : trace(decay));
    if (!model.graph().isPlastic()) {
      return;
    }
    StatedError stated = state(model, exact(model), seed);
    assertThat(stated.rms()).isLessThanOrEqualTo(1e-5 * Math.max(stated.fullScale(), 1e-3));
  }

  /** A chip whose traces hold the spikes of their step, and which takes them off again. */
  @Property(tries = 20)
  void singleSpikesAreFollowedInTheirSteps(@ForAll @LongRange(min = 1, max = 1000) long seed) {
    PlasticModel drawn = model("stdp", new RateEstimator.Boxcar());
    PlasticProjection own = drawn.graph().projections().getFirst();
    Map<String, double[][]> parameters = new TreeMap<>(own.parameters());
    // Bounds clip after each of the two updates of a step, a chip once.
    parameters.put("A_plus", new double[][] {{0.001}});
    parameters.put("A_minus", new double[][] {{0.002}});
    PlasticProjection first = own.withParameters(parameters);
    List<PlasticProjection> projections = new ArrayList<>(drawn.graph().projections());
    projections.set(0, first);
    PlasticModel model = drawn.withProjections(projections);
    double up = first.parameter("A_plus")[0][0];
    double down = first.parameter("A_minus")[0][0];
    double decay = first.rule().timing().traces().getFirst().decay();
    List<ComputedTrace> traces =
        List.of(
            ComputedTrace.decaying("x", Axis.PRE, decay, 1, Grid.EXACT, Grid.EXACT),
            ComputedTrace.decaying("x0", Axis.PRE, 0, 1, Grid.EXACT, Grid.EXACT),
            ComputedTrace.decaying("y", Axis.POST, decay, 1, Grid.EXACT, Grid.EXACT),
            ComputedTrace.decaying("y0", Axis.POST, 0, 1, Grid.EXACT, Grid.EXACT));
    Sum onPre = Sum.of(Grid.EXACT, Term.of(-down, "y"), Term.of(down, "y0"));
    Sum onPost = Sum.of(Grid.EXACT, Term.of(up, "x"), Term.of(-up, "x0"));
    Sum atEnd = Sum.of(Grid.EXACT);
    Bounds bounds = first.rule().symbol("E").orElseThrow().bounds();
    ComputedRule exact =
        new ComputedRule(
            traces,
            List.of(),
            List.of(),
            List.of(new Parameter("alpha", Axis.SYNAPSE, first.parameter("alpha"))),
            List.of(),
            List.of(),
            List.of(
                new SpikeUpdate(
                    "E", onPre, onPost, atEnd, Grid.EXACT.within(bounds.low(), bounds.high()))),
            Sum.of(Grid.EXACT, Term.of(1, "alpha", "E")));
    StatedError stated = state(model, exact, seed);
    assertThat(stated.fullScale()).isPositive();
    assertThat(stated.rms()).isLessThanOrEqualTo(1e-5 * Math.max(stated.fullScale(), 1e-3));
  }

  /** What comes from outside is that of the example, for each neuron or for all. */
  @Property(tries = 20)
  void whatIsGivenIsFollowed(
      @ForAll @LongRange(min = 1, max = 1000) long seed, @ForAll boolean perNeuron) {
    PlasticModel plain = model("dp-linear", new RateEstimator.Boxcar());
    Clock clock = plain.graph().clock();
    PlasticProjection own = plain.graph().projections().getFirst();
    PlasticityRule rule =
        Catalogue.find("ndp-linear")
            .orElseThrow()
            .build(
                RuleOptions.paper()
                    .modulatedBy(
                        perNeuron
                            ? new ModulatorSource.ExternalVector()
                            : new ModulatorSource.ExternalScalar()));
    PlasticProjection told =
        new PlasticProjection(
            own.name(),
            own.from(),
            own.to(),
            own.kernel(),
            own.delivery(),
            own.place(),
            own.latency(),
            rule,
            Map.of("M", "reward"),
            own.parameters());
    PlasticModel model = plain.withProjections(List.of(told));
    SplittableRandom random = new SplittableRandom(seed);
    double[][] values = new double[80 / clock.updateInterval()][perNeuron ? 5 : 1];
    for (double[] window : values) {
      Arrays.setAll(window, i -> 2 * random.nextDouble() - 1);
    }
    List<SpikeRaster> spikes = List.of(ToyModels.noise(80, 6, 0.3, seed));
    Input given = new Input(spikes, Map.of("reward", Signal.perNeuron(values)));
    SortedMap<Integer, ComputedRule> rules = new TreeMap<>();
    rules.put(
        0,
        ExactRule.of(
            RuleDerivation.of(rule),
            own.parameters(),
            clock.rates(),
            clock.referenceRate(),
            clock.updateInterval()));
    StatedError stated =
        ErrorPrediction.of(model, List.of("layer1"), rules, clock.updateInterval(), List.of(given))
            .getFirst()
            .stated();
    assertThat(stated.fullScale()).isPositive();
    assertThat(stated.rms()).isLessThanOrEqualTo(1e-5 * Math.max(stated.fullScale(), 1e-3));
  }

  /** Steps of a state are seen, as large as they are. */
  @Property(tries = 50)
  void roundingIsSeen(@ForAll @LongRange(min = 1, max = 1000) long seed) {
    PlasticModel model = model("dp-linear", new RateEstimator.Boxcar());
    ComputedRule exact = exact(model);
    double step = 0.01;
    Computation.Sum rounded =
        new Computation.Sum(exact.plastic().terms(), Grid.of(step, Grid.Rounding.NEAREST));
    ComputedRule coarse =
        new ComputedRule(
            exact.traces(),
            exact.filters(),
            exact.externals(),
            exact.parameters(),
            exact.signals(),
            exact.updates(),
            rounded);
    StatedError stated = state(model, coarse, seed);
    assertThat(stated.rms()).isBetween(0.0, 2 * step / 2);
    assertThat(stated.systematic()).isLessThan(1e-6);
    assertThat(stated.rms() > 0).isEqualTo(stated.fullScale() > 0);
  }

  /** One busy example among silent ones tells nothing about others. */
  @Example
  void examplesThatDifferAreNoGroundForAStatement() {
    PlasticModel model = model("dp-linear", new RateEstimator.Boxcar());
    List<SpikeRaster> alike =
        IntStream.range(0, 9).mapToObj(e -> ToyModels.noise(80, 6, 0.3, e)).toList();
    List<SpikeRaster> odd = new ArrayList<>(Collections.nCopies(8, new SpikeRaster(80, 6)));
    odd.add(alike.getFirst());
    assertThat(predict(model, exact(model), alike).isTypical()).isTrue();
    assertThat(predict(model, exact(model), odd).spread()).isInfinite();
    assertThat(predict(model, exact(model), odd).isTypical()).isFalse();
  }

  private static RateEstimator trace(double decay) {
    return new RateEstimator.ExponentialTrace(decay);
  }

  private static PlasticModel model(String rule, RateEstimator rates) {
    return ToyModels.with(ToyModels.inForm(6, 5, rule), new Clock(8, rates, 0.5));
  }

  private static ComputedRule exact(PlasticModel model) {
    PlasticProjection first = model.graph().projections().getFirst();
    Clock clock = model.graph().clock();
    return ExactRule.of(
        RuleDerivation.of(first.rule()),
        first.parameters(),
        clock.rates(),
        clock.referenceRate(),
        clock.updateInterval());
  }

  private static StatedError state(PlasticModel model, ComputedRule rule, long seed) {
    return predict(model, rule, List.of(ToyModels.noise(80, 6, 0.3, seed))).stated();
  }

  private static PredictedError predict(
      PlasticModel model, ComputedRule rule, List<SpikeRaster> examples) {
    SortedMap<Integer, ComputedRule> rules = new TreeMap<>();
    rules.put(0, rule);
    return ErrorPrediction.of(
            model,
            List.of("layer1"),
            rules,
            model.graph().clock().updateInterval(),
            Input.each(examples))
        .getFirst();
  }
}
