package plastron.tasks.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import plastron.export.conformance.StrictJson;
import plastron.plasticity.model.PlasticGraph;
import plastron.slayer.objective.Measure;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.ConfigLayer;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.TaskKind;
import plastron.tasks.config.TaskKinds;
import plastron.tasks.measure.EpisodeRunners;
import plastron.tasks.model.TrainingSetup;
import plastron.tasks.run.Checkpoint;
import plastron.tasks.run.MetricsLog;
import plastron.tasks.run.MetricsTable;
import plastron.tasks.run.Provenance;
import plastron.tasks.run.RunFolder;
import plastron.tasks.trained.TrainedNetwork;

/** The readers of what a training leaves behind. */
final class RunReaders {

  private static final String CHECKPOINT = "checkpoint-%09d.bin".formatted(Originals.ITERATIONS);

  private final Originals originals;

  private RunReaders(Originals originals) {
    this.originals = originals;
  }

  static List<ReaderUnderTest> all(Path project, Originals originals) {
    RunReaders readers = new RunReaders(originals);
    return List.of(
        readers.configuration(),
        readers.network(project),
        readers.checkpoint(),
        readers.metricsTable(),
        readers.metricsLog(),
        readers.provenance(),
        readers.runWithOtherSettings(),
        readers.runWithOtherCheckpoint());
  }

  private static ReaderUnderTest of(
      String name, ReaderUnderTest.Mutation mutation, ReaderUnderTest.Reading reading) {
    return new ReaderUnderTest(name, BadInputException.class, mutation, reading);
  }

  /** A text with one to three edits. */
  static byte[] text(byte[] original, RandomGenerator random) {
    byte[] edited = original;
    int edits = Extremes.edits(random);
    for (int i = 0; i < edits; i++) {
      edited = TextEdits.edit(edited, random);
    }
    return edited;
  }

  private ReaderUnderTest configuration() {
    byte[] paper = Originals.bytes(originals.run("paper").resolve("config.toml"));
    byte[] chip = Originals.bytes(originals.run("loihi2").resolve("config.toml"));
    Path file = originals.file("config.toml");
    return of(
        "config.toml",
        random -> text(random.nextBoolean() ? paper : chip, random),
        content -> {
          Configuration read = configuration(Files.write(file, content));
          String toml = read.toToml();
          Configuration again = configuration(Files.writeString(file, toml));
          assertThat(again.toToml()).isEqualTo(toml);
        });
  }

  /** Read, made for a task, written as part of a run's settings and read once more. */
  private ReaderUnderTest network(Path project) {
    byte[] example = Originals.bytes(project.resolve("examples/networks/two-pathways.toml"));
    byte[] lava = everyFourSteps(project.resolve("examples/networks/lava-rule.toml"));
    TaskKind kind = TaskKinds.implied();
    Path file = originals.file("network.toml");
    Path kept = originals.file("network-config.toml");
    ConfigLayer settings = ConfigLayer.ofFile(originals.run("paper").resolve("config.toml"));
    return of(
        "network.toml",
        random -> text(random.nextInt(3) == 0 ? lava : example, random),
        content -> {
          ConfigLayer network = ConfigLayer.ofNetwork(kind, Files.write(file, content));
          Configuration config = Configuration.merge(List.of(settings, network));
          PlasticGraph graph = TrainingSetup.design(config).graph();
          Configuration again = configuration(Files.writeString(kept, config.toToml()));
          assertThat(again.toToml()).isEqualTo(config.toToml());
          assertThat(TrainingSetup.design(again).graph().sizes()).isEqualTo(graph.sizes());
        });
  }

  /** A rule of Lava whose interval is that of the originals. */
  private static byte[] everyFourSteps(Path network) {
    String text = new String(Originals.bytes(network), StandardCharsets.UTF_8);
    return text.replace("t_epoch=5", "t_epoch=2").getBytes(StandardCharsets.UTF_8);
  }

  private static Configuration configuration(Path file) {
    return Configuration.merge(List.of(ConfigLayer.ofFile(file)));
  }

  private ReaderUnderTest checkpoint() {
    Path run = originals.copy(originals.run("paper"), "checkpoint run");
    Path other = originals.copy(originals.run("paper"), "written checkpoint");
    byte[] original = Originals.bytes(run.resolve(CHECKPOINT));
    return of(
        "checkpoint",
        random -> Frames.checkpoint(original, random),
        content -> {
          Files.write(run.resolve(CHECKPOINT), content);
          Checkpoint read = new RunFolder(run).checkpoints().newest();
          assertThat(Arrays.stream(read.state().parameters())).allMatch(Double::isFinite);
          new RunFolder(other).checkpoints().save(read);
          Checkpoint again = new RunFolder(other).checkpoints().newest();
          assertThat(again).usingRecursiveComparison().isEqualTo(read);
        });
  }

