package plastron.tasks.quickstart;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.fidelity.FidelityBounds;
import plastron.export.format.OutputFormats;
import plastron.export.profile.ChipProfile;
import plastron.export.stage.ExportOptions;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ProjectVersion;
import plastron.tasks.cli.ShellLine;
import plastron.tasks.cli.VectorModule;
import plastron.tasks.config.ConfigLayer;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.Presets;
import plastron.tasks.config.RunSettings;
import plastron.tasks.export.CompiledRun;
import plastron.tasks.export.ExportFolder;
import plastron.tasks.export.Target;
import plastron.tasks.measure.EpisodeRunners;
import plastron.tasks.measure.Measurement;
import plastron.tasks.measure.Trials;
import plastron.tasks.model.TrainingSetup;
import plastron.tasks.progress.Bar;
import plastron.tasks.run.RunFolder;
import plastron.tasks.train.TrainingJob;
import plastron.tasks.trained.TrainedNetwork;

/**
 * The main job: two trainings, two chips, one table. Every number of the table is measured here.
 */
final class Quickstart {

  private static final List<String> CHIPS = List.of("loihi2", "spinnaker1");
  private static final String LEARNED = "learned";
  private static final String CONTROL = "static";
  private static final int FIDELITY_TRIALS = 100;

  private final List<ConfigLayer> layers;
  private final @Nullable Path out;
  private final int episodes;
  private final int threads;
  private final PrintWriter log;
  private final TrainingJob job;

  /**
   * @param layers the preset and what the user changes
   * @param out folder to make or to go on with; null for the next that has no name yet
   * @param episodes fresh trials for every row
   * @param threads at least 1; changes nothing but the time
   * @param log receives progress and the table
   */
  Quickstart(
      List<ConfigLayer> layers, @Nullable Path out, int episodes, int threads, PrintWriter log) {
    this.layers = List.copyOf(layers);
    this.out = out;
    this.episodes = episodes;
    this.threads = threads;
    this.log = log;
    job = new TrainingJob(threads, log);
  }

