package plastron.loihi.rule;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RuleParserProperties {

  @Provide
  Arbitrary<MicrocodeRule> rules() {
    return Rules.rules();
  }

  @Property
  void whatIsPrintedIsReadBack(@ForAll("rules") MicrocodeRule rule) {
    MicrocodeRule read =
        MicrocodeRule.parse(
            rule.dw().map(rule::print), rule.dd().map(rule::print), rule.dt().map(rule::print));
    assertThat(read).isEqualTo(rule);
  }

  @Property
  void anyTextIsReadOrRefusedInOneLine(@ForAll("texts") String text) {
    try {
      new RuleParser().parse(text);
    } catch (RuleSyntaxException refused) {
      assertThat(refused.getMessage()).startsWith("The rule (");
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return net.jqwik.api.Arbitraries.strings().withChars("xyuwdtsgn0123459+-*^() ").ofMaxLength(14);
  }
}
