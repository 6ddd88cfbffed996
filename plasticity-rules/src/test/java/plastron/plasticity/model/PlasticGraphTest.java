package plastron.plasticity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plastron.core.network.ConnectionRule;
import plastron.core.network.Connectivity;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.SynapseRows;
import plastron.core.network.Values;
import plastron.core.run.Signal;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.LinearDrive;
import plastron.plasticity.rule.PlasticityRule;

/** What a graph answers and refuses. Long, because every fault of a graph has its example. */
class PlasticGraphTest {

  private static final Population IN = new Population("in", 2, new Neuron.SpikeSource());
  private static final Population A = lif("a", 2);
  private static final Population B = lif("b", 2);
  private static final Population OUT =
      new Population("out", 2, new Neuron.LeakyIntegrator(Values.of(0.5), Values.of(0)));
  private static final PlasticityRule STATIC = rule("static", RuleOptions.paper());
  private static final PlasticityRule REWARDED =
      rule("ndp-linear", RuleOptions.paper().modulatedBy(new ModulatorSource.ExternalScalar()));

  private static Population lif(String name, int size) {
    return new Population(name, size, new Neuron.Lif(1, 0.5, 0, Neuron.Reset.HARD, 0));
  }

  private static PlasticityRule rule(String name, RuleOptions options) {
    return Catalogue.find(name).orElseThrow().build(options);
  }

  private static PlasticProjection projection(
      String from, String to, PlasticityRule rule, Map<String, String> sources) {
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    parameters.put("W", new double[2][2]);
    if (rule.isPlastic()) {
      parameters.put("alpha", new double[2][2]);
      parameters.put("eta", new double[1][1]);
    }
    return new PlasticProjection(
        from + ">" + to,
        from,
        to,
        new Kernel.Delta(),
        Delivery.TRACE,
        DelayPlace.AXON,
        1,
        rule,
        sources,
        parameters);
  }

  private static PlasticProjection projection(String from, String to) {
    return projection(from, to, STATIC, Map.of());
  }

  private static PlasticGraph graph(
      List<Population> populations, List<Drive> drives, PlasticProjection... projections) {
    return new PlasticGraph(
        populations,
        List.of(projections),
        drives,
        List.of(),
        new Clock(4, new RateEstimator.Boxcar(), 1));
  }

  private static Drive drive(PlasticityRule rule) {
    return new Drive(
        "d",
        "a",
        Drive.Target.BIAS,
        rule,
        Map.of(LinearDrive.RATES, "b"),
        Map.of("B", new double[2][2]));
  }

  @Test
  void insideACycleNobodyGoesFirst() {
    PlasticGraph graph =
        graph(
            List.of(OUT, B, A, IN),
            List.of(),
            projection("in", "a"),
            projection("a", "b"),
            projection("b", "a"),
            projection("b", "out"));
    assertThat(graph.projections().stream().map(p -> graph.delay(p, graph.components())))
        .containsExactly(1, 2, 2, 1);
    assertThat(graph.inputs()).containsExactly(3);
    assertThat(graph.outputs()).containsExactly(0);
  }

  @Test
  void whatOnlyDrivesIsNoOutput() {
    PlasticGraph graph =
        graph(
            List.of(IN, A, B),
            List.of(drive(LinearDrive.of("B"))),
            projection("in", "a"),
            projection("in", "b"));
    assertThat(graph.outputs()).containsExactly(1);
  }

  @Test
  void namesMustBeKnown() {
    assertThatThrownBy(() -> graph(List.of(IN, A), List.of(), projection("in", "c")))
        .hasMessage("Projection in>c names population (c), expected one of [in, a].");
    assertThatThrownBy(() -> graph(List.of(A), List.of()))
        .hasMessageContaining("need a spike source");
    assertThatThrownBy(() -> graph(List.of(IN, A, A), List.of()))
        .hasMessage("Population name (a) is used twice.");
  }

  @Test
  void whatNeverSpikesSendsNothingAndHasNoRate() {
    assertThatThrownBy(() -> graph(List.of(IN, OUT, A), List.of(), projection("out", "a")))
        .hasMessage("Projection out>a comes from population (out), which never spikes.");
    PlasticityRule oja = rule("dp-oja", RuleOptions.paper());
    assertThatThrownBy(
            () -> graph(List.of(IN, OUT), List.of(), projection("in", "out", oja, Map.of())))
        .hasMessage(
            "Rule dp-oja of in>out reads the rates (y) of population out, which never spikes.");
  }

  @Test
  void whatComesFromElsewhereNeedsASource() {
    assertThatThrownBy(
            () -> graph(List.of(IN, A), List.of(), projection("in", "a", REWARDED, Map.of())))
        .hasMessageContaining("Symbol (M)")
        .hasMessageContaining("in>a has no source");
    PlasticGraph graph =
        graph(List.of(IN, A), List.of(), projection("in", "a", REWARDED, Map.of("M", "reward")));
    graph.checkSignals(Map.of("reward", Signal.of(1)));
    assertThatThrownBy(() -> graph.checkSignals(Map.of("rewrad", Signal.of(1))))
        .hasMessage("Signal (rewrad) is not one that the network reads, [reward].");
    assertThatThrownBy(
            () -> graph.checkSignals(Map.of("reward", Signal.perNeuron(new double[] {1, 2}))))
        .hasMessageContaining("must have 1, as in>a reads it");
  }

  @Test
  void aDriveIsNothingInTheFirstWindow() {
    assertThatThrownBy(
            () -> graph(List.of(IN, A, B), List.of(drive(STATIC)), projection("in", "b")))
        .hasMessageContaining("Drive d has rule static")
        .hasMessageContaining("0 in the first window");
  }

