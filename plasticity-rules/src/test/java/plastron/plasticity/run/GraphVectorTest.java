package plastron.plasticity.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;

/** Graphs as programs in other languages run them. */
class GraphVectorTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arrival-feedforward",
        "cycle-three",
        "drive-bias-threshold",
        "modulator-reward-elig",
        "self-latency-dendrite",
        "sparse-clip-arrival",
        "sparse-cycle",
        "truncate-2-lif-dendrite"
      })
  void givesTheirSpikesPotentialsAndTraces(String name) throws IOException {
    GraphVectorFile vector = new GraphVectorFile(name);
    PlasticGraph graph = vector.model.graph();
    PlasticRunner runner = PlasticRunner.of(vector.model);
    for (int e = 0; e < vector.episodes(); e++) {
      Input input = vector.input(e, graph);
      runner.reset();
      Recording recording = runner.run(input);
      GraphReference reference = new GraphReference(graph, input);
      for (int p = 0; p < graph.populations().size(); p++) {
        Population population = graph.populations().get(p);
        if (population.neuron() instanceof Neuron.SpikeSource) {
          continue;
        }
        String of = population.name();
        double[][] obvious = GraphReference.of(reference.potentials, of);
        Map<Integer, double[]> want = vector.potentials(e, of);
        want.forEach((t, u) -> assertThat(obvious[t]).containsExactly(u, within(1e-12)));
        if (population.neuron() instanceof Neuron.LeakyIntegrator) {
          float[][] got = GraphReference.of(recording.potentials(), of);
          want.forEach((t, u) -> close(new float[][] {got[t]}, new double[][] {u}));
        } else {
          assertThat(recording.spikes().get(p)).as(of).isEqualTo(vector.spikes(e, of));
        }
      }
      for (PlasticProjection projection : graph.projections()) {
        for (String state : List.of("E", "e", "phi", "theta")) {
          double[][] want = vector.last(e, projection.name(), state);
          if (want.length > 0) {
            boolean bySynapse = state.equals("E") || state.equals("e");
            close(
                runner.value(projection.name(), state),
                bySynapse ? Sparse.existing(want, graph.sparse(projection)) : want);
          }
        }
      }
    }
  }

  private static void close(float[][] got, double[][] want) {
    RecordedRun.close(got, want, 1e-5);
  }
}
