package plastron.tasks.contract;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plastron.export.contract.ContractSummary;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.cli.Subcommand;
import plastron.tasks.config.NearestName;
import plastron.tasks.export.Counts;
import plastron.tasks.train.ThreadsOption;

/** Tries many models on the chips and holds each against the error that its export states. */
@Command(
    name = "contract",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Compiles many small models for the chips and measures on their emulators whether each stays",
      "within the error that its export states: a grid of rules and its edges, or drawn models.",
      "Exit code 1 if a chip breaks a statement."
    })
public final class ContractCommand implements Subcommand {

  private static final int MOST_SHOWN = 100;

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "CHIP", description = "One chip; all if left out.")
  private @Nullable String name;

  @Option(
      names = "--random",
      paramLabel = "N",
      description = "Drawn models, this many a chip, in place of the grid and its edges.")
  private @Nullable Integer random;

  @Option(
      names = "--networks",
      paramLabel = "N",
      description = "The same for drawn networks of several projections.")
  private @Nullable Integer networks;

  @Option(
      names = "--catalogue",
      description =
          "In place of the grid, all rules of the catalogue on one protocol, as a page in"
              + " markdown.")
  private boolean catalogue;

  @Option(
      names = "--codes",
      description =
          "In place of the grid, all codes by which something is refused, as a page in markdown.")
  private boolean codes;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Number of the first drawn model (default 1); each has its own.")
  private long seed;

  @Mixin private ThreadsOption threads;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (default): sums and violations; markdown: every case of the grid.")
  private String format;

  @Override
  public Integer call() {
    if (!List.of("text", "markdown").contains(format)) {
      throw new BadInputException(
          "Option --format (%s) must be text or markdown.".formatted(format),
          NearestName.maybe(format, List.of("text", "markdown")));
    }
    if (codes) {
      printCodes();
      return ExitCode.OK;
    }
    ContractRuns runs =
        new ContractRuns(
            threads.count(spec.commandLine()), new ContractProgress(spec.commandLine().getErr()));
    if (catalogue && (random != null || networks != null)) {
      throw new BadInputException(
          "Option --catalogue is for the rules of the catalogue, not for drawn models.",
          "Maybe leave %s out.".formatted(random != null ? "--random" : "--networks"));
    }
    if (catalogue) {
      spec.commandLine()
          .getOut()
          .print(CatalogueTable.print(chips(), runs.threads(), runs.progress()));
      return ExitCode.OK;
    }
    if (random != null) {
      Counts.requirePositive("--random", random);
    }
    if (networks != null) {
      Counts.requirePositive("--networks", networks);
    }
    boolean drawn = random != null || networks != null;
    if (drawn && format.equals("markdown")) {
      throw new BadInputException(
          "Option --format (markdown) is for the grid, not for drawn models.",
          "Maybe leave %s out.".formatted(random != null ? "--random" : "--networks"));
    }
    PrintWriter out = spec.commandLine().getOut();
    boolean isText = format.equals("text");
    List<ContractSummary> grids = new ArrayList<>();
    List<ContractSummary> edges = new ArrayList<>();
    for (ChipProfile<?, ?> chip : chips()) {
      if (random != null) {
        grids.add(shown(out, "drawn", runs.random(chip, seed, random), isText));
      }
      if (networks != null) {
        grids.add(shown(out, "networks", runs.networks(chip, seed, networks), isText));
      }
      if (!drawn) {
        grids.add(shown(out, "grid", runs.grid(chip), isText));
        edges.add(shown(out, "edges", runs.edges(chip), isText));
      }
    }
    if (!isText) {
      out.print(ContractDocument.print(grids, edges));
    }
    boolean tight = drawn || grids.stream().allMatch(ContractSummary::isTight);
    return tight && Stream.concat(grids.stream(), edges.stream()).allMatch(ContractSummary::keeps)
        ? ExitCode.OK
        : ExitCode.CHECK_FAILED;
  }

  private void printCodes() {
    String other =
        catalogue
            ? "--catalogue"
            : random != null ? "--random" : networks != null ? "--networks" : null;
    if (other == null && name != null) {
      other = "(%s)".formatted(name);
    }
    if (other != null) {
      throw new BadInputException(
          "Option --codes is for all chips and nothing else.",
          "Maybe leave %s out.".formatted(other));
    }
    spec.commandLine().getOut().print(RefusalDocument.print());
  }

  private static ContractSummary shown(
      PrintWriter out, String what, ContractSummary summary, boolean isText) {
    if (isText) {
      print(out, what, summary);
    }
    return summary;
  }

  private List<ChipProfile<?, ?>> chips() {
    if (name == null) {
      return ChipProfiles.all();
    }
    List<String> names = ChipProfiles.all().stream().map(c -> c.name()).toList();
    if (!names.contains(name)) {
      throw NearestName.refusal("Chip", name, names);
    }
    return List.of(ChipProfiles.named(name));
  }

  private static void print(PrintWriter out, String what, ContractSummary summary) {
    out.println(
        String.format(
            Locale.ROOT,
            "%s, %s: %d models, %d accepted, %d with a large error that is said, %d without a"
                + " stated one, refused %s; stated over measured %.2f in the median; %d outside"
                + " what was stated: %s",
            summary.chip(),
            what,
            summary.results().size(),
            summary.accepted(),
            summary.large(),
            summary.unstated(),
            summary.refusals(),
            summary.medianRatio(),
            summary.violations().size(),
            summary.keeps() ? "kept" : "BROKEN"));
    summary.violations().stream()
        .limit(MOST_SHOWN)
        .forEach(
            v ->
                out.println(
                    "  %s: %s, excuse: %s".formatted(v.model(), v.violations(), v.excuse())));
    out.flush();
  }
}
