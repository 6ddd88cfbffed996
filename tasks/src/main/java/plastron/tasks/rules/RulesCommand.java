package plastron.tasks.rules;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.print.RuleFormat;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.cli.Subcommand;
import plastron.tasks.config.NearestName;

/** Prints the rule catalogue, or one rule with what it becomes on every chip. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prints the plasticity rules.",
      "With a name: that rule, also multiplied out, and what every chip makes of it, or why not.",
      "With --lava: what a learning rule of Lava does, costs and is in the rule language."
    })
public final class RulesCommand implements Subcommand {

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "A rule, such as ndp-oja.")
  private @Nullable String name;

  @Option(
      names = "--lava",
      paramLabel = "RULE",
      description = {
        "A learning rule as it stands in a program for Lava, such as"
            + " 'Loihi2FLearningRule(dw=\"2^-2*u0*x1*y1 - 2^-4*u0*w\", x1_impulse=16, x1_tau=10,"
            + " y1_impulse=16, y1_tau=10)', or dw alone."
      })
  private @Nullable String lava;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (default), markdown or latex.")
  private String format;

  @Override
  public Integer call() {
    RuleFormat chosen = format();
    PrintWriter out = spec.commandLine().getOut();
    if (lava != null) {
      if (name != null) {
        throw new BadInputException("Rule (%s) must not stand beside --lava.".formatted(name));
      }
      out.print(ImportedSection.print("lava", lava, chosen));
      return ExitCode.OK;
    }
    if (name == null) {
      out.print(CatalogueDocument.print(chosen));
      return ExitCode.OK;
    }
    RuleFamily family = family(name);
    out.print(chosen.printWithNormalForm(family.build(RuleOptions.paper())));
    out.print(ChipSection.print(family, chosen));
    return ExitCode.OK;
  }

  private RuleFormat format() {
    List<String> names =
        List.of(RuleFormat.values()).stream().map(f -> f.name().toLowerCase(Locale.ROOT)).toList();
    if (!names.contains(format)) {
      throw NearestName.refusal("Option --format", format, names);
    }
    return RuleFormat.valueOf(format.toUpperCase(Locale.ROOT));
  }

  private static RuleFamily family(String name) {
    return Catalogue.find(name)
        .orElseThrow(() -> NearestName.refusal("Rule", name, Catalogue.names()));
  }
}
