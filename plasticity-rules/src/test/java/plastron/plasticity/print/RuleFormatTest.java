package plastron.plasticity.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Function;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;

class RuleFormatTest {

  private static PlasticityRule rule(String name) {
    return Catalogue.find(name).orElseThrow().build(RuleOptions.paper().clippedAt(2));
  }

  @Test
  void textOfARule() {
    assertThat(RuleFormat.TEXT.print(rule("dp-oja")))
        .isEqualTo(
            """
            dp-oja: Differentiable plasticity, Oja form as printed
              source: Schmidgall et al. 2021, doi 10.3389/fnbot.2021.629210, equation 11

              x      activity   PRE
              y      activity   POST
              W      parameter  SYNAPSE
              alpha  parameter  SYNAPSE
              eta    parameter  GLOBAL   in [0, 1]
              E      state      SYNAPSE  in [-2, 2]
              d      signal     POST

              d  = y - Dot(E, x)         (signal, POST)
              E' = E - eta.E + eta.d.x   (state, SYNAPSE)
              w  = W + alpha.E           (effective weight, SYNAPSE)
            """);
  }

  @Test
  void textOfTheNormalForm() {
    assertThat(RuleFormat.TEXT.printWithNormalForm(rule("dp-oja")))
        .contains("dot_E_x = Dot(E, x)")
        .contains("d       = -dot_E_x + y")
        .contains("E'      = E - eta.E + eta.x.d");
  }

  @Test
  void markdownOfARule() {
    assertThat(RuleFormat.MARKDOWN.print(rule("dp-bcm")))
        .startsWith("## `dp-bcm`: ")
        .contains("| $\\eta_\\phi$ | `eta_phi` | parameter | GLOBAL | in [0, 1] |")
        .contains("```math\n\\begin{aligned}\n")
        .contains("E' &= E - \\eta \\, E + \\eta \\, y \\otimes b && \\text{(state, SYNAPSE)}")
        .endsWith("```\n");
  }

  @Test
  void latexOfARule() {
    assertThat(RuleFormat.LATEX.print(rule("ndp-oja")))
        .contains("M &= W_m \\, y &&")
        .contains("d &= M \\odot y - E \\, x &&")
        .contains("E' &= E - \\eta \\, E + \\eta \\, d \\otimes x &&")
        .contains("w &= W + \\alpha \\odot E &&");
  }

  @Test
  void parenthesesStandOnlyWhereNeeded() {
    RuleBuilder builder = PlasticityRule.named("r");
    Symbol x = builder.activity("x", Axis.PRE);
    Symbol y = builder.activity("y", Axis.POST);
    Symbol w = builder.parameter("W", Axis.SYNAPSE, Bounds.NONE, "W");
    Expr nested =
        Expr.sum(
            Expr.neg(Expr.sum(Expr.ref(x), Expr.neg(Expr.constant(-0.5)))),
            Expr.product(
                Expr.constant(2),
                Expr.product(x, x),
                Expr.constant(5),
                Expr.neg(Expr.ref(y)),
                Expr.ref(y)));
    assertThat(new Formula(TextNotation.PLAIN).of(nested))
        .isEqualTo("-(x + 0.5) + 2.x.x.(5).(-y).y");
    assertThat(new Formula(LatexNotation.MATH).of(nested))
        .isEqualTo(
            "-\\left(x + 0.5\\r"
                + "ight) + 2 \\cdot 5 \\, \\left(\\left(-y\\r"
                + "ight) \\odot y\\r"
                + "ight) \\otimes \\left(x \\odot x\\r"
                + "ight)");
    assertThat(new Formula(LatexNotation.MATH).of(Expr.constant(1e-10)))
        .isEqualTo("1 \\cdot 10^{-10}");
    assertThat(builder.weight(Expr.ref(w)).isPlastic()).isFalse();
  }

  @Test
  void functionsInPrint() {
    Symbol y = Symbol.of("y", Axis.POST, Role.ACTIVITY);
    Expr sum = Expr.sum(Expr.ref(y), Expr.neg(Expr.constant(1)));
    Expr clamp = Expr.apply(new Function.Clamp(-0.5, 2), sum);
    Expr positive = Expr.apply(new Function.PositivePart(), sum);
    assertThat(new Formula(TextNotation.PLAIN).of(clamp)).isEqualTo("clamp(y - 1, -0.5, 2)");
    assertThat(new Formula(TextNotation.PLAIN).of(positive)).isEqualTo("positive(y - 1)");
    assertThat(new Formula(LatexNotation.MATH).of(clamp))
        .isEqualTo("\\left(y - 1\\r" + "ight)_{-0.5}^{2}");
    assertThat(new Formula(LatexNotation.MATH).of(positive))
        .isEqualTo("\\left(y - 1\\r" + "ight)_+");
  }

  @Test
  void boundsInWords() {
    assertThat(Wording.bounds(Symbol.of("a", Axis.PRE, Role.STATE))).isEmpty();
    Symbol a = Symbol.of("a", Axis.PRE, Role.STATE);
    assertThat(Wording.bounds(a.within(new Bounds(0, Double.POSITIVE_INFINITY))))
        .isEqualTo("at least 0");
    assertThat(Wording.bounds(a.within(new Bounds(Double.NEGATIVE_INFINITY, 3))))
        .isEqualTo("at most 3");
    assertThat(Wording.bounds(a.within(Bounds.UNIT))).isEqualTo("in [0, 1]");
  }
}
