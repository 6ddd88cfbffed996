package plastron.tasks.rules;

import java.util.Locale;
import java.util.stream.Collectors;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.diagnostic.Severity;
import plastron.export.format.ImportedRule;
import plastron.export.format.RuleImporters;
import plastron.plasticity.print.RuleFormat;
import plastron.tasks.cli.BadInputException;

/** What a rule of another tool is. */
final class ImportedSection {

  /** Rates are spikes a step: a rule alone knows no other. */
  private static final double REFERENCE_RATE = 1;

  private ImportedSection() {}

  /**
   * Ends with a line break.
   *
   * @param importer name of a rule importer
   * @throws BadInputException if the text is no rule
   */
  static String print(String importer, String text, RuleFormat format) {
    ImportedRule imported = read(importer, text);
    String found =
        String.join("\n", imported.lines())
            + "\n"
            + imported.diagnostics().stream()
                .map(ImportedSection::line)
                .collect(Collectors.joining());
    String asItIs =
        switch (format) {
          case TEXT -> found;
          case MARKDOWN -> "```\n" + found + "```\n";
          case LATEX -> "\\begin{verbatim}\n" + found + "\\end{verbatim}\n";
        };
    return asItIs
        + imported
            .rule()
            .map(
                rule ->
                    "\n"
                        + format.printWithNormalForm(rule)
                        + "It is Lava's with "
                        + imported.start().entrySet().stream()
                            .map(e -> "%s = %s".formatted(e.getKey(), number(e.getValue())))
                            .collect(Collectors.joining(", "))
                        + ", rates in spikes a step.\n"
                        + ChipSection.print(rule, format))
            .orElse("");
  }

  private static ImportedRule read(String importer, String text) {
    try {
      return RuleImporters.named(importer).read(text, REFERENCE_RATE);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }

  private static String line(Diagnostic diagnostic) {
    String word = diagnostic.severity() == Severity.REFUSAL ? "refused" : "warning";
    return "%s: %s\n".formatted(word, diagnostic);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
