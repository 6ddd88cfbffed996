package plastron.plasticity.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Values;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.ProjectionBuilder;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;
import plastron.plasticity.rule.SpikeTrace;

/**
 * Spike-timing rules by numbers that are worked out by hand. Long, because every kind of pair has
 * its own.
 */
class SpikeTimingTest {

  private static final int WINDOW = 10;
  private static final double PLUS = 0.5;
  private static final double MINUS = 0.25;

  @Test
  void aSpikeThatArrivesBeforeStrengthensAndOneAfterWeakens() {
    double gap = Math.exp(-5 / 20.0);
    assertThat(pair(p -> {}, at(3), at(8))).isCloseTo(PLUS * gap, within(1e-6));
    assertThat(pair(p -> {}, at(8), at(3))).isCloseTo(-MINUS * gap, within(1e-6));
  }

  @Test
  void spikesOfTheSameStepSeeOnlyThoseBefore() {
    assertThat(pair(p -> {}, at(5), at(5))).isZero();
    double gap = Math.exp(-4 / 20.0);
    assertThat(pair(p -> {}, at(5, 9), at(5, 9))).isCloseTo((PLUS - MINUS) * gap, within(1e-6));
  }

  @Test
  void allPairsCount() {
    double want = PLUS * (Math.exp(-6 / 20.0) + Math.exp(-2 / 20.0));
    assertThat(pair(p -> {}, at(1, 5), at(7))).isCloseTo(want, within(1e-6));
  }

  @Test
  void aSpikeTakesEffectWhenItHasGoneThroughTheAxon() {
    double arrived = pair(p -> p.latency(4, DelayPlace.AXON), at(3), at(5));
    assertThat(arrived).isCloseTo(-MINUS * Math.exp(-2 / 20.0), within(1e-6));
    double behind = pair(p -> p.latency(4, DelayPlace.DENDRITE), at(3), at(5));
    assertThat(behind).isCloseTo(PLUS * Math.exp(-2 / 20.0), within(1e-6));
  }

  @Test
  void tripletsReadTheSlowTraceOfTheirOwnSide() {
    PlasticRunner runner =
        run(
            p ->
                silent(p.rule("stdp-triplet"))
                    .set("A2_plus", 0.1)
                    .set("A3_plus", 0.2)
                    .set("A2_minus", 0.3)
                    .set("A3_minus", 0.4),
            at(2, 6),
            at(4, 9),
            Map.of());
    // Post at 4, pre at 6, post at 9.
    double first = Math.exp(-2 / 16.8) * 0.1;
    double second = -Math.exp(-2 / 33.7) * (0.3 + 0.4 * Math.exp(-4 / 101.0));
    double x1 = Math.exp(-7 / 16.8) + Math.exp(-3 / 16.8);
    double third = x1 * (0.1 + 0.2 * Math.exp(-5 / 125.0));
    assertThat((double) e(runner)).isCloseTo(first + second + third, within(1e-6));
  }

  @Test
  void dopamineTurnsEligibilityIntoWeights() {
    PlasticityRule rule =
        Catalogue.find("stdp-dopamine")
            .orElseThrow()
            .build(RuleOptions.paper().modulatedBy(new ModulatorSource.ExternalScalar()));
    PlasticRunner runner =
        run(
            p ->
                silent(p.rule(rule))
                    .source("M", "reward")
                    .set("A_plus", PLUS)
                    .set("A_minus", MINUS)
                    .set("eta", 0.5)
                    .set("eta_e", 0.1),
            at(3),
            at(8),
            Map.of("reward", Signal.of(0, 0, 2, -1)));
    double left = PLUS * Math.exp(-5 / 20.0) * 0.9 * 0.9;
    assertThat((double) e(runner)).isCloseTo(0.5 * (2 * left - left * 0.9), within(1e-6));
    assertThat((double) runner.value("in-out", "e")[0][0])
        .isCloseTo(left * 0.9 * 0.9, within(1e-6));
  }

  @Test
  void aTraceThatIsSetKnowsTheLastSpikeAlone() {
    RuleBuilder rule = PlasticityRule.named("nearest");
    Symbol x1 = rule.trace("x1", Axis.PRE, 20, SpikeTrace.Entry.SET, "x_1");
    Symbol e = rule.state("E", Axis.SYNAPSE, Bounds.NONE, "E");
    PlasticityRule nearest =
        rule.onPost(e, Expr.sum(Expr.ref(e), Expr.ref(x1))).weight(Expr.ref(e));
    PlasticRunner runner = run(p -> p.rule(nearest), at(1, 5), at(7), Map.of());
    assertThat((double) e(runner)).isCloseTo(Math.exp(-2 / 20.0), within(1e-6));
  }

