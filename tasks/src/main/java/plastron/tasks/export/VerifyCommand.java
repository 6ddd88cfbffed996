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
import plastron.export.file.WholeFile;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.cli.Subcommand;
import plastron.tasks.run.RunFailure;
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

  @Option(names = "--out", paramLabel = "FILE", description = "Writes the report here as well.")
  private @Nullable Path file;

  @Option(names = "--json", description = "Makes the report one JSON object.")
  private boolean json;

  @Mixin private ThreadsOption threads;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (file != null) {
      ExportFolder.requireAbsent(file);
    }
    Counts.requirePositive("--episodes", episodes);
    int count = threads.count(spec.commandLine());
    FidelityBounds kept = bounds.bounds();
    CompiledRun compiled = compile.compile(spec.commandLine().getErr(), count);
    FidelityReport report = compiled.compareRounded(episodes, kept, count);
    String text = json ? report.toJson() : report.toMarkdown();
    out.print(text);
    if (file != null) {
      write(file, text);
    }
    return report.passes() ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }

  /** Writes a report, whole or not at all. */
  static void write(Path file, String text) {
    try {
      WholeFile.create(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw RunFailure.of(file, e);
    }
  }
}
