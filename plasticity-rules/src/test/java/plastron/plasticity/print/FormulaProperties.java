package plastron.plasticity.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.kit.RuleCase;
import plastron.plasticity.kit.TreeReading;
import plastron.plasticity.rule.Definition;
import plastron.plasticity.rule.PlasticityRule;

/** Printing loses nothing: the text, read back, has the same axis and value. */
@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE)
class FormulaProperties {

  @Provide
  Arbitrary<RuleCase> cases() {
    return RuleCase.random(3);
  }

  @Property
  void declaredFormulasReadBackHaveTheSameValue(@ForAll("cases") RuleCase c) {
    Formula formula = new Formula(TextNotation.PLAIN);
    for (Definition signal : c.rule().signals()) {
      same(c, signal.value(), FormulaReader.read(c.rule(), formula.of(signal.value())));
    }
    for (Definition update : c.rule().updates()) {
      same(c, update.value(), FormulaReader.read(c.rule(), formula.of(update.value())));
    }
    same(c, c.rule().weight(), FormulaReader.read(c.rule(), formula.of(c.rule().weight())));
  }

  @Property
  void normalFormsReadBackHaveTheSameValue(@ForAll("cases") RuleCase c) {
    Formula formula = new Formula(TextNotation.PLAIN);
    var updates = c.derivation().updates();
    for (int u = 0; u < updates.size(); u++) {
      Expr read = FormulaReader.read(c.rule(), formula.of(updates.get(u).next()));
      sameValue(c, c.rule().updates().get(u).value(), read);
    }
  }

  @Property
  void latexOfAnyRuleIsWellFormed(@ForAll("cases") RuleCase c) {
    PlasticityRule rule = c.rule();
    LatexCheck.check(RuleFormat.LATEX.printWithNormalForm(rule));
  }

  private static void same(RuleCase c, Expr declared, Expr read) {
    assertThat(read.axis()).isEqualTo(declared.axis());
    sameValue(c, declared, read);
  }

  private static void sameValue(RuleCase c, Expr declared, Expr read) {
    TreeReading reading = TreeReading.of(c.rule(), c.byPre().frame(), Axis.PRE);
    TreeReading magnitudes = TreeReading.magnitudes(c.rule(), c.byPre().frame(), Axis.PRE);
    int rows = declared.axis() == Axis.SYNAPSE ? c.shape().pre() : 1;
    int columns = c.byPre().shape().zeros(declared.axis())[0].length;
    for (int j = 0; j < rows; j++) {
      for (int i = 0; i < columns; i++) {
        int row = declared.axis() == Axis.SYNAPSE ? j : i;
        assertThat(reading.at(read, row, i))
            .isEqualTo(
                reading.at(declared, row, i), within(1e-13 * magnitudes.at(declared, row, i)));
      }
    }
  }
}
