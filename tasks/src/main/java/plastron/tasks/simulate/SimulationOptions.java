package plastron.tasks.simulate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plastron.export.conformance.VectorReader;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.plot.PictureFormat;
import plastron.tasks.simulate.network.NetworkArgument;
import plastron.tasks.simulate.network.NetworkDescription;
import plastron.tasks.simulate.record.RecordFormat;
import plastron.tasks.simulate.record.RecordedKind;

/**
 * What a user asks for, in the words of the command line.
 *
 * @param network file of a circuit, run of a training or file of a model
 * @param task words of {@link plastron.tasks.trained.TaskOptions}
 * @param inputs files with the spikes of a model's sources
 * @param seed in place of the file's; null for that
 * @param threads at least 1; null for as many as are useful
 * @param weightsEvery null for weights at the end only
 * @param checkpointEvery null for no checkpoints
 */
record SimulationOptions(
    Path network,
    List<String> task,
    List<String> inputs,
    String duration,
    String settle,
    @Nullable Long seed,
    @Nullable Integer threads,
    List<String> records,
    String format,
    int neurons,
    List<String> plots,
    String pictures,
    @Nullable String weightsEvery,
    @Nullable String checkpointEvery) {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private static final int MOST_NEURONS = 10_000;
  private static final int MOST_THREADS = 1024;

  SimulationOptions {
    task = List.copyOf(task);
    inputs = List.copyOf(inputs);
    records = List.copyOf(records);
    plots = List.copyOf(plots);
  }

  /**
   * What is to be done.
   *
   * @throws BadInputException if something is not as it should be
   */
  SimulationPlan plan() {
    Set<RecordedKind> recorded = NamedOption.all("--record", records, RecordedKind.values());
    Set<PlotKind> drawn = NamedOption.all("--plot", plots, PlotKind.values());
    RecordFormat recordFormat = NamedOption.one("--format", format, RecordFormat.values());
    for (RecordedKind kind : recorded) {
      if (!recordFormat.has(kind)) {
        throw new BadInputException(
            "Option --format (%s) has no %s, expected --record spikes,potentials."
                .formatted(recordFormat, kind));
      }
    }
    PictureFormat pictureFormat = NamedOption.one("--picture", pictures, PictureFormat.values());
    if (neurons < 1 || neurons > MOST_NEURONS) {
      throw new BadInputException(
          "Option --neurons (%d) must be from 1 to %d.".formatted(neurons, MOST_NEURONS));
    }
    NetworkDescription described = described();
    double dtMs = described.dtMs();
    long to = BiologicalTime.steps("--duration", duration, dtMs, 1);
    long from = BiologicalTime.steps("--settle", settle, dtMs, 0);
    if (from >= to) {
      throw new BadInputException(
          "Option --settle (%s) must be shorter than --duration (%s).".formatted(settle, duration));
    }
    return new SimulationPlan(
        described,
        new StatisticsWindow(from, to, dtMs),
        described.threads(threads == null ? OptionalInt.empty() : OptionalInt.of(threads)),
        recorded,
        recordFormat,
        neurons,
        drawn,
        pictureFormat,
        Optional.ofNullable(weightsEvery).map(every -> weightsEvery(every, recorded, dtMs)),
        Optional.ofNullable(checkpointEvery)
            .map(every -> BiologicalTime.steps("--checkpoint-every", every, dtMs, 1)));
  }

  private NetworkDescription described() {
    return new NetworkArgument(network, task, inputs)
        .read(
            seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
            threads == null ? Runtime.getRuntime().availableProcessors() : threads);
  }

  private static long weightsEvery(String every, Set<RecordedKind> recorded, double dtMs) {
    if (!recorded.contains(RecordedKind.WEIGHTS)) {
      throw new BadInputException(
          "Option --weights-every (%s) needs --record weights.".formatted(every));
    }
    long steps = BiologicalTime.steps("--weights-every", every, dtMs, 1);
    long stretch = SimulationPlan.stretch(dtMs);
    if (steps % stretch != 0) {
      throw new BadInputException(
          "Option --weights-every (%s) must be a multiple of %s."
              .formatted(every, BiologicalTime.shown(stretch * dtMs)));
    }
    return steps;
  }

  /** The same with so many threads. */
  SimulationOptions withThreads(int number) {
    return new SimulationOptions(
        network,
        task,
        inputs,
        duration,
        settle,
        seed,
        number,
        records,
        format,
        neurons,
        plots,
        pictures,
        weightsEvery,
        checkpointEvery);
  }

  /** As a file keeps them. */
  String toJson() {
    JsonObject root = new JsonObject();
    root.addProperty("circuit", network.toAbsolutePath().normalize().toString());
    root.add("task", GSON.toJsonTree(task));
    root.add("input", GSON.toJsonTree(inputs.stream().map(SimulationOptions::absolute).toList()));
    root.addProperty("duration", duration);
    root.addProperty("settle", settle);
    if (seed != null) {
      root.addProperty("seed", seed);
    }
    root.addProperty("threads", threads);
    root.add("record", GSON.toJsonTree(records));
    root.addProperty("format", format);
    root.addProperty("neurons", neurons);
    root.add("plot", GSON.toJsonTree(plots));
    root.addProperty("picture", pictures);
    if (weightsEvery != null) {
      root.addProperty("weights_every", weightsEvery);
    }
    root.addProperty("checkpoint_every", checkpointEvery);
    return GSON.toJson(root) + "\n";
  }

  /** A file, or {@code NAME=FILE}, wherever it is named from. */
  private static String absolute(String input) {
    int file = input.indexOf('=') + 1;
    return input.substring(0, file) + Path.of(input.substring(file)).toAbsolutePath().normalize();
  }

  /**
   * Reads {@link #toJson}.
   *
   * @throws plastron.export.conformance.BrokenVectorException if it is something else
   */
  static SimulationOptions ofJson(JsonObject root) {
    VectorReader read = VectorReader.of(root);
    return new SimulationOptions(
        Path.of(read.text("circuit")),
        read.has("task") ? read.texts("task") : List.of(),
        read.has("input") ? read.texts("input") : List.of(),
        read.text("duration"),
        read.text("settle"),
        read.has("seed") ? read.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE) : null,
        read.integer("threads", 1, MOST_THREADS),
        read.texts("record"),
        read.text("format"),
        read.integer("neurons", 1, MOST_NEURONS),
        read.texts("plot"),
        read.text("picture"),
        read.has("weights_every") ? read.text("weights_every") : null,
        read.text("checkpoint_every"));
  }
}