  /** 0, on pre 1, on post 2, at the window's end 2 + 2.2 = 6, clipped to 5. */
  @Test
  void withinAStepPreComesBeforePostAndTheWindowLast() {
    RuleBuilder rule = PlasticityRule.named("order");
    Symbol e = rule.state("E", Axis.SYNAPSE, new Bounds(0, 5), "E");
    PlasticityRule ordered =
        rule.onPre(e, Expr.sum(Expr.ref(e), Expr.constant(1)))
            .onPost(e, Expr.sum(Expr.ref(e), Expr.ref(e)))
            .update(e, Expr.sum(Expr.ref(e), Expr.product(e, e)))
            .weight(Expr.product(Expr.constant(0), Expr.ref(e)));
    SpikeRaster both = at(WINDOW - 1);
    PlasticRunner runner = PlasticRunner.of(model(p -> p.rule(ordered)));
    runner.run(new Input(List.of(cut(both), cut(both)), Map.of()));
    assertThat(e(runner)).isEqualTo(5);
  }

  @Test
  void weightsActFromTheNextStepOnAndReturnToRest() {
    PlasticModel model =
        model(
            p ->
                p.rule("stdp")
                    .kernel(new Kernel.Delta())
                    .set("W", 0)
                    .set("alpha", 4)
                    .set("A_plus", PLUS)
                    .set("A_minus", 0));
    PlasticRunner runner = PlasticRunner.of(model).withTraces(true);
    // After the spikes of 1 and 2 the weight is 2 exp(-1/20), above the threshold of 1.
    Input input = new Input(List.of(at(1, 3), at(2)), Map.of());
    Recording recording = runner.run(input);
    assertThat(recording.output().get(1, 0)).isFalse();
    assertThat(recording.output().get(2, 0)).isTrue();
    assertThat(recording.output().get(3, 0)).isTrue();
    assertThat(recording.traces().getFirst().getFirst()[0][0]).isGreaterThan(1);
    runner.reset();
    assertThat(e(runner)).isZero();
    assertThat(runner.run(input).spikes()).isEqualTo(recording.spikes());
  }

  @Test
  void withoutAmplitudesNothingChanges() {
    PlasticModel model =
        model(p -> p.rule("stdp").set("W", 0).set("alpha", 4).set("A_plus", 0).set("A_minus", 0));
    PlasticRunner runner = PlasticRunner.of(model).withTraces(true);
    Recording recording = runner.run(new Input(List.of(at(1, 3), at(2, 5)), Map.of()));
    assertThat(recording.output()).isEqualTo(at(2, 5));
    assertThat(recording.traces().getLast().getFirst()).isDeepEqualTo(new float[1][1]);
    assertThat(e(runner)).isZero();
  }

  @Test
  void neuronsThatNeverSpikeTakeNoSuchRule() {
    assertThatThrownBy(
            () ->
                PlasticModel.named("m")
                    .source("in", 1)
                    .population("out", 1, new Neuron.LeakyIntegrator(Values.of(0.5), Values.of(0)))
                    .projection("in", "out", p -> p.rule("stdp"))
                    .build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "Rule stdp of projection in-out waits for the spikes of population (out), which never"
                + " spikes.");
  }

  @Test
  void onlyDeliveryOnArrivalFits() {
    assertThatThrownBy(() -> model(p -> p.rule("stdp").delivery(Delivery.TRACE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Delivery of projection in-out (TRACE) must be ARRIVAL");
  }

  private static double pair(Consumer<ProjectionBuilder> how, SpikeRaster pre, SpikeRaster post) {
    Consumer<ProjectionBuilder> stdp =
        p -> silent(p.rule("stdp")).set("A_plus", PLUS).set("A_minus", MINUS);
    return e(run(stdp.andThen(how), pre, post, Map.of()));
  }

  private static PlasticRunner run(
      Consumer<ProjectionBuilder> how,
      SpikeRaster pre,
      SpikeRaster post,
      Map<String, Signal> signals) {
    PlasticRunner runner = PlasticRunner.of(model(p -> how.accept(p)));
    Recording recording = runner.run(new Input(List.of(pre, post), signals));
    assertThat(recording.output()).isEqualTo(post);
    return runner;
  }

  /** One synapse; a spike of "force" makes "out" spike in the same step. */
  private static PlasticModel model(Consumer<ProjectionBuilder> synapse) {
    return PlasticModel.named("pair")
        .updateEvery(WINDOW)
        .source("in", 1)
        .source("force", 1)
        .population("out", 1, new Neuron.Lif(1, 0, 0, Neuron.Reset.HARD, 0))
        .projection("in", "out", synapse)
        .projection("force", "out", p -> p.kernel(new Kernel.Delta()).set("W", 10))
        .build();
  }

  private static ProjectionBuilder silent(ProjectionBuilder synapse) {
    return synapse.set("W", 0).set("alpha", 0);
  }

  private static float e(PlasticRunner runner) {
    return runner.value("in-out", "E")[0][0];
  }

  private static SpikeRaster at(int... steps) {
    SpikeRaster raster = new SpikeRaster(4 * WINDOW, 1);
    for (int step : steps) {
      raster.set(step, 0);
    }
    return raster;
  }

  private static SpikeRaster cut(SpikeRaster whole) {
    SpikeRaster window = new SpikeRaster(WINDOW, 1);
    for (int t = 0; t < WINDOW; t++) {
      if (whole.get(t, 0)) {
        window.set(t, 0);
      }
    }
    return window;
  }
}
