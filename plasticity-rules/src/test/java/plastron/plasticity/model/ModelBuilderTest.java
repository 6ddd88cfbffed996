package plastron.plasticity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.network.ConnectionRule;
import plastron.core.network.Connectivity;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.initialise.Normal;
import plastron.plasticity.rule.LinearDrive;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;
import plastron.plasticity.run.PlasticRunner;

class ModelBuilderTest {

  private static final Neuron LIF = new Neuron.Lif(1, 0.9, 0, Neuron.Reset.HARD, 0);

  private static ModelBuilder pair() {
    return PlasticModel.named("pair").source("in", 3).population("out", 2, LIF);
  }

  private static PlasticProjection only(ModelBuilder builder) {
    return builder.build().graph().projections().getFirst();
  }

  @Test
  void whatIsNotSaidIsAsDocumented() {
    PlasticProjection p = only(pair().projection("in", "out"));
    assertThat(p.name()).isEqualTo("in-out");
    assertThat(p.kernel()).isEqualTo(new Kernel.Exponential(ProjectionBuilder.TAU));
    assertThat(p.delivery()).isEqualTo(Delivery.TRACE);
    assertThat(p.latency()).isZero();
    assertThat(p.rule().name()).isEqualTo("static");
    assertThat(p.parameter("W")).hasDimensions(3, 2);
    assertThat(pair().projection("in", "out").build().graph().clock())
        .isEqualTo(new Clock(ModelBuilder.INTERVAL, new RateEstimator.Boxcar(), 1));
  }

  @Test
  void parametersAreNumbersMatricesOrDraws() {
    double[][] alpha = {{1, 2}, {3, 4}, {5, 6}};
    PlasticProjection p =
        only(
            pair()
                .projection(
                    "in",
                    "out",
                    q ->
                        q.rule("dp-oja")
                            .set("W", new Normal(3, 0))
                            .set("alpha", alpha)
                            .set("eta", 0.25)));
    assertThat(p.parameter("W")).isDeepEqualTo(new double[][] {{3, 3}, {3, 3}, {3, 3}});
    assertThat(p.parameter("alpha")).isEqualTo(alpha);
    assertThat(p.parameter("eta")).isDeepEqualTo(new double[][] {{0.25}});
  }

  @Test
  void aRateOfLearningStartsAtATenth() {
    PlasticProjection p = only(pair().projection("in", "out", q -> q.rule("dp-oja")));
    assertThat(p.parameter("eta")[0][0]).isEqualTo(0.1);
  }

  @Test
  void drawsDependOnTheSeedAndTheirNamesAlone() {
    double[][] alone = only(pair().seed(5).projection("in", "out")).parameter("W");
    ModelBuilder more =
        pair()
            .population("other", 4, LIF)
            .projection("in", "other")
            .projection("in", "out", q -> q.rule("dp-oja"))
            .seed(5);
    assertThat(more.build().graph().projections().get(1).parameter("W")).isDeepEqualTo(alone);
    assertThat(only(pair().seed(6).projection("in", "out")).parameter("W")[0][0])
        .isNotEqualTo(alone[0][0]);
  }

  @Test
  void absentSynapsesHaveNoNumbers() {
    var half = new Connectivity.Generated(new ConnectionRule.FixedInDegree(1), 3);
    PlasticProjection p = only(pair().projection("in", "out", q -> q.connectivity(half)));
    assertThat(Arrays.stream(p.parameter("W")).flatMapToDouble(DoubleStream::of).count())
        .isEqualTo(2);
  }

  @Test
  void aParameterOfSomebodysOwnRuleHasAnInitialValue() {
    RuleBuilder own = PlasticityRule.named("own");
    Symbol w = own.parameter("V", Axis.SYNAPSE, new Bounds(0, Double.POSITIVE_INFINITY), "V");
    Symbol gain = own.parameter("gain", Axis.POST);
    PlasticityRule rule = own.weight(Expr.product(w, gain));
    PlasticProjection p = only(pair().projection("in", "out", q -> q.rule(rule)));
    assertThat(p.parameter("gain")).hasDimensions(1, 2);
    assertThat(Arrays.stream(p.parameter("V")).flatMapToDouble(DoubleStream::of))
        .allMatch(v -> v >= 0);
  }

  @Test
  void aNetworkWithADriveRuns() {
    PlasticModel model =
        pair()
            .projection("in", "out", q -> q.set("W", 0.5).latency(1))
            .drive("out", Drive.Target.BIAS, d -> d.source(LinearDrive.RATES, "in").set("B", 9))
            .learn("out", Learned.Value.THETA, new Bounds(0.5, 2))
            .updateEvery(2)
            .build();
    SpikeRaster in = new SpikeRaster(6, 3);
    in.set(0, 0);
    SpikeRaster out = PlasticRunner.of(model).run(in).output();
    assertThat(out.count(0, 0, 2)).isZero();
    assertThat(out.count(0, 2, 4)).isEqualTo(2);
    assertThat(out.count(0, 4, 6)).isZero();
  }

  private static void refused(Consumer<ModelBuilder> how, String message) {
    ModelBuilder builder = pair();
    assertThatThrownBy(
            () -> {
              how.accept(builder);
              builder.build();
            })
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void whatHasNoMeaningIsRefusedByName() {
    refused(
        b -> b.projection("in", "gone"),
        "Model pair: Projection in-gone names population (gone), expected one of [in, out].");
    refused(
        b -> b.projection("in", "out").projection("in", "out"),
        "Model pair: Projection or drive name (in-out) is used twice.");
    refused(
        b -> b.projection("in", "out", p -> p.rule("dp-ojja")),
        "Rule of in-out (dp-ojja) must be one of %s.".formatted(Catalogue.names()));
    refused(
        b -> b.projection("in", "out", p -> p.set("U", 1)),
        "Parameter of in-out (U) must be one of [W].");
    refused(
        b -> b.projection("in", "out", p -> p.source("M", "reward")),
        "Model pair: Symbol with a source of in-out, rule static, (M) must be one of [].");
    refused(
        b -> b.projection("in", "out", p -> p.set("W", new double[][] {{1, 2}})),
        "Model pair: Parameter W of in-out (1 rows of 2) must be 3 rows of 2.");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void numbersThatAreNoneAreRefused(double value) {
    refused(
        b -> b.projection("in", "out", p -> p.set("W", value)),
        "Parameter W of in-out (%s) must be a finite number.".formatted(value));
    refused(
        b ->
            b.projection("in", "out", p -> p.set("W", new double[][] {{1, 2}, {3, value}, {5, 6}})),
        "Model pair: Parameter W of in-out holds (%s), expected finite numbers.".formatted(value));
  }
}
