package plastron.export.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.core.network.ConnectionRule;
import plastron.core.network.Connectivity;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Refractory;
import plastron.core.network.SynapseRows;
import plastron.core.network.Values;
import plastron.export.file.BrokenFileException;
import plastron.export.proto.GraphProto;
import plastron.export.proto.ModelProto;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Role;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.Learned;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.LinearDrive;
import plastron.plasticity.rule.PlasticityRule;

/**
 * Graphs of every kind of thing, in files. Long, because every thing that a graph may have is
 * written and read.
 */
class GraphFileTest {

  private static final double[][] ONE = {{0.25}};

  private static final PlasticityRule STATIC =
      Catalogue.find("static").orElseThrow().build(RuleOptions.paper());

  private static final PlasticModel MODEL =
      new PlasticModel("everything", graph(), Map.of("seed", "3"));

  @TempDir Path folder;

  private static PlasticGraph graph() {
    PlasticityRule rewarded =
        Catalogue.find("ndp-linear")
            .orElseThrow()
            .build(RuleOptions.paper().modulatedBy(new ModulatorSource.ExternalScalar()));
    String reward = rewarded.symbols(Role.EXTERNAL).getFirst().name();
    PlasticProjection learning =
        projection("a > h", "a", "h", new Connectivity.Dense(), new double[][] {{1, -2}, {3, 0.5}});
    return new PlasticGraph(
        List.of(
            new Population("a", 2, new Neuron.SpikeSource()),
            new Population("b", 3, new Neuron.SpikeSource()),
            new Population(
                "h",
                2,
                new Neuron.Lif(
                    Values.perNeuron(1, 2),
                    Values.of(0.9),
                    Values.perNeuron(0, -0.5),
                    Neuron.Reset.SUBTRACT_THRESHOLD,
                    2)),
            new Population(
                "s",
                2,
                new Neuron.Srm(
                    Values.of(1.5),
                    new Refractory.Exponentials(Values.perNeuron(3, 4.5)),
                    2,
                    Values.of(0.1))),
            new Population("u", 1, new Neuron.LeakyIntegrator(Values.of(0.8), Values.of(Math.PI)))),
        List.of(
            new PlasticProjection(
                learning.name(),
                "a",
                "h",
                new Kernel.Exponential(3.3),
                Delivery.TRACE,
                DelayPlace.AXON,
                2,
                rewarded,
                Map.of(reward, "dopamine"),
                Map.of("W", learning.parameter("W"), "alpha", learning.parameter("W"), "eta", ONE)),
            projection(
                "b > s",
                "b",
                "s",
                new Connectivity.Rows(SynapseRows.of(new int[][] {{0, 1}, {}, {1}}, 2)),
                new double[][] {{0.1, 0.2}, {}, {-7}}),
            projection(
                "h > s",
                "h",
                "s",
                new Connectivity.Generated(new ConnectionRule.FixedInDegree(1), -5),
                ragged(new ConnectionRule.FixedInDegree(1).draw(2, 2, -5))),
            projection("s > u", "s", "u", new Connectivity.Dense(), new double[][] {{1}, {2}})),
        List.of(
            new Drive(
                "tired",
                "s",
                Drive.Target.THRESHOLD,
                LinearDrive.of("B"),
                Map.of("r", "h"),
                Map.of("B", new double[][] {{1, 2}, {3, 4}}))),
        List.of(new Learned("h", Learned.Value.THETA, new Bounds(0.5, 4))),
        new Clock(7, new RateEstimator.ExponentialTrace(0.6), 0.3));
  }

  private static double[][] ragged(SynapseRows rows) {
    double[][] values = new double[rows.pre()][];
    for (int j = 0; j < values.length; j++) {
      values[j] = new double[rows.degree(j)];
    }
    return values;
  }

  private static PlasticProjection projection(
      String name, String from, String to, Connectivity connectivity, double[][] weights) {
    return new PlasticProjection(
        name,
        from,
        to,
        connectivity,
        new Kernel.Alpha(2.5),
        Delivery.ARRIVAL,
        DelayPlace.DENDRITE,
        1,
        STATIC,
        Map.of(),
        Map.of("W", weights));
  }

  @Test
  void aGraphOfEverythingComesBack() throws IOException {
    Path file = folder.resolve("m");
    ModelFile.write(MODEL, file);
    PlasticModel back = ModelFile.read(file);
    assertThat(back)
        .usingRecursiveComparison()
        .withStrictTypeChecking()
        .ignoringFields("graph.projections.rule", "graph.drives.rule")
        .isEqualTo(MODEL);
    assertThat(back.graph().sites())
        .extracting(site -> site.rule())
        .isEqualTo(MODEL.graph().sites().stream().map(site -> site.rule()).toList());
    assertThat(ModelFile.bytes(back)).isEqualTo(ModelFile.bytes(MODEL));
  }

