package plastron.tasks.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.jhdf.HdfFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.core.run.Recording;
import plastron.core.simulate.Engine;
import plastron.core.simulate.PotentialProbe;
import plastron.core.simulate.SpikeTrains;
import plastron.core.state.StateReader;
import plastron.core.state.StateWriter;
import plastron.plasticity.run.PlasticRunner;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.measure.Trials;
import plastron.tasks.simulate.network.TrainedDescription;
import plastron.tasks.trained.TrainedNetwork;

/** A trained network is simulated as it is evaluated, which is as it is trained. */
class TrainedSimulationTest {

  private static final int MS = 500;

  @TempDir private static Path folder;

  private static Path trained;

  @BeforeAll
  static void train() {
    trained = folder.resolve("trained");
    String words =
        "train cue-association --rule ndp-oja --length reduced --set model.hidden=12"
            + " --set training.batch=4 --iterations 2 --out";
    run(
        Stream.concat(Stream.of(words.split(" ", -1)), Stream.of(trained.toString()))
            .toArray(String[]::new));
  }

  private static void run(String... words) {
    CommandRun run = CommandRun.of(words);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
  }

  private static void simulate(Path network, Path out, String... more) {
    Stream<String> always =
        Stream.of(
            "simulate",
            network.toString(),
            "--duration",
            MS + "ms",
            "--record",
            "spikes,potentials,rates,weights",
            "--weights-every",
            "100ms",
            "--out",
            out.toString());
    run(Stream.concat(always, Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void spikesAndWeightsAreThoseOfEvaluation() throws IOException {
    Path out = folder.resolve("out");
    simulate(trained, out, "--plot", "raster,rate,histogram");
    TrainedNetwork network = TrainedNetwork.ofRun(trained);
    Trials trials = network.evaluation(10);
    List<List<String>> spikes = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<Double> starts = new ArrayList<>();
    int now = 0;
    PlasticRunner runner = PlasticRunner.of(network.model());
    for (int trial = 0; now < MS; trial++) {
      starts.add((double) now);
      runner.reset();
      Recording recording = trials.take(trial, runner).recording();
      int steps = recording.spikes().getFirst().steps();
      for (int p = 0; p < spikes.size(); p++) {
        for (int t = 0; t < steps && now + t < MS; t++) {
          for (int i = 0; i < recording.spikes().get(p).neurons(); i++) {
            if (recording.spikes().get(p).get(t, i)) {
              spikes.get(p).add("%.1f,%d".formatted(now + t + 1., i));
            }
          }
        }
      }
      now += steps;
    }
    assertThat(starts).hasSizeGreaterThan(2);
    List<String> names = List.of("input", "hidden", "output");
    for (int p = 0; p < names.size(); p++) {
      assertThat(lines(out, "spikes-" + names.get(p))).isEqualTo(spikes.get(p));
    }
    assertThat(
            JsonParser.parseString(Files.readString(out.resolve("summary.json")))
                .getAsJsonObject()
                .getAsJsonArray("trials_start_ms")
                .asList())
        .extracting(start -> start.getAsDouble())
        .isEqualTo(starts);
    assertThat(lines(out, "potentials-hidden")).hasSize(MS);
    assertThat(out.resolve("raster.png")).isNotEmptyFile();
  }

  @Test
  void weightsAreThoseOfTheRunnerWheneverTheyAreLookedAt() {
    TrainedNetwork network = TrainedNetwork.ofRun(trained);
    Engine running = new TrainedDescription(network, OptionalLong.empty()).build(1);
    PlasticRunner runner = PlasticRunner.of(network.model());
    int length = network.evaluation(1).take(0, PlasticRunner.of(network.model())).input().steps();
    for (int steps : new int[] {1, 15, 16, 40, length - 1, length}) {
      running.run(steps - running.steps());
      runner.reset();
      runner.run(
          network
              .evaluation(1)
              .take(0, PlasticRunner.of(network.model()))
              .input()
              .part(0, steps, network.model().graph().clock().updateInterval()));
      float[][] expected = runner.weights("into hidden");
      float[][] seen = new float[expected.length][expected[0].length];
      running.weights("into hidden", (pre, post, delay, w) -> seen[pre][post] = (float) w);
      assertThat(seen).isDeepEqualTo(expected);
    }
    float[][] learned = runner.weights("into hidden");
    runner.reset();
    assertThat(learned).isNotEqualTo(runner.weights("into hidden"));
  }

  @Test
  void theFileOfTheModelDoesTheSame() throws IOException {
    simulate(trained, folder.resolve("run"), "--seed", "7");
    simulate(
        trained.resolve("model.plastron"),
        folder.resolve("model"),
        "--task",
        "cue-association",
        "--config",
        trained.resolve("config.toml").toString(),
        "--seed",
        "7",
        "--checkpoint-every",
        "200ms");
    for (String file : List.of("spikes-output", "potentials-hidden", "weights-into-output")) {
      assertThat(lines(folder.resolve("model"), file))
          .isEqualTo(lines(folder.resolve("run"), file))
          .isNotEmpty();
    }
  }

  @Test
  void recordsInOneFileAreNamedAsPopulationsAre() throws IOException {
    Path out = folder.resolve("nirdata");
    run(
        "simulate",
        trained.toString(),
        "--duration",
        "50ms",
        "--record",
        "spikes,potentials",
        "--format",
        "nirdata",
        "--out",
        out.toString());
    try (HdfFile file = new HdfFile(out.resolve("records.nirdata"))) {
      String potentials = "/nodes/hidden/observables/membrane/value";
      assertThat(((double[][]) file.getDatasetByPath(potentials).getData())[0]).hasSize(50 * 10);
    }
    assertThat(out.resolve("summary.json")).content().contains("\"engine\": \"trials\"");
  }

  @Test
  void goingOnFromAStateIsGoingOn() {
    TrainedDescription description =
        new TrainedDescription(TrainedNetwork.ofRun(trained), OptionalLong.of(3));
    Engine first = description.build(1);
    first.run(333);
    first.takeSpikes("output");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StateWriter writer = new StateWriter(bytes);
    first.state(writer);
    writer.end();
    PotentialProbe potentials = first.probe("output", 0);
    first.run(200);
    Engine second = description.build(1);
    PotentialProbe after = second.probe("output", 0);
    second.state(new StateReader(new ByteArrayInputStream(bytes.toByteArray())));
    second.run(200);
    assertThat(after.potentialsMv()).isEqualTo(potentials.potentialsMv()).hasSize(200);
    assertThat(spikes(second)).isEqualTo(spikes(first)).isNotEmpty();
    assertThat(second.starts()).isEqualTo(first.starts());
    assertThat(second.deliveries()).isEqualTo(first.deliveries());
  }

  private static List<Integer> spikes(Engine network) {
    SpikeTrains trains = network.takeSpikes("output");
    List<Integer> spikes = new ArrayList<>();
    for (int k = 0; k < trains.size(); k++) {
      spikes.add(trains.step(k));
      spikes.add(trains.neuron(k));
    }
    return spikes;
  }

  @Test
  void whatIsMissingOrTooMuchIsSaid() {
    String run = trained.toString();
    String model = trained.resolve("model.plastron").toString();
    assertRefused("has no task of its own, expected --task", model);
    assertRefused(
        "Option --set (a=b) is for a trained network, circuit (net.toml) takes none.",
        "net.toml",
        "--set",
        "a=b");
    assertRefused(
        "Option --task (cue-association) is for a model file", run, "--task", "cue-association");
    assertRefused("Option --threads (2) must be 1 for a trained network.", run, "--threads", "2");
    assertRefused(
        "does not exist", folder.resolve("nothing.plastron").toString(), "--task", "levers");
  }

  private static void assertRefused(String refusal, String... words) {
    CommandRun run =
        CommandRun.of(
            Stream.of(Stream.of("simulate"), Stream.of(words), Stream.of("--duration", "1s"))
                .flatMap(part -> part)
                .toArray(String[]::new));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(refusal);
  }

  private static List<String> lines(Path out, String name) throws IOException {
    List<String> lines = Files.readAllLines(out.resolve(name + ".csv"));
    return lines.subList(1, lines.size());
  }
}
