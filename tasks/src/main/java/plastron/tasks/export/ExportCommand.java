package plastron.tasks.export;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plastron.export.fidelity.FidelityBounds;
import plastron.export.fidelity.FidelityReport;
import plastron.export.format.OutputFormat;
import plastron.export.image.ChipImage;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.cli.Subcommand;
import plastron.tasks.train.ThreadsOption;

/** Compiles a trained network with its rule for a chip and files what belongs to it. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Compiles a trained network and its plasticity rule for a chip.",
      "A model that the chip cannot run is refused with every reason; the exit code is then 2."
    })
public final class ExportCommand implements Subcommand {

  @Spec private CommandSpec spec;

  @Mixin private CompileOptions compile;

  @Mixin private FormatsOption formats;

  @Option(
      names = "--episodes",
      paramLabel = "N",
      defaultValue = "50",
      description = "Trials of the comparison that is filed (${DEFAULT-VALUE}).")
  private int episodes;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to make.")
  private Path folder;

  @Mixin private ThreadsOption threads;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ExportFolder.requireAbsent(folder);
    Counts.requirePositive("--episodes", episodes);
    int count = threads.count(spec.commandLine());
    List<OutputFormat> chosen = formats.of(compile.chip());
    CompiledRun compiled = compile.compile(spec.commandLine().getErr(), count);
    FidelityReport fidelity = compiled.compare(episodes, FidelityBounds.DEFAULT, count);
    List<String> files = ExportFolder.write(compiled, chosen, fidelity, folder);
    ChipImage image = compiled.image();
    out.printf(
        "Model %s for %s: %d cores.%n",
        image.model(), compiled.profile().title(), image.cores().size());
    image
        .diagnostics()
        .forEach(d -> out.println(d.severity().name().toLowerCase(Locale.ROOT) + ": " + d));
    out.printf(
        "On %d trials: float %d correct, chip %d correct.%n",
        episodes, fidelity.accuracy().floatCorrect(), fidelity.accuracy().chipCorrect());
    out.printf("Written to %s: %s%n", folder, String.join(", ", files));
    return ExitCode.OK;
  }
}
