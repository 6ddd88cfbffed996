package plastron.plasticity.rate.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ProgramBuilderTest {

  private final ProgramBuilder p = new ProgramBuilder();
  private final Quantity x = p.input("x", 3);

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void lengthsThatDoNotFitAreRefused() {
    Matrix w = p.matrix("W", 2, 4);
    assertRefused(() -> p.affine(w, x), "must be a row of 4");
    Quantity y = p.affine(w.transpose(), p.input("z", 2));
    assertRefused(() -> p.sum(x, y), "must be a row of 3");
    assertRefused(() -> p.product(x, y), "must be a row of 4");
    assertRefused(() -> p.affine(y, w, y), "must be a row of 2");
    assertRefused(() -> p.affine(w, y, p.parameter("b", 3)), "must be a row of 2");
    Quantity hebb = p.state("Hebb", 2, 4);
    assertRefused(() -> p.hebbianUpdate(hebb, x, x, y, 1), "must be a row of 2");
    assertRefused(() -> p.traceProduct(null, hebb, x, null), "must be a row of 4");
    assertRefused(() -> p.orthonormal("U", 2, 3), "must not have more columns than rows");
  }

  @Test
  void namesAreNew() {
    p.parameter("W", 2);
    p.state("h", 2);
    assertRefused(() -> p.parameter("W", 3), "Parameter W must be new.");
    assertRefused(() -> p.state("h", 3), "State h must be new.");
    assertRefused(() -> p.input("x", 3), "Input x must be new.");
  }

  @Test
  void aStateHasOneNextValueOfItsOwn() {
    Quantity h = p.state("h", 3);
    Quantity k = p.state("k", 3);
    assertRefused(() -> p.next(h, x), "must be the result of an operation");
    Quantity y = p.sum(x, h);
    p.next(h, y);
    assertRefused(() -> p.next(h, y), "must be one without next value");
    assertRefused(() -> p.next(k, y), "of one state only");
    assertThatThrownBy(() -> p.build(y))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("State k has no next value.");
  }

  @Test
  void aParameterIsUsedOnce() {
    Matrix w = p.matrix("W", 3, 3);
    Quantity y = p.affine(w, x);
    p.parameter("b", 3);
    assertRefused(() -> p.build(y), "Parameter b (0 uses) must be used once.");
    ProgramBuilder twice = new ProgramBuilder();
    Quantity in = twice.input("x", 3);
    Matrix both = twice.matrix("W", 3, 3);
    Quantity out = twice.affine(both, twice.affine(both, in));
    assertRefused(() -> twice.build(out), "Parameter W (2 uses) must be used once.");
  }

  @Test
  void theOutputIsComputed() {
    assertRefused(() -> p.build(x), "must be the result of an operation");
  }

  /** Adjoints of matrices are kept for one step at a time. */
  @Test
  void whatReadsAMatrixOfSynapsesGoesStepByStep() {
    Quantity hebb = p.state("Hebb", 3, 3);
    Quantity next = p.hebbianUpdate(hebb, p.given(p.parameter("eta", 1)), x, x, 1);
    p.next(hebb, next);
    Quantity seen = p.traceProduct(null, next, x, null);
    BlockProgram program = p.build(p.apply(Activation.TANH, seen));
    assertThat(program.ahead()).hasSize(1);
    assertThat(program.recurrent()).hasSize(2);
    assertThat(program.after()).hasSize(1);
  }

  @Test
  void parametersStandOneAfterAnother() {
    Parameter b = p.parameter("b", 3);
    Parameter w = p.parameter("W", 3, 2);
    assertThat(b.offset()).isZero();
    assertThat(w.offset()).isEqualTo(3);
    assertThat(w.size()).isEqualTo(6);
    Quantity y = p.affine(new Matrix(w, true, false), x);
    BlockProgram program = p.build(p.concatenation(y, p.given(b)));
    assertThat(program.parameterCount()).isEqualTo(9);
    assertRefused(() -> program.parameter("V"), "Parameter (V) must be one of [b, W].");
    assertRefused(() -> program.input("y"), "Input (y) must be one of [x].");
  }
}
