package plastron.tasks.rules;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plastron.export.contract.RuleProtocol;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.export.profile.RuleExplanation;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.print.RuleFormat;
import plastron.plasticity.rule.PlasticityRule;

/** What becomes of a rule on every chip that the program knows. */
final class ChipSection {

  private ChipSection() {}

  /** One part a chip; ends with a line break, empty if there are no chips. */
  static String print(RuleFamily family, RuleFormat format) {
    return print(chip -> family.build(RuleProtocol.options(chip.form())), format);
  }

  /** The same for a rule that leaves no choice. */
  static String print(PlasticityRule rule, RuleFormat format) {
    return print(chip -> rule, format);
  }

  private static String print(Function<ChipProfile<?, ?>, PlasticityRule> rule, RuleFormat format) {
    return ChipProfiles.all().stream()
        .map(chip -> "\n" + part(chip, rule.apply(chip), format))
        .collect(Collectors.joining());
  }

  private static String part(ChipProfile<?, ?> chip, PlasticityRule rule, RuleFormat format) {
    RuleExplanation explanation = chip.explain(rule);
    String title =
        "%s (%s): %s"
            .formatted(chip.title(), chip.name(), explanation.runs() ? "runs" : "does not run");
    String lines =
        Stream.concat(
                explanation.lines().stream(),
                explanation.departures().stream().map("departs from the rule: %s"::formatted))
            .collect(Collectors.joining("\n"));
    return switch (format) {
      case TEXT -> title + "\n" + lines.indent(2);
      case MARKDOWN -> "### " + title + "\n\n```\n" + lines + "\n```\n";
      case LATEX ->
          "\\paragraph{" + title + "}\n\\begin{verbatim}\n" + lines + "\n\\end{verbatim}\n";
    };
  }
}
