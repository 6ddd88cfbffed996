package plastron.tasks.export;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plastron.export.fidelity.FidelityBounds;
import plastron.export.fidelity.FidelityReport;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.cli.Subcommand;
import plastron.tasks.train.ThreadsOption;

/** Compares the float model with the chip on the same trials and judges the difference. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Compares the float model with the chip on the same fresh trials.",
      "The report is Markdown, or JSON; the exit code is 1 if a bound is not kept."
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

  @Mixin private BoundOptions bounds;

  @Mixin private ReportOutput output;

  @Mixin private ThreadsOption threads;

  @Override
  public Integer call() {
    output.requireNew();
    Counts.requirePositive("--episodes", episodes);
    int count = threads.count(spec.commandLine());
    FidelityBounds kept = bounds.bounds();
    CompiledRun compiled = compile.compile(spec.commandLine().getErr(), count);
    FidelityReport report = compiled.compareRounded(episodes, kept, count);
    output.print(spec.commandLine().getOut(), report::toMarkdown, report::toJson);
    return report.passes() ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }
}
