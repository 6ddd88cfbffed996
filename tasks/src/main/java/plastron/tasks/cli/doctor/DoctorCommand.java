package plastron.tasks.cli.doctor;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.cli.Subcommand;

/** Shows what this machine has and lacks. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Shows what is installed, what is missing and what it would be needed for.",
    footer = {"", "Exit codes: 0 the core can work, 1 something that everything needs is MISSING."})
public final class DoctorCommand implements Subcommand {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<Finding> findings = Installed.all().toList();
    int what = width(findings, Finding::what);
    int neededFor = width(findings, Finding::neededFor);
    String row = "%-8s %-" + what + "s  %-" + neededFor + "s  %s%n";
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, row, "", "what", "needed for", "found");
    findings.forEach(
        f -> out.printf(Locale.ROOT, row, f.state(), f.what(), f.neededFor(), f.found()));
    return findings.stream().anyMatch(f -> f.state() == Finding.State.MISSING)
        ? ExitCode.CHECK_FAILED
        : ExitCode.OK;
  }

  private static int width(List<Finding> findings, Function<Finding, String> column) {
    return findings.stream().map(column).mapToInt(String::length).max().orElse(0);
  }
}
