package plastron.plasticity.print;

import java.util.List;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;

/**
 * Prints the rules of the catalogue, one after another.
 *
 * @param format in which format
 * @param options with which choices the rules are built
 * @param withNormalForm whether the formulas are also given multiplied out
 */
public record CataloguePrinter(RuleFormat format, RuleOptions options, boolean withNormalForm) {

  /** The rules with the paper's choices and as declared only. */
  public static CataloguePrinter of(RuleFormat format) {
    return new CataloguePrinter(format, RuleOptions.paper(), false);
  }

  /** The whole catalogue; in LaTeX a whole document. Ends with a line break. */
  public String print() {
    return print(Catalogue.families());
  }

  /** Some rules, in this order; in LaTeX a whole document. Ends with a line break. */
  public String print(List<RuleFamily> families) {
    StringBuilder text = new StringBuilder(format.opening());
    for (int i = 0; i < families.size(); i++) {
      text.append(i == 0 ? "" : "\n").append(print(families.get(i)));
    }
    return text.append(format.closing()).toString();
  }

  /** One rule; in LaTeX a section to include. Ends with a line break. */
  public String print(RuleFamily family) {
    return withNormalForm
        ? format.printWithNormalForm(family.build(options))
        : format.print(family.build(options));
  }
}