  private ReaderUnderTest metricsTable() {
    byte[] original = Originals.bytes(originals.run("paper").resolve("metrics.jsonl"));
    Path file = originals.file("metrics.jsonl");
    return of(
        "metrics.jsonl, its lines",
        random -> metrics(original, random),
        content -> {
          MetricsTable read =
              MetricsTable.read(
                  Files.write(file, content), List.of(Measure.ACCURACY), Originals.ITERATIONS);
          assertThat(read.rows()).hasSize(Originals.ITERATIONS);
          assertThat(read.rows())
              .noneMatch(row -> row.measures().getFirst() < 0 || row.measures().getFirst() > 1)
              .noneMatch(row -> row.hiddenRate() < 0 || row.hiddenRate() > 1)
              .noneMatch(row -> Double.isInfinite(row.loss()));
          assertThat(read.toCsv().lines()).hasSize(1 + Originals.ITERATIONS);
        });
  }

  private static byte[] metrics(byte[] original, RandomGenerator random) {
    if (random.nextBoolean()) {
      return text(original, random);
    }
    List<String> lines = new String(original, StandardCharsets.UTF_8).lines().toList();
    int at = random.nextInt(lines.size());
    byte[] line = JsonEdits.edited(StrictJson.parse(lines.get(at)), random);
    StringBuilder edited = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      edited.append(i == at ? new String(line, StandardCharsets.UTF_8) : lines.get(i)).append('\n');
    }
    return edited.toString().getBytes(StandardCharsets.UTF_8);
  }

  private ReaderUnderTest metricsLog() {
    Path file = originals.file("log.jsonl");
    byte[] original = Originals.bytes(originals.run("paper").resolve("metrics.jsonl"));
    Checkpoint at = newest(originals.run("paper"));
    return of(
        "metrics.jsonl, its length",
        random -> text(original, random),
        content -> {
          MetricsLog.open(Files.write(file, content), at).close();
          assertThat(Files.readAllBytes(file))
              .isEqualTo(Arrays.copyOf(content, (int) at.metricsBytes()));
        });
  }

  private static Checkpoint newest(Path run) {
    try {
      return new RunFolder(run).checkpoint();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private ReaderUnderTest provenance() {
    Path run = originals.copy(originals.run("paper"), "provenance");
    Path file = run.resolve("run.json");
    JsonObject original =
        StrictJson.parse(new String(Originals.bytes(file), StandardCharsets.UTF_8));
    Checkpoint from = newest(run);
    return of(
        "run.json",
        random -> JsonEdits.edited(original, random),
        content -> {
          Files.write(file, content);
          Provenance.start(new RunFolder(run), from, 1, 1).end(from);
          JsonObject written = StrictJson.read(file);
          assertThat(written.get("configuration").getAsString()).isEqualTo(from.configuration());
          assertThat(written.getAsJsonArray("sessions")).isNotEmpty();
        });
  }

  /** The checkpoint says that it was made with these settings, so that they are acted upon. */
  private ReaderUnderTest runWithOtherSettings() {
    Path run = originals.copy(originals.run("loihi2"), "run with other settings");
    Path other = originals.file("run with other settings.toml");
    byte[] original = Originals.bytes(run.resolve("config.toml"));
    Checkpoint made = newest(run);
    return of(
        "run, its settings",
        random -> text(original, random),
        content -> {
          Files.write(run.resolve("config.toml"), content);
          String hash = configuration(Files.write(other, content)).hash();
          new RunFolder(run)
              .checkpoints()
              .save(
                  new Checkpoint(
                      made.version(), hash, made.state(), made.metricsBytes(), made.recent()));
          usable(TrainedNetwork.ofRun(run));
        });
  }

  private ReaderUnderTest runWithOtherCheckpoint() {
    Path run = originals.copy(originals.run("loihi2"), "run with another checkpoint");
    byte[] original = Originals.bytes(run.resolve(CHECKPOINT));
    return of(
        "run, its checkpoint",
        random -> Frames.checkpoint(original, random),
        content -> {
          Files.write(run.resolve(CHECKPOINT), content);
          usable(TrainedNetwork.ofRun(run));
        });
  }

  private static void usable(TrainedNetwork run) {
    assertThat(run.model().graph().sizes()).isEqualTo(run.design().graph().sizes());
    assertThat(EpisodeRunners.simulator(run.model()).projections()).isNotEmpty();
  }
}
