package plastron.export.nir.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Function;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

class RuleTextTest {

  private static final Symbol W = Symbol.of("W", Axis.SYNAPSE, Role.PARAMETER);
  private static final Map<String, Symbol> SYMBOLS = Map.of("W", W);

  private static Expr deep(int operations) {
    Expr expr = Expr.ref(W);
    for (int k = 0; k < operations; k++) {
      expr = k % 2 == 0 ? Expr.neg(expr) : Expr.sum(expr, Expr.constant(2));
    }
    return expr;
  }

  @Test
  void anExpressionComesBackAsItWas() {
    Expr clamped = Expr.apply(new Function.Clamp(-1, 0.5), Expr.product(W, W));
    assertThat(RuleText.print(clamped)).isEqualTo("(clamp -1.0 0.5 (product W W))");
    assertThat(RuleText.parse(RuleText.print(clamped), SYMBOLS)).isEqualTo(clamped);
    Expr deep = deep(500);
    assertThat(RuleText.print(RuleText.parse(RuleText.print(deep), SYMBOLS)))
        .isEqualTo(RuleText.print(deep));
  }

  @Test
  void whatIsTooDeepIsNeitherWrittenNorRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RuleText.print(deep(502)))
        .withMessageStartingWith("Expression has more than 500 operations");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RuleText.parse("(neg ".repeat(100_000), SYMBOLS))
        .withMessageContaining("expected at most 500 brackets");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''        | Expression has (its end), expected a number, a symbol or a bracket.",
        "V         | Expression has (V), expected one of [W].",
        "1x        | Expression has (1x), expected a number.",
        "W W       | Expression has (W), expected nothing behind it.",
        "(div W W) | Expression has (div), expected neg, sum, product, dot or a function.",
        "(neg W W) | Expression has (W), expected a closing bracket.",
        "(sum)     | A sum or product (empty) needs at least one part."
      })
  void whatIsNoExpressionIsOneLine(String text, String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RuleText.parse(text, SYMBOLS))
        .withMessage(line);
  }
}
