package plastron.tasks.quickstart;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.fidelity.FidelityBounds;
import plastron.export.file.WholeFile;
import plastron.export.profile.ChipProfile;
import plastron.export.stage.ExportOptions;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ShellLine;
import plastron.tasks.cli.VectorModule;
import plastron.tasks.config.ConfigLayer;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.Presets;
import plastron.tasks.config.RunSettings;
import plastron.tasks.export.Compilation;
import plastron.tasks.export.ExportFolder;
import plastron.tasks.export.Target;
import plastron.tasks.export.TrainedRun;
import plastron.tasks.measure.EpisodeRunners;
import plastron.tasks.measure.Measurement;
import plastron.tasks.measure.Trials;
import plastron.tasks.progress.Bar;
import plastron.tasks.run.RunFailure;
import plastron.tasks.train.TrainingJob;

/**
 * The main job: two trainings, two chips, one table. Every number of the table is measured here.
 */
final class Quickstart {

  private static final List<String> CHIPS = List.of("loihi2", "spinnaker1");
  private static final int FIDELITY_TRIALS = 100;

  private final List<ConfigLayer> layers;
  private final Path folder;
  private final int episodes;
  private final int threads;
  private final PrintWriter out;

  /**
   * @param layers the preset and what the user changes
   * @param folder does not exist
   * @param episodes fresh trials for every row
   * @param threads at least 1; changes nothing but the time
   * @param out receives progress and the table
   */
  Quickstart(List<ConfigLayer> layers, Path folder, int episodes, int threads, PrintWriter out) {
    this.layers = List.copyOf(layers);
    this.folder = folder;
    this.episodes = episodes;
    this.threads = threads;
    this.out = out;
  }

  void run() {
    long start = System.nanoTime();
    List<ChipProfile<?, ?>> chips = new ArrayList<>();
    CHIPS.forEach(name -> chips.add(Target.named(name)));
    Configuration learning = Presets.complete(layers);
    Configuration fixed = Presets.complete(withoutRule());
    VectorModule.require();

    TrainedRun learned = train("learned", learning);
    TrainedRun control = train("static", fixed);
    List<Compilation> compiled = new ArrayList<>();
    chips.forEach(chip -> compiled.add(export(learned, chip)));
    Table table = new Table(learning.get(RunSettings.RULE), measure(learned, control, compiled));
    write("table.md", table.toMarkdown());
    write("table.json", table.toJson());

    out.println();
    out.print(table.toMarkdown());
    out.println();
    out.printf("Folder %s holds:%n", folder);
    out.println(
        "  learned, static        the trained runs: settings, metrics, model, learning curve");
    CHIPS.forEach(c -> out.printf("  %-22s chip image, reports, files for the chip's tools%n", c));
    out.println("  table.md, table.json   the table above");
    out.printf("Done in %s.%n", clock(Duration.ofNanos(System.nanoTime() - start)));
    out.println();
    out.println("Next, what the network does, what the chip costs, and a rule of your choice:");
    next().forEach(line -> out.println("  " + line));
    out.flush();
  }

  private List<String> next() {
    Path learned = folder.resolve("learned");
    return List.of(
        ShellLine.of("plot", learned, "--out", folder.resolve("figures")),
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
            folder.resolve("dp-oja")));
  }

  private List<ConfigLayer> withoutRule() {
    List<ConfigLayer> all = new ArrayList<>(layers);
    all.add(ConfigLayer.of("control", RunSettings.RULE, "static"));
    return all;
  }

  private TrainedRun train(String name, Configuration config) {
    out.printf("%nTraining %s (rule %s)%n", name, config.get(RunSettings.RULE));
    out.flush();
    Path path = folder.resolve(name);
    new TrainingJob(threads, out).start(path, config);
    return TrainedRun.open(path);
  }

  private Compilation export(TrainedRun run, ChipProfile<?, ?> chip) {
    try {
      Compilation compiled =
          Compilation.of(run, chip, ExportOptions.DEFAULT, Compilation.CALIBRATION_TRIALS);
      int trials = Math.min(episodes, FIDELITY_TRIALS);
      out.printf("%nCompiled for %s; comparing on %d trials%n", chip.title(), trials);
      out.flush();
      ExportFolder.write(
          compiled,
          compiled.compare(trials, FidelityBounds.DEFAULT, threads),
          folder.resolve(chip.name()));
      return compiled;
    } catch (ExportRefusedException e) {
      throw new BadInputException(
          "Rule of the quickstart cannot be put on %s: %s".formatted(chip.title(), e.getMessage()));
    }
  }

  private List<Row> measure(TrainedRun learned, TrainedRun control, List<Compilation> compiled) {
    Trials trials = learned.evaluation(episodes);
    List<Row> rows = new ArrayList<>();
    out.println();
    String title = "learned rule, float";
    rows.add(Row.ofFloat(title, measure(title, trials, EpisodeRunners.of(learned.model()))));
    for (boolean learning : List.of(true, false)) {
      for (Compilation c : compiled) {
        String name =
            "learned rule, %s, learning %s".formatted(c.profile().title(), learning ? "on" : "off");
        EpisodeRunners runners = EpisodeRunners.of(c.profile(), c.result().image(), learning);
        rows.add(Row.ofChip(name, measure(name, trials, runners), c));
      }
    }
    String last = "fixed weights, float, trained equally long";
    rows.add(Row.ofFloat(last, measure(last, trials, EpisodeRunners.of(control.model()))));
    return rows;
  }

  private Measurement measure(String title, Trials trials, EpisodeRunners runners) {
    return Measurement.of(trials, runners, threads, new Bar(out, title, trials.count()));
  }

  private void write(String name, String text) {
    try {
      WholeFile.create(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw RunFailure.of(folder, e);
    }
  }

  private static String clock(Duration time) {
    return "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
