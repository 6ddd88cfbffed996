package plastron.tasks.export;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plastron.export.image.BrokenImageException;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.Tally;
import plastron.slayer.objective.Measure;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.cli.Subcommand;
import plastron.tasks.measure.EpisodeRunners;
import plastron.tasks.measure.Measured;
import plastron.tasks.measure.Measurement;
import plastron.tasks.progress.Bar;
import plastron.tasks.train.ThreadsOption;

/** Runs a chip image, bit for bit, on the task it was trained for. */
@Command(
    name = "emulate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs a chip image bit-exactly on fresh trials of its task.")
public final class EmulateCommand implements Subcommand {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "Folder made by plastron export.")
  private Path folder;

  @Option(
      names = "--episodes",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Trials to run (${DEFAULT-VALUE}).")
  private int episodes;

  @Option(
      names = "--no-learning",
      description = "Switches the learning rules off: plastic weights stay as they are loaded.")
  private boolean noLearning;

  @Mixin private ThreadsOption threads;

  @Override
  public Integer call() {
    Counts.requirePositive("--episodes", episodes);
    int count = threads.count(spec.commandLine());
    ExportFolder export = ExportFolder.open(folder);
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "Chip image of %s for %s, on-chip learning %s%n",
        export.image().model(), export.profile().title(), noLearning ? "off" : "on");
    EpisodeRunners runners = EpisodeRunners.of(export.profile(), export.image(), !noLearning);
    try {
      Bar bar = new Bar(out, "Trials", episodes);
      print(
          out, Measurement.of(export.evaluation(episodes), runners, count, bar), export.profile());
    } catch (BrokenImageException e) {
      throw new BadInputException(
          "Export (%s) cannot be run: %s".formatted(folder, e.getMessage()),
          "Maybe it was made by another version of Plastron.");
    }
    return ExitCode.OK;
  }

  private static void print(PrintWriter out, Measurement measured, ChipProfile<?, ?> profile) {
    out.printf(
        Locale.ROOT,
        "Accuracy: %.2f %% (95 %% interval %.2f to %.2f), %d of %d trials%n",
        100 * measured.accuracy(),
        100 * measured.interval().low(),
        100 * measured.interval().high(),
        measured.correct(),
        measured.trials());
    for (Measured further : measured.measured()) {
      // Shares beyond the first are what others would do on the same trials.
      if (further.measure().scale() != Measure.Scale.SHARE) {
        out.printf(
            Locale.ROOT,
            "Mean %s: %.4f (95 %% interval %.4f to %.4f)%n",
            further.name(),
            further.mean(),
            further.interval().low(),
            further.interval().high());
      }
    }
    out.printf(
        Locale.ROOT, "Mean hidden rate: %.5f spikes a neuron and step%n", measured.hiddenRate());
    List<Tally> tallies = measured.tallies(profile);
    out.println("Counters:" + (tallies.isEmpty() ? " none" : ""));
    for (Tally tally : tallies) {
      String harmless = tally.count() == 0 || tally.counter().harmful() ? "" : " (harmless)";
      out.printf("  %s %d%s%n", tally.name(), tally.count(), harmless);
    }
  }
}