  private static PlasticModel adaptive() {
    PlasticGraph graph = MODEL.graph();
    List<Population> populations = new ArrayList<>(graph.populations());
    Neuron.Lif lif = (Neuron.Lif) populations.get(2).neuron();
    populations.set(
        2,
        new Population(
            "h", 2, new Neuron.AdaptiveLif(lif, Values.perNeuron(0.5, Math.E), Values.of(0.99))));
    List<Learned> learned =
        List.of(
            new Learned("h", Learned.Value.ADAPTATION, new Bounds(0, 4)),
            new Learned("h", Learned.Value.ADAPTATION_DECAY, Bounds.NONE));
    return MODEL.with(
        new PlasticGraph(populations, graph.projections(), graph.drives(), learned, graph.clock()));
  }

  /** A reader of version 3 would miss what it does not know. */
  @Test
  void neuronsThatAdaptComeBackFromAFileOfTheirVersion() throws IOException {
    Path file = folder.resolve("adaptive");
    ModelFile.write(adaptive(), file);
    PlasticGraph back = ModelFile.read(file).graph();
    assertThat(back.populations()).isEqualTo(adaptive().graph().populations());
    assertThat(back.learned()).isEqualTo(adaptive().graph().learned());
    assertThat(ByteBuffer.wrap(ModelFile.bytes(adaptive())).getInt(8)).isEqualTo(4);
    assertThat(ByteBuffer.wrap(ModelFile.bytes(MODEL)).getInt(8)).isEqualTo(3);
  }

  private String refusalOf(Consumer<GraphProto.Builder> change) throws IOException {
    ModelProto.Builder message = ModelFile.message(MODEL).toBuilder();
    change.accept(message.getGraphBuilder());
    Path file = folder.resolve("impossible");
    Files.write(file, ModelFile.ENVELOPE.wrap(3, message.build().toByteArray()));
    BrokenFileException refused =
        catchThrowableOfType(BrokenFileException.class, () -> ModelFile.read(file));
    assertThat(refused.reason()).startsWith("holds no valid model: ").doesNotContain("\n");
    return refused.reason();
  }

  @Test
  void graphsThatCannotBeAreOneLine() throws IOException {
    assertThat(refusalOf(graph -> graph.getPopulationsBuilder(2).setSize(3)))
        .contains("population h");
    assertThat(refusalOf(graph -> graph.getPopulationsBuilder(0).clearNeuron()))
        .contains("Neuron (nothing) must be");
    assertThat(
            refusalOf(
                graph ->
                    graph
                        .getPopulationsBuilder(4)
                        .getNeuronBuilder()
                        .getIntegratorBuilder()
                        .clearDecays()))
        .contains("Values (0 of them) must be one for all neurons.");
    assertThat(refusalOf(graph -> graph.getEdgesBuilder(0).setFrom("nobody"))).contains("(nobody)");
    assertThat(
            refusalOf(
                graph ->
                    graph
                        .getEdgesBuilder(1)
                        .getConnectivityBuilder()
                        .getRowsBuilder()
                        .setDegrees(0, -1)))
        .contains("Pre neuron 0 (4294967295 synapses) cannot have so many: 3 are left.");
    assertThat(
            refusalOf(
                graph ->
                    graph
                        .getEdgesBuilder(1)
                        .getConnectivityBuilder()
                        .getRowsBuilder()
                        .setTargets(1, 0)))
        .contains("holds no valid model");
    assertThat(
            refusalOf(
                graph ->
                    graph
                        .getEdgesBuilder(1)
                        .getSiteBuilder()
                        .getParametersBuilder(0)
                        .setLengths(0, -3)))
        .contains("Row of parameter W (4294967293 values) cannot have so many.");
    assertThat(
            refusalOf(
                graph ->
                    graph
                        .getEdgesBuilder(1)
                        .getSiteBuilder()
                        .getParametersBuilder(0)
                        .setLengths(0, 1)))
        .contains("Parameter W (3 values) must have 2 in 3 rows.");
    assertThat(refusalOf(graph -> graph.getEdgesBuilder(2).getConnectivityBuilder().clearKind()))
        .contains("Connectivity (nothing) must be one of three kinds.");
    assertThat(refusalOf(graph -> graph.getDrivesBuilder(0).setTarget("MOOD")))
        .contains("Target (MOOD) must be one of");
  }
}
