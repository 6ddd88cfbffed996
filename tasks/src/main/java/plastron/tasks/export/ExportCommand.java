package plastron.tasks.export;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.fidelity.FidelityBounds;
import plastron.export.fidelity.FidelityReport;
import plastron.export.format.ModelExporter;
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
      "Compiles a trained network and its plasticity rule for a chip, or writes the model itself"
          + " for other tools.",
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

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder to make; without --target, the model's file.")
  private Path folder;

  @Mixin private ThreadsOption threads;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    ExportFolder.requireAbsent(folder);
    if (!compile.hasTarget()) {
      ModelExporter exporter = formats.exporter();
      new ModelExport(exporter, compile.model()).write(folder, out, err);
      return ExitCode.OK;
    }
    Counts.requirePositive("--episodes", episodes);
    int count = threads.count(spec.commandLine());
    List<OutputFormat> chosen = formats.of(compile.chip());
    CompiledRun compiled = compile.compile(err, count);
    List<Diagnostic> ofFormats = FormatsOption.diagnostics(chosen, compiled.image(), err);
    FidelityReport fidelity = compiled.compare(episodes, FidelityBounds.DEFAULT, count);
    List<String> files = ExportFolder.write(compiled, chosen, fidelity, folder);
    ChipImage image = compiled.image();
    out.printf(
        "Model %s for %s: %d cores.%n",
        image.model(), compiled.profile().title(), image.cores().size());
    Stream.concat(image.diagnostics().stream(), ofFormats.stream())
        .forEach(d -> out.println(d.severity().name().toLowerCase(Locale.ROOT) + ": " + d));
    out.printf(
        "On %d trials: float %d correct, chip %d correct.%n",
        episodes, fidelity.accuracy().floatCorrect(), fidelity.accuracy().chipCorrect());
    out.printf("Written to %s: %s%n", folder, String.join(", ", files));
    return ExitCode.OK;
  }
}