  void run() {
    long start = System.nanoTime();
    List<ChipProfile<?, ?>> chips = new ArrayList<>();
    CHIPS.forEach(name -> chips.add(Target.named(name)));
    Configuration learning = Presets.complete(layers);
    Configuration fixed = Presets.complete(withoutRule());
    String request = request(learning, fixed);
    if (out != null) {
      QuickstartFolder.require(out, request);
    }
    VectorModule.require();
    TrainingSetup learningSetup = job.setup(learning);
    TrainingSetup fixedSetup = job.setup(fixed);

    try (QuickstartFolder folder =
        out == null ? QuickstartFolder.next(request) : QuickstartFolder.at(out, request)) {
      if (folder.has(LEARNED)) {
        log.printf("Going on with %s, which was interrupted%n", folder.path());
      }
      TrainedNetwork learned = train(folder, LEARNED, learningSetup);
      TrainedNetwork control = train(folder, CONTROL, fixedSetup);
      List<CompiledRun> compiled = new ArrayList<>();
      chips.forEach(chip -> compiled.add(export(folder, learned, chip)));
      Table table = new Table(learning.get(RunSettings.RULE), measure(learned, control, compiled));
      folder.write("table.md", table.toMarkdown());
      folder.write(QuickstartFolder.LAST, table.toJson());
      show(folder, table, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private void show(QuickstartFolder folder, Table table, Duration time) {
    log.println();
    log.print(table.toMarkdown());
    log.println();
    log.printf("Folder %s holds:%n", folder.path());
    log.println(
        "  learned, static        the trained runs: settings, metrics, model, learning curve");
    CHIPS.forEach(c -> log.printf("  %-22s chip image, reports, files for the chip's tools%n", c));
    log.println("  table.md, table.json   the table above");
    log.printf("Done in %s.%n", clock(time));
    log.println();
    log.println("Next, what the network does, what the chip costs, and a rule of your choice:");
    next(folder).forEach(line -> log.println("  " + line));
    log.flush();
  }

  /** All that the content of the folder depends on. */
  private String request(Configuration learning, Configuration fixed) {
    JsonObject request = new JsonObject();
    request.addProperty("plastron", ProjectVersion.text());
    request.addProperty("episodes", episodes);
    request.addProperty(LEARNED, learning.hash());
    request.addProperty(CONTROL, fixed.hash());
    return new GsonBuilder().setPrettyPrinting().create().toJson(request) + "\n";
  }

  private static List<String> next(QuickstartFolder folder) {
    Path learned = folder.part(LEARNED);
    return List.of(
        ShellLine.of("plot", learned, "--out", folder.part("figures")),
        ShellLine.of("verify", learned, "--target", "spinnaker1"),
        ShellLine.of(
            "train",
            "cue-association",
            "--rule",
            "dp-oja",
            "--hardware",
            "loihi2",
            "--length",
            "reduced",
            "--out",
            folder.part("dp-oja")));
  }

  private List<ConfigLayer> withoutRule() {
    List<ConfigLayer> all = new ArrayList<>(layers);
    all.add(ConfigLayer.of("control", RunSettings.RULE, "static"));
    return all;
  }

  private TrainedNetwork train(QuickstartFolder folder, String name, TrainingSetup setup) {
    Configuration config = setup.config();
    log.printf("%nTraining %s (rule %s)%n", name, config.get(RunSettings.RULE));
    log.flush();
    Path path = folder.part(name);
    if (!folder.has(name)) {
      job.start(path, setup);
    } else if (RunFolder.open(path).configuration().hash().equals(config.hash())) {
      job.resume(path);
    } else {
      throw folder.foreign(name);
    }
    return TrainedNetwork.ofRun(path);
  }

  private CompiledRun export(QuickstartFolder folder, TrainedNetwork run, ChipProfile<?, ?> chip) {
    try {
      ExportOptions options = new ExportOptions(1, run.exportSettings(chip));
      CompiledRun compiled = CompiledRun.of(run, chip, options, CompiledRun.CALIBRATION_TRIALS);
      if (!folder.has(chip.name())) {
        int trials = Math.min(episodes, FIDELITY_TRIALS);
        log.printf("%nCompiled for %s; comparing on %d trials%n", chip.title(), trials);
        log.flush();
        ExportFolder.write(
            compiled,
            OutputFormats.defaults(chip.name()),
            compiled.compare(trials, FidelityBounds.DEFAULT, threads),
            folder.part(chip.name()));
      } else if (!ExportFolder.open(folder.part(chip.name())).holds(compiled)) {
        throw folder.foreign(chip.name());
      }
      return compiled;
    } catch (ExportRefusedException e) {
      throw new BadInputException(
          "Rule of the quickstart cannot be put on %s: %s".formatted(chip.title(), e.getMessage()));
    }
  }

  private List<Row> measure(
      TrainedNetwork learned, TrainedNetwork control, List<CompiledRun> compiled) {
    Trials trials = learned.evaluation(episodes);
    List<Row> rows = new ArrayList<>();
    log.println();
    String title = "learned rule, float";
    rows.add(Row.ofFloat(title, measure(title, trials, EpisodeRunners.of(learned.model()))));
    for (boolean learning : List.of(true, false)) {
      for (CompiledRun c : compiled) {
        String name =
            "learned rule, %s, learning %s".formatted(c.profile().title(), learning ? "on" : "off");
        EpisodeRunners runners = EpisodeRunners.of(c.profile(), c.image(), learning);
        rows.add(Row.ofChip(name, measure(name, trials, runners), c));
      }
    }
    String last = "fixed weights, float, trained equally long";
    rows.add(Row.ofFloat(last, measure(last, trials, EpisodeRunners.of(control.model()))));
    return rows;
  }

  private Measurement measure(String title, Trials trials, EpisodeRunners runners) {
    return Measurement.of(trials, runners, threads, new Bar(log, title, trials.count()));
  }

  private static String clock(Duration time) {
    return "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
