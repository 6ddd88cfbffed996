package plastron.tasks.export;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plastron.export.fidelity.FidelityBounds;
import plastron.export.fidelity.FidelityReport;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.cli.Subcommand;
import plastron.tasks.run.RunFailure;
import plastron.tasks.run.WholeFile;
import plastron.tasks.train.ThreadsOption;

/** Compares the float model with the chip on the same trials and judges the difference. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Compares the float model with the chip on the same fresh trials.",
      "The report is Markdown; the exit code is 1 if a bound is not kept."
    })
public final class VerifyCommand implements Subcommand {

  @Spec private CommandSpec spec;

  @Mixin private CompileOptions compile;

  @Option(
      names = "--episodes",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Trials to compare on (${DEFAULT-VALUE}).")
  private int episodes;

  @Option(
      names = "--max-loss",
      paramLabel = "POINTS",
      defaultValue = "2",
      description = "Most percentage points of accuracy that the chip may lose (${DEFAULT-VALUE}).")
  private double loss;

  @Option(
      names = "--max-trace-error",
      paramLabel = "SHARE",
      defaultValue = "0.05",
      description = "Most RMS error of traces, as a share of full scale (${DEFAULT-VALUE}).")
  private double traceError;

  @Option(
      names = "--min-coincidence",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "Least share of spikes that coincide (${DEFAULT-VALUE}).")
  private double coincidence;

  @Option(names = "--out", paramLabel = "FILE", description = "Writes the report here as well.")
  private @Nullable Path file;

  @Mixin private ThreadsOption threads;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (file != null) {
      ExportFolder.requireAbsent(file);
    }
    Counts.requirePositive("--episodes", episodes);
    int count = threads.count(spec.commandLine());
    FidelityBounds bounds =
        new FidelityBounds(
            share("--max-loss", loss, 100),
            share("--max-trace-error", traceError, Double.MAX_VALUE),
            share("--min-coincidence", coincidence, 1));
    Compilation compiled = compile.compile(spec.commandLine().getErr());
    FidelityReport report = compiled.compare(episodes, bounds, count);
    out.print(report.toMarkdown());
    if (file != null) {
      write(file, report.toMarkdown());
    }
    return report.passes() ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }

  private static double share(String option, double value, double most) {
    if (!(value >= 0 && value <= most)) {
      throw new BadInputException(
          "Option %s (%s) must be a number from 0%s."
              .formatted(option, value, most == Double.MAX_VALUE ? "" : " to " + most));
    }
    return value;
  }

  private static void write(Path file, String text) {
    try {
      WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw RunFailure.of(file, e);
    }
  }
}
