package plastron.tasks.export;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plastron.core.run.Input;
import plastron.export.Compilation;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.image.BrokenImageException;
import plastron.export.image.ChipImage;
import plastron.export.stage.ExportOptions;
import plastron.export.why.Why;
import plastron.export.why.WhyReport;
import plastron.plasticity.model.PlasticModel;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.cli.Subcommand;
import plastron.tasks.measure.EpisodeRunners;
import plastron.tasks.train.ThreadsOption;

/** Asks why the chip of an export differs from the model that it was made from. */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says why a chip differs from its model: which operation costs how much.",
      "Finds the first spike that differs and the operation behind it, runs the float model with"
          + " every operation alone made integer as the image has it, and ranks them. The report is"
          + " Markdown, or JSON."
    },
    footer = {"", "Example: plastron why my-export --episodes 200"})
public final class WhyCommand implements Subcommand {

  /** Ranges need no more; a number beyond is that of a damaged file. */
  private static final int MOST_CALIBRATION = 10_000;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "EXPORT", description = "Folder made by plastron export.")
  private Path folder;

  @Option(
      names = "--episodes",
      paramLabel = "N",
      defaultValue = "100",
      description = "Trials to compare on (${DEFAULT-VALUE}).")
  private int episodes;

  @Mixin private ReportOutput output;

  @Mixin private ThreadsOption threads;

  @Override
  public Integer call() {
    output.requireNew();
    Counts.requirePositive("--episodes", episodes);
    int count = threads.count(spec.commandLine());
    ExportFolder export = ExportFolder.open(folder);
    WhyReport report = explain(export, export.model(), count);
    output.print(spec.commandLine().getOut(), report::toMarkdown, report::toJson);
    return ExitCode.OK;
  }

  private WhyReport explain(ExportFolder export, PlasticModel model, int count) {
    try {
      return Why.explain(
          model,
          export.profile(),
          export.image(),
          compiled(export, model),
          export.evaluation(episodes).compared(),
          count);
    } catch (BrokenImageException e) {
      throw new BadInputException(
          "Export (%s) cannot be run: %s".formatted(folder, e.getMessage()),
          "Maybe it was made by another version of Plastron.");
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "Export (%s) cannot be explained: %s".formatted(folder, e.getMessage()));
    } catch (ExportRefusedException e) {
      throw new BadInputException(
          "Model of export (%s) cannot be put on %s any more: %s"
              .formatted(folder, export.profile().title(), e.refusals().getFirst()),
          "Maybe it was made by another version of Plastron.");
    }
  }

  /** What the model compiles to, on the trials that the image was calibrated on. */
  private ChipImage compiled(ExportFolder export, PlasticModel model) {
    int calibration = export.image().calibration().episodes();
    if (calibration < 1 || calibration > MOST_CALIBRATION) {
      throw new BadInputException(
          "Export (%s) was calibrated on (%d) trials, expected 1 to %d."
              .formatted(folder, calibration, MOST_CALIBRATION));
    }
    List<Input> examples = export.calibration(calibration).inputs(EpisodeRunners.of(model));
    ExportOptions options = new ExportOptions(export.image().seed(), export.image().settings());
    return Compilation.of(model, export.profile(), examples, options).image();
  }
}
