package plastron.plasticity.f64;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.family.RuleOptions;

class RuleProgramTest {

  private static RuleDerivation rule(String name) {
    RuleOptions options = RuleOptions.paper().clippedAt(0.5);
    return RuleDerivation.of(Catalogue.find(name).orElseThrow().build(options));
  }

  @Test
  void fixedWeightsAreNotCopied() {
    RuleDerivation rule = rule("static");
    RuleShape64 shape = new RuleShape64(3, 2, 0);
    RuleFrame64 frame = new RuleFrame64(rule, shape);
    assertThat(new RuleProgram64(rule, shape).weight(frame)).isSameAs(frame.of("W"));
  }

  @Test
  void theClipKeepsNotANumber() {
    RuleDerivation rule = rule("dp-linear");
    RuleShape64 shape = new RuleShape64(1, 3, 0);
    RuleFrame64 frame = new RuleFrame64(rule, shape);
    frame.of("E")[0] = new double[] {Double.NaN, 1e9, -1e9};
    new RuleProgram64(rule, shape).update(frame);
    assertThat(frame.next[0][0]).containsExactly(Double.NaN, 0.5, -0.5);
  }
}
