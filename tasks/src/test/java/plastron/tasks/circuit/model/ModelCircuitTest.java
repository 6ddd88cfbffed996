package plastron.tasks.circuit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.run.EventDrivenRunner;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.simulate.Engine;
import plastron.core.simulate.PotentialProbe;
import plastron.core.simulate.SpikeTrains;
import plastron.core.spikes.SpikeRaster;
import plastron.core.state.StateReader;
import plastron.core.state.StateWriter;
import plastron.export.format.ModelExporters;
import plastron.plasticity.model.ModelBuilder;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.ProjectionBuilder;
import plastron.plasticity.run.PlasticNetwork;
import plastron.tasks.circuit.CircuitFile;
import plastron.tasks.cli.BadInputException;

class ModelCircuitTest {

  private static final int STEPS = 150;

  @TempDir private Path folder;

  /** Seeds are fixed: where single and double precision decide otherwise, they always do. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void aModelDoesInACircuitWhatItDoesInTheFloatSimulator(long seed) throws IOException {
    PlasticModel model = RandomFixedModel.of(seed);
    SpikeRaster in = raster(12, seed);
    SpikeRaster other = raster(5, seed + 100);
    Recording wanted = new EventDrivenRunner(PlasticNetwork.of(model)).run(Input.of(in, other));
    CircuitFile file =
        ModelCircuit.read(
            write(model, "plastron"),
            List.of("in=" + spikes("in", in), "other=" + spikes("other", other)),
            2);
    Engine engine = file.build(2);
    PotentialProbe probe = engine.probe("read", 3);
    List<List<String>> got = new ArrayList<>();
    model.graph().populations().forEach(p -> got.add(new ArrayList<>()));
    for (int part : new int[] {1, 49, 0, 100}) {
      engine.run(part);
      for (int p = 0; p < got.size(); p++) {
        got.get(p).addAll(shown(engine.takeSpikes(model.graph().populations().get(p).name())));
      }
    }
    int all = 0;
    for (int p = 0; p < got.size(); p++) {
      assertThat(got.get(p)).isEqualTo(shown(wanted.spikes().get(p)));
      all += got.get(p).size();
    }
    assertThat(all).isGreaterThan(300);
    double[] potentials = probe.potentialsMv();
    assertThat(potentials).hasSize(STEPS);
    for (int t = 0; t < STEPS; t++) {
      float want = Objects.requireNonNull(wanted.potentials().get("read"))[t][3];
      assertThat(potentials[t]).isCloseTo(want, within(1e-4));
    }
  }

  @Test
  void aRunGoesOnFromItsState() throws IOException {
    PlasticModel model = RandomFixedModel.of(7);
    CircuitFile file =
        ModelCircuit.read(
            write(model, "plastron"),
            List.of("in=" + spikes("in", raster(12, 1)), "other=" + spikes("other", raster(5, 2))),
            1);
    Engine whole = file.build(1);
    PotentialProbe ofWhole = whole.probe("read", 0);
    whole.run(60);
    model.graph().populations().forEach(p -> whole.takeSpikes(p.name()));
    ofWhole.takePotentialsMv();
    ByteArrayOutputStream state = new ByteArrayOutputStream();
    StateWriter writer = new StateWriter(state);
    whole.state(writer);
    writer.end();
    Engine again = file.build(1);
    PotentialProbe ofAgain = again.probe("read", 0);
    again.state(new StateReader(new ByteArrayInputStream(state.toByteArray())));
    whole.run(STEPS - 60);
    again.run(STEPS - 60);
    for (Population p : model.graph().populations()) {
      assertThat(shown(again.takeSpikes(p.name()))).isEqualTo(shown(whole.takeSpikes(p.name())));
    }
    assertThat(ofAgain.potentialsMv()).isEqualTo(ofWhole.potentialsMv()).hasSize(STEPS - 60);
    assertThat(again.steps()).isEqualTo(STEPS);
  }

  @Test
  void aNetworkOfNirHasTheStepOfItsFile() throws IOException {
    PlasticModel model = small(p -> p.kernel(new Kernel.Exponential(4))).build();
    Path nir = write(model, "nir");
    SpikeRaster in = raster(2, 3);
    CircuitFile file = ModelCircuit.read(nir, List.of(spikes("in", in).toString()), 1);
    assertThat(file.dtMs()).isEqualTo(1);
    Engine engine = file.build(1);
    engine.run(STEPS);
    Recording wanted = new EventDrivenRunner(PlasticNetwork.of(model)).run(Input.of(in));
    assertThat(shown(engine.takeSpikes("out")))
        .isEqualTo(shown(wanted.spikes().get(1)))
        .isNotEmpty();
    assertThat(ModelCircuit.isModel(nir)).isTrue();
    assertThat(ModelCircuit.isModel(Path.of("../examples/circuits/brunel.toml"))).isFalse();
  }

  @Test
  void whatCircuitsDoNotHaveIsRefusedByName() throws IOException {
    refused(
        small(p -> p.rule("dp-oja").set("eta", 0.1)),
        "Projection in-out learns by rule dp-oja, which circuits do not have.");
    refused(
        small(p -> {})
            .population("srm", 1, new Neuron.Srm(1, new Kernel.Exponential(3), 1))
            .projection("out", "srm"),
        "Population srm has spike response neurons, which circuits do not have.");
    refused(
        small(p -> p.kernel(new Kernel.Exponential(4)))
            .projection("in", "out", p -> p.named("again").kernel(new Kernel.Delta())),
        "Population out receives currents of two kinds, one of them by projection again (Delta[]),"
            + " expected one for a neuron.");
    refused(
        small(p -> {}).population("a/b", 1, lif()).projection("out", "a/b"),
        "Population (a/b) must have a name of 1 to 100 letters, digits, spaces, full stops, hyphens"
            + " and underscores.");
  }

  private void refused(ModelBuilder model, String reason) throws IOException {
    Path file = write(model.build(), "plastron");
    List<String> inputs = List.of(spikes("in", raster(2, 1)).toString());
    assertThatThrownBy(() -> ModelCircuit.read(file, inputs, 1))
        .isInstanceOf(BadInputException.class)
        .hasMessage("Model (%s) does not run as a circuit: %s", file, reason);
  }

  @Test
  void everySourceNeedsItsFile() throws IOException {
    Path file = write(RandomFixedModel.of(1), "plastron");
    Path in = spikes("in", raster(12, 1));
    Map.of(
            List.of("in=" + in),
            "Option --input is missing for the source other of model (%s), expected a file with columns neuron and time_ms."
                .formatted(file),
            List.of(in.toString()),
            "Option --input (%s) must be one of in, other.".formatted(in),
            List.of("othr=" + in),
            "Option --input (othr) must be one of in, other.",
            List.of("in=" + in, "in=" + in),
            "Option --input (in=%s) names the source in again.".formatted(in))
        .forEach(
            (inputs, message) ->
                assertThatThrownBy(() -> ModelCircuit.read(file, inputs, 1))
                    .isInstanceOf(BadInputException.class)
                    .hasMessage(message));
  }

  private static ModelBuilder small(Consumer<ProjectionBuilder> how) {
    return PlasticModel.named("small")
        .source("in", 2)
        .population("out", 3, lif())
        .projection(
            "in",
            "out",
            p -> {
              p.set("W", 0.4);
              how.accept(p);
            });
  }

  private static Neuron lif() {
    return new Neuron.Lif(1, 0.9, 0, Neuron.Reset.HARD, 0);
  }

  private Path write(PlasticModel model, String format) throws IOException {
    return Files.write(
        folder.resolve("model." + format), ModelExporters.named(format).write(model).bytes());
  }

  private static SpikeRaster raster(int neurons, long seed) {
    Random random = new Random(seed);
    SpikeRaster raster = new SpikeRaster(STEPS, neurons);
    for (int t = 0; t < STEPS; t++) {
      for (int i = 0; i < neurons; i++) {
        if (random.nextInt(6) == 0) {
          raster.set(t, i);
        }
      }
    }
    return raster;
  }

  /** The first step of a raster ends after 1 ms. */
  private Path spikes(String name, SpikeRaster raster) throws IOException {
    List<String> rows = new ArrayList<>(List.of("time_ms,neuron"));
    shown(raster).forEach(spike -> rows.add(spike.replace(' ', ',')));
    return Files.write(folder.resolve(name + ".csv"), rows);
  }

  private static List<String> shown(SpikeRaster raster) {
    List<String> all = new ArrayList<>();
    for (int t = 0; t < raster.steps(); t++) {
      for (int i = 0; i < raster.neurons(); i++) {
        if (raster.get(t, i)) {
          all.add(t + 1 + " " + i);
        }
      }
    }
    return all;
  }

  private static List<String> shown(SpikeTrains spikes) {
    List<String> all = new ArrayList<>();
    for (int k = 0; k < spikes.size(); k++) {
      all.add(spikes.step(k) + " " + spikes.neuron(k));
    }
    return all;
  }
}
