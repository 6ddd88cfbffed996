package plastron.plasticity.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.RuleOptions;

class CataloguePrinterTest {

  @ParameterizedTest
  @EnumSource(RuleFormat.class)
  void printsEveryRule(RuleFormat format) {
    String printed = CataloguePrinter.of(format).print();
    assertThat(printed).contains(Catalogue.names());
    assertThat(printed).contains("equations 18 to 21").endsWith("\n");
    assertThat(new CataloguePrinter(format, RuleOptions.paper(), true).print())
        .contains("ultiplied out");
  }

  @Test
  void theLatexDocumentIsWellFormed() {
    String document = new CataloguePrinter(RuleFormat.LATEX, RuleOptions.paper(), true).print();
    assertThat(document).startsWith("\\documentclass").endsWith("\\end{document}\n");
    LatexCheck.check(document);
  }

  @Test
  void oneRuleIsASectionToInclude() {
    String section = CataloguePrinter.of(RuleFormat.LATEX).print(Catalogue.families().getFirst());
    assertThat(section).startsWith("\\subsection*{\\texttt{static}");
  }

  @Test
  void noRuleIsStillADocument() {
    LatexCheck.check(CataloguePrinter.of(RuleFormat.LATEX).print(List.of()));
  }
}
