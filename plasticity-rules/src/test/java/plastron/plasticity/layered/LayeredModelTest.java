package plastron.plasticity.layered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plastron.core.network.Connectivity;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.SynapseRows;
import plastron.core.network.Values;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;

class LayeredModelTest {

  @Test
  void layersNeedNamesOfTheirOwn() {
    assertThat(model(2, layer("a"), layer("b")).sizes()).containsExactly(2, 2, 2);
    assertThatThrownBy(() -> model(2, layer("a"), layer("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Layer name (a) of model small is used twice.");
  }

  @Test
  void aModelWithoutInputIsRefused() {
    assertThatThrownBy(() -> model(0, layer("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("small (0 inputs)");
  }

  @Test
  void aModulatingPopulationIsCountedFromTheInput() {
    assertThatThrownBy(() -> new ModulatorSource.Layer(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(-1)");
  }

  @Test
  void recurrentSynapsesLeadFromEveryNeuronOfTheLayerToEveryOne() {
    PlasticLayer good = layer("a").withRecurrent(projection(2, 2, 0));
    assertThat(model(5, layer("z", 5), good).layers().getLast().projections()).hasSize(2);
    PlasticLayer bad = layer("a").withRecurrent(projection(3, 2, 0));
    assertThatThrownBy(() -> model(2, bad))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Parameter W of the recurrent synapses of layer a (3 rows of 2) must be 2 rows of 2.");
    PlasticLayer none =
        layer("a").withRecurrent(projection(2, 2, 0).withParameters(Map.of("V", new double[2][2])));
    assertThatThrownBy(() -> model(2, none))
        .hasMessage(
            "Parameter W of the recurrent synapses of layer a (absent) must be one of [V].");
    assertThatThrownBy(() -> projection(2, 2, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Latency (-1 steps) of synapses must be at least 0.");
  }

  @Test
  void otherParametersLeaveTheRestAsItIs() {
    PlasticLayer layer = layer("a").withRecurrent(projection(2, 2, 3));
    Map<String, double[][]> other = Map.of("W", new double[2][2]);
    assertThat(layer.withParameters(other).recurrent()).isEqualTo(layer.recurrent());
    assertThat(layer.withParameters(other).parameters()).isEqualTo(other);
    assertThat(layer.withProjections(layer.projections())).isEqualTo(layer);
    assertThat(layer("a").withProjections(layer("a").projections()).recurrent()).isEmpty();
  }

  @Test
  void aModulatingPopulationMustBeThere() {
    RuleOptions options = RuleOptions.paper().modulatedBy(new ModulatorSource.Layer(2));
    LayerSynapses far =
        new LayerSynapses(
            new Kernel.Delta(),
            Delivery.ARRIVAL,
            0,
            Catalogue.find("ndp-linear").orElseThrow(),
            options,
            Map.of());
    assertThatThrownBy(() -> model(2, layer("a").withRecurrent(far)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Modulating population (2) of the recurrent synapses of layer a must be at most 1, the"
                + " model's last.");
  }

  /** As a damaged file may declare it. */
  @Test
  void parametersOfModulatingNeuronsNeedAModulatingPopulation() {
    RuleFamily modulated = Catalogue.find("ndp-linear").orElseThrow();
    RuleFamily denied =
        new RuleFamily() {
          @Override
          public String name() {
            return "denied";
          }

          @Override
          public PlasticityRule build(RuleOptions options) {
            return modulated.build(options);
          }
        };
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    for (String name : List.of("W", "alpha", "W_m")) {
      parameters.put(name, new double[2][2]);
    }
    parameters.put("eta", new double[1][1]);
    LayerSynapses synapses =
        new LayerSynapses(
            new Kernel.Delta(),
            Delivery.ARRIVAL,
            0,
            denied,
            RuleOptions.paper().modulatedBy(new ModulatorSource.Layer(0)),
            parameters);
    assertThatThrownBy(() -> model(2, layer("a").withRecurrent(synapses)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Parameter W_m of the recurrent synapses of layer a (axis MODULATOR_POST) needs a"
                + " modulating population.");
  }

  @Test
  void aSparseProjectionIsNoLayer() {
    PlasticModel chain = model(2, layer("a")).model();
    PlasticProjection all = chain.graph().projections().getFirst();
    Connectivity diagonal = new Connectivity.Rows(SynapseRows.of(new int[][] {{0}, {1}}, 2));
    PlasticProjection sparse =
        new PlasticProjection(
            all.name(),
            all.from(),
            all.to(),
            diagonal,
            all.kernel(),
            all.delivery(),
            all.place(),
            all.latency(),
            all.rule(),
            all.sources(),
            Map.of("W", new double[][] {{1}, {2}}));
    assertThat(LayeredModel.of(chain)).isPresent();
    assertThat(LayeredModel.of(chain.withProjections(List.of(sparse)))).isEmpty();
  }

  @Test
  void aModelIsAGraphAndBack() {
    PlasticLayer recurrent = layer("a").withRecurrent(projection(2, 2, 1));
    LayeredModel layered = model(2, recurrent, layer("b"));
    PlasticGraph graph = layered.model().graph();
    assertThat(graph.projections())
        .extracting(PlasticProjection::name)
        .containsExactly("into a", "within a", "into b");
    assertThat(layered.projections()).containsExactly("into a", "into b", "within a");
    assertThat(graph.projections())
        .extracting(p -> graph.delay(p, graph.components()))
        .containsExactly(0, 2, 0);
    assertThat(layered.outline().graph().sites()).hasSize(3);
    assertThat(LayeredModel.of(layered.model()).orElseThrow().model().graph().populations())
        .isEqualTo(graph.populations());
  }

  @Test
  void layersSpike() {
    Neuron integrator = new Neuron.LeakyIntegrator(Values.of(0.5), Values.of(0));
    assertThatThrownBy(
            () -> new PlasticLayer("a", 2, integrator, projection(2, 2, 0), Optional.empty()))
        .hasMessage("Layer a (leaky integrators) needs neurons that spike.");
  }

  @Test
  void neuronsOfALayerAreAllTheSame() {
    Neuron varied =
        new Neuron.Lif(Values.perNeuron(1, 2), Values.of(0.5), Values.of(0), Neuron.Reset.HARD, 0);
    assertThatThrownBy(
            () -> new PlasticLayer("a", 2, varied, projection(2, 2, 0), Optional.empty()))
        .hasMessageContaining("Layer a")
        .hasMessageContaining("all the same");
    PlasticModel chain = model(2, layer("a")).model();
    PlasticGraph graph = chain.graph();
    List<Population> populations =
        List.of(graph.populations().getFirst(), new Population("a", 2, varied));
    assertThat(LayeredModel.of(chain.with(graph.withPopulations(populations)))).isEmpty();
  }

  private static LayerSynapses projection(int pre, int post, int latency) {
    return new LayerSynapses(
        new Kernel.Delta(),
        Delivery.ARRIVAL,
        latency,
        Catalogue.find("static").orElseThrow(),
        RuleOptions.paper(),
        Map.of("W", new double[pre][post]));
  }

  private static LayeredModel model(int inputs, PlasticLayer... layers) {
    return new LayeredModel(
        "small", inputs, List.of(layers), 4, new RateEstimator.Boxcar(), 1, Map.of());
  }

  private static PlasticLayer layer(String name) {
    return layer(name, 2);
  }

  private static PlasticLayer layer(String name, int pre) {
    Neuron neuron = new Neuron.Lif(1, 0.5, 0, Neuron.Reset.HARD, 0);
    return new PlasticLayer(name, 2, neuron, projection(pre, 2, 0), Optional.empty());
  }
}
