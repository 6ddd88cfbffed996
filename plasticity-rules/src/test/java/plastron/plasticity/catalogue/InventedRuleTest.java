package plastron.plasticity.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.kit.RuleLaws;
import plastron.plasticity.print.RuleFormat;

/**
 * Adding a rule is one file and one line: a declaration alone has evaluators, gradients and printed
 * forms.
 */
class InventedRuleTest {

  @TestFactory
  Stream<DynamicTest> aNewRuleKeepsTheLawsWithoutFurtherCode() {
    return RuleLaws.of(new InventedRule());
  }

  @Test
  void aNewRuleIsPrintedWithoutFurtherCode() {
    var rule = new InventedRule().build(RuleOptions.paper());
    assertThat(RuleFormat.TEXT.print(rule))
        .contains("surprise = y - Dot(E, x) - mean")
        .contains("E'       = E + beta.(surprise.x - E.E.E)");
    assertThat(RuleFormat.LATEX.print(rule))
        .contains("\\mathit{surprise} \\otimes x - E \\odot E \\odot E");
  }
}