  @Test
  void learnedNumbersStayWhatNeuronsAllow() {
    assertThat(new Learned("a", Learned.Value.DECAY, Bounds.NONE).bounds()).isEqualTo(Bounds.UNIT);
    assertThat(new Learned("a", Learned.Value.THETA, Bounds.NONE).bounds().low()).isPositive();
    assertThatThrownBy(() -> new Learned("a", Learned.Value.THETA, new Bounds(-2, -1)))
        .hasMessageContaining("leave nothing");
    assertThat(new Learned("a", Learned.Value.ADAPTATION, Bounds.NONE).bounds().low()).isZero();
    assertThat(new Learned("a", Learned.Value.ADAPTATION_DECAY, new Bounds(0.5, 2)).bounds())
        .isEqualTo(new Bounds(0.5, 1));
  }

  @Test
  void onlyWhatAdaptsLearnsAnAdaptation() {
    assertThat(NeuronValues.of(A.neuron(), Learned.Value.ADAPTATION)).isEmpty();
    Neuron.Lif lif = (Neuron.Lif) A.neuron();
    Neuron adaptive = new Neuron.AdaptiveLif(lif, 0.5, 0.9);
    assertThat(NeuronValues.with(adaptive, Learned.Value.ADAPTATION, Values.of(2)))
        .isEqualTo(new Neuron.AdaptiveLif(lif, 2, 0.9));
    assertThat(NeuronValues.with(adaptive, Learned.Value.ADAPTATION_DECAY, Values.of(0.25)))
        .isEqualTo(new Neuron.AdaptiveLif(lif, 0.5, 0.25));
    Neuron lower = NeuronValues.with(adaptive, Learned.Value.THETA, Values.of(0.5));
    assertThat(NeuronValues.of(lower, Learned.Value.THETA)).contains(Values.of(0.5));
    assertThat(NeuronValues.of(lower, Learned.Value.ADAPTATION)).contains(Values.of(0.5));
    assertThatThrownBy(() -> NeuronValues.with(lif, Learned.Value.ADAPTATION, Values.of(1)))
        .hasMessage("Value (adaptation) is not one that such neurons have.");
  }

  @Test
  void parametersFit() {
    PlasticProjection wide = projection("in", "a").withParameters(Map.of("W", new double[2][3]));
    PlasticGraph graph = graph(List.of(IN, A), List.of(), wide);
    assertThatThrownBy(() -> new PlasticModel("m", graph, Map.of()))
        .hasMessage("Model m: Parameter W of in>a (2 rows of 3) must be 2 rows of 2.");
  }

  private static PlasticProjection sparse(Connectivity connectivity, double[][] weights) {
    return new PlasticProjection(
        "in>a",
        "in",
        "a",
        connectivity,
        new Kernel.Delta(),
        Delivery.TRACE,
        DelayPlace.AXON,
        1,
        STATIC,
        Map.of(),
        Map.of("W", weights));
  }

  @Test
  void onlySynapsesThatExistHaveParameters() {
    Connectivity some = new Connectivity.Rows(SynapseRows.of(new int[][] {{1}, {}}, 2));
    PlasticGraph graph = graph(List.of(IN, A), List.of(), sparse(some, new double[][] {{0.5}, {}}));
    assertThat(new PlasticModel("m", graph, Map.of()).graph().parameters()).isEqualTo(1);
    PlasticGraph dense = graph(List.of(IN, A), List.of(), projection("in", "a"));
    assertThat(dense.parameters()).isEqualTo(4);
    assertThat(graph.bytes()).isLessThan(dense.bytes());
    assertThat(graph.sparse(graph.projections().getFirst())).isPresent();
    assertThat(dense.sparse(dense.projections().getFirst())).isEmpty();
    PlasticGraph all =
        graph(List.of(IN, A), List.of(), sparse(some, new double[][] {{0.5, 1}, {}}));
    assertThatThrownBy(() -> new PlasticModel("m", all, Map.of()))
        .hasMessage(
            "Model m: Parameter W of in>a (2 rows of 2) must be 2 rows of one number for each"
                + " synapse.");
  }

  @Test
  void synapsesFitTheirPopulations() {
    Connectivity wide = new Connectivity.Rows(SynapseRows.of(new int[][] {{2}, {}}, 3));
    assertThatThrownBy(
            () -> graph(List.of(IN, A), List.of(), sparse(wide, new double[][] {{1}, {}})))
        .hasMessage("Projection in>a: Synapses (from 2 to 3 neurons) must be from 2 to 2.");
    Connectivity many = new Connectivity.Generated(new ConnectionRule.FixedInDegree(3), 1);
    assertThatThrownBy(() -> graph(List.of(IN, A), List.of(), sparse(many, new double[2][2])))
        .hasMessage("Projection in>a: In-degree (3) must be at most the 2 pre neurons.");
  }

  @Test
  void whatARuleDoesNotHaveIsRefused() {
    PlasticProjection known = projection("in", "a");
    Map<String, double[][]> more = new LinkedHashMap<>(known.parameters());
    more.put("beta", new double[1][1]);
    PlasticGraph graph = graph(List.of(IN, A), List.of(), known.withParameters(more));
    assertThatThrownBy(() -> new PlasticModel("m", graph, Map.of()))
        .hasMessage("Model m: Parameter of in>a, rule static, (beta) must be one of [W].");
    Map<String, String> sources = Map.of("M", "reward", "N", "reward");
    assertThatThrownBy(
            () -> graph(List.of(IN, A), List.of(), projection("in", "a", REWARDED, sources)))
        .hasMessage("Symbol with a source of in>a, rule ndp-linear, (N) must be one of [M].");
  }
}
