package plastron.tasks.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Values;
import plastron.export.format.ModelExporters;
import plastron.plasticity.model.PlasticModel;
import plastron.tasks.cli.CommandRun;

class SimulationEnginesTest {

  @TempDir private Path folder;

  @Test
  void eventsHaveTheRecordsOfTheGridAndPreciseSpikesLieWithinSteps() throws IOException {
    String text = Files.readString(Path.of("../examples/circuits/precise.toml"));
    for (String engine : List.of("grid", "events", "precise")) {
      Path circuit =
          Files.writeString(
              folder.resolve(engine + ".toml"),
              text.replace("engine = \"precise\"", "engine = \"" + engine + "\""));
      CommandRun run =
          CommandRun.of(
              "simulate",
              circuit.toString(),
              "--duration",
              "300ms",
              "--record",
              "spikes,rates",
              "--out",
              folder.resolve(engine).toString());
      assertThat(run.err()).isEmpty();
      assertThat(folder.resolve(engine).resolve("summary.json"))
          .content()
          .contains("\"engine\": \"" + engine + "\"");
    }
    for (String file : List.of("spikes-N.csv", "spikes-in.csv", "rates.csv")) {
      assertThat(folder.resolve("events").resolve(file))
          .hasSameTextualContentAs(folder.resolve("grid").resolve(file));
    }
    List<String> precise = Files.readAllLines(folder.resolve("precise/spikes-N.csv"));
    assertThat(precise).hasSizeGreaterThan(500);
    List<Double> times =
        precise.stream().skip(1).map(row -> Double.valueOf(row.split(",", -1)[0])).toList();
    assertThat(times).isSorted();
    assertThat(times.stream().filter(t -> Math.abs(t * 10 - Math.rint(t * 10)) < 1e-6))
        .hasSizeLessThan(5);
    CommandRun threads =
        CommandRun.of(
            "simulate",
            folder.resolve("precise.toml").toString(),
            "--duration",
            "1s",
            "--threads",
            "2");
    assertThat(threads.exitCode()).isEqualTo(2);
    assertThat(threads.err())
        .startsWith("plastron: Option --threads (2) must be 1 with engine = \"precise\".");
  }

  @Test
  void aModelIsSimulatedFromItsFile() throws IOException {
    PlasticModel model =
        PlasticModel.named("pair")
            .source("in", 2)
            .population("hidden", 3, new Neuron.Lif(1, 0.9, 0, Neuron.Reset.HARD, 0))
            .population("read", 1, new Neuron.LeakyIntegrator(Values.of(0.9), Values.of(0)))
            .projection("in", "hidden", p -> p.kernel(new Kernel.Delta()).set("W", 1.5))
            .projection("hidden", "read", p -> p.kernel(new Kernel.Delta()).set("W", 0.5))
            .build();
    Path nir =
        Files.write(folder.resolve("pair.nir"), ModelExporters.named("nir").write(model).bytes());
    Path in = Files.writeString(folder.resolve("in.csv"), "time_ms,neuron\n3.0,0\n7.0,1\n");
    Path out = folder.resolve("out");
    CommandRun run =
        CommandRun.of(
            "simulate",
            nir.toString(),
            "--input",
            in.toString(),
            "--duration",
            "10ms",
            "--record",
            "spikes,potentials",
            "--out",
            out.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("9 synapses, 10 ms of the network");
    // In NIR a spike crosses all layers in its step.
    assertThat(Files.readAllLines(out.resolve("spikes-hidden.csv")))
        .containsExactly("time_ms,neuron", "3.0,0", "3.0,1", "3.0,2", "7.0,0", "7.0,1", "7.0,2");
    List<String> potentials = Files.readAllLines(out.resolve("potentials-read.csv"));
    assertThat(potentials).hasSize(11).startsWith("time_ms,neuron_0", "1.0,0.0", "2.0,0.0");
    assertThat(potentials.get(3)).isEqualTo("3.0,1.5");
    CommandRun missing = CommandRun.of("simulate", nir.toString(), "--duration", "10ms");
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err())
        .startsWith("plastron: Option --input is missing for the source in of model");
    CommandRun ofCircuit =
        CommandRun.of(
            "simulate",
            "../examples/circuits/precise.toml",
            "--input",
            in.toString(),
            "--duration",
            "10ms");
    assertThat(ofCircuit.err())
        .startsWith("plastron: Option --input (%s) is for models,".formatted(in));
    CommandRun seeded =
        CommandRun.of("simulate", nir.toString(), "--seed", "1", "--duration", "10ms");
    assertThat(seeded.err())
        .startsWith(
            "plastron: Option --seed (1) has no meaning for a model, in which nothing is drawn.");
  }
}
