package plastron.tasks.rules;

import plastron.plasticity.print.CataloguePrinter;
import plastron.plasticity.print.RuleFormat;

/** The whole catalogue as one document; {@code docs/rules.md} is this in Markdown. */
public final class CatalogueDocument {

  private static final String NOTE =
      "<!-- Made by: ./plastron rules --format markdown > docs/rules.md -->\n\n";

  private CatalogueDocument() {}

  /** The document; ends with a line break. */
  public static String print(RuleFormat format) {
    return (format == RuleFormat.MARKDOWN ? NOTE : "") + CataloguePrinter.of(format).print();
  }
}
