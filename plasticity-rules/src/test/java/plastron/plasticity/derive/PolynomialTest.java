package plastron.plasticity.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static plastron.plasticity.expr.Expr.constant;
import static plastron.plasticity.expr.Expr.neg;
import static plastron.plasticity.expr.Expr.product;
import static plastron.plasticity.expr.Expr.ref;
import static plastron.plasticity.expr.Expr.sum;

import org.junit.jupiter.api.Test;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

class PolynomialTest {

  private static final Symbol ETA = Symbol.of("eta", Axis.GLOBAL, Role.PARAMETER);
  private static final Symbol X = Symbol.of("x", Axis.PRE, Role.ACTIVITY);
  private static final Symbol Y = Symbol.of("y", Axis.POST, Role.ACTIVITY);
  private static final Symbol E = Symbol.of("E", Axis.SYNAPSE, Role.STATE);

  @Test
  void multipliesOutSortsAndMerges() {
    Expr expr = product(sum(ref(E), neg(ref(X))), sum(ref(E), ref(X)), neg(constant(0.5)));
    assertThat(Polynomial.of(expr)).hasToString("0.5.x.x - 0.5.E.E");
  }

  @Test
  void termsThatCancelAreGone() {
    assertThat(Polynomial.of(sum(ref(X), neg(ref(X)))).terms()).isEmpty();
    assertThat(Polynomial.of(sum(ref(X), neg(ref(X))))).hasToString("0");
  }

  @Test
  void theDerivativeOfAPowerHasItsDegreeAsFactor() {
    Polynomial cube = Polynomial.of(product(X, X, X, Y));
    assertThat(cube.derivative(X)).hasToString("3.x.x.y");
    assertThat(cube.derivative(ETA).terms()).isEmpty();
  }

  @Test
  void aHugeCoefficientIsPrintedAsItIs() {
    assertThat(Polynomial.of(product(constant(1e30), ref(X)))).hasToString("1.0E30.x");
  }

  @Test
  void rowFormGathersWhatIsConstantAlongARow() {
    Polynomial update = Polynomial.of(sum(ref(E), neg(product(ETA, E)), product(ETA, Y, X)));
    assertThat(RowForm.of(update, Axis.PRE).terms())
        .extracting(t -> t.coefficient() + " | " + t.monomial().column() + t.monomial().synapse())
        .containsExactly("1 - eta | [][E]", "eta.x | [y][]");
  }

  @Test
  void aMatrixVectorProductHasNoPolynomialForm() {
    assertThatThrownBy(() -> Polynomial.of(Expr.dot(E, X)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(E, x)");
  }
}
