package plastron.tasks.cli.conformance;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plastron.export.conformance.ConformanceKind;
import plastron.export.conformance.ReferenceFileKind;
import plastron.export.file.OneLine;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.cli.Subcommand;

/** Compares this build with every reference file of a folder. */
@Command(
    name = "conformance",
    mixinStandardHelpOptions = true,
    description =
        "Compares this build with the reference files (*.json, *.h5, *.nir) of a folder and the"
            + " folders in it; or prints the ledger of what it is held against.",
    footer = {
      "",
      "A line a file: PASS, FAIL, SKIP (a kind that is not compared yet, or not known here) or"
          + " BROKEN (damaged, or no set of reference values; counts as failed).",
      "Exit codes: 0 all agree, 1 a file disagrees, 2 a file is broken or there is none."
    })
public final class ConformanceCommand implements Subcommand {

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "The folder with the reference files.")
  private @Nullable Path folder;

  @Option(
      names = "--ledger",
      description =
          "In place of a comparison, all oracles and all departures from them, as a page in"
              + " markdown.")
  private boolean ledger;

  @Option(names = "--json", description = "Print one JSON object instead of lines.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (ledger != (folder == null)) {
      throw new BadInputException(
          folder == null
              ? "Folder DIR (missing) with the reference files is needed."
              : "Folder DIR (%s) is for a comparison, not for --ledger.".formatted(folder),
          folder == null ? "Maybe add it, or --ledger." : "Maybe leave it out.");
    }
    if (folder == null) {
      spec.commandLine().getOut().print(LedgerDocument.print());
      return ExitCode.OK;
    }
    SortedMap<String, Path> files = ReferenceFolder.files(folder);
    FileCheck check =
        new FileCheck(
            StreamSupport.stream(ServiceLoader.load(ConformanceKind.class).spliterator(), false)
                .toList(),
            StreamSupport.stream(ServiceLoader.load(ReferenceFileKind.class).spliterator(), false)
                .toList());
    int width = files.keySet().stream().mapToInt(String::length).max().orElse(0);
    PrintWriter out = spec.commandLine().getOut();
    List<FileOutcome> outcomes = new ArrayList<>();
    files.forEach(
        (name, path) -> {
          FileOutcome outcome = check.check(path, name);
          outcomes.add(outcome);
          if (!json) {
            out.println(ReportFormat.line(outcome, width));
            out.flush();
          }
        });
    Totals totals = Totals.of(outcomes);
    out.println(json ? ReportFormat.json(outcomes, totals) : totals.line());
    reportBroken(outcomes, totals.broken());
    return totals.exitCode();
  }

  private void reportBroken(List<FileOutcome> outcomes, int broken) {
    if (broken > 0) {
      String first =
          outcomes.stream()
              .filter(outcome -> outcome.status() == FileOutcome.Status.BROKEN)
              .map(outcome -> outcome.file() + ": " + outcome.reason())
              .findFirst()
              .orElseThrow();
      spec.commandLine()
          .getErr()
          .println(
              OneLine.of(
                  "plastron: broken reference files (" + broken + "), the first is " + first));
    }
  }
}
