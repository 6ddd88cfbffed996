package plastron.loihi.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleParserTest {

  @Test
  void readsScaleGateAndFactors() {
    MicrocodeRule rule = MicrocodeRule.ofWeight("-28*2^-2*u3*(5-x1)*sgn(w+2)");
    Product product = rule.dw().orElseThrow().products().getFirst();
    assertThat(rule.decimateExponent()).hasValue(3);
    assertThat(product.gate()).isEqualTo(Gate.U);
    assertThat(product.mantissa()).isEqualTo(7);
    assertThat(product.exponent()).isZero();
    assertThat(product.factors().getFirst()).isEqualTo(Factor.plus(Variable.X1, -5));
    assertThat(product.factors().getLast().sign()).isTrue();
    assertThat(rule.print(rule.dw().orElseThrow())).isEqualTo("7*2^0*u3*(x1-5)*sgn(w+2)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "u0*sgn(-w); sgn() of a negated variable",
        "x0*(w*2); inside a bracket",
        "x0*(2*w); inside a bracket",
        "x0*(-w); Lava misreads",
        "x0*(y0); Lava misreads",
        "x0*(w+1+2); bracket should close",
        "x0*(w; bracket should close",
        "x0*u1*w; would be ignored",
        "u10*w; one digit",
        "u0*w + u1*x1; one k",
        "x1*y1; without a gate",
        "x0*-w; sign (-) inside a product",
        "x0**w; unknown name (*)",
        "2x0; operator is expected",
        "x0 w; operator is expected",
        "x0*3^2; power of (3)",
        "x0*9; mantissa (9)",
        "x0*2^9; exponent (9)",
        "x0*2^-8; exponent (-8)",
        "x0*(w+2^-1); adds the constant",
        "x0*foo; unknown name (foo)",
        "x0*sgn(x1); sgn(x1)",
        "x0*sgn(3); sgn() of a number",
        "x0 + ; ends too early",
        "x0*w/2; unknown character (/)"
      })
  void refusesWhatWouldBeMisread(String rule, String reason) {
    assertThatThrownBy(() -> MicrocodeRule.ofWeight(rule))
        .isInstanceOf(RuleSyntaxException.class)
        .hasMessageStartingWith("The rule (" + rule.strip())
        .hasMessageContaining(reason);
  }

  @Test
  void oneKServesAllTargets() {
    assertThatThrownBy(
            () -> MicrocodeRule.parse(Optional.of("u0*w"), Optional.empty(), Optional.of("u1*t")))
        .isInstanceOf(RuleSyntaxException.class)
        .hasMessageContaining("one k for the whole rule set");
  }
}
