package plastron.plasticity.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleProgram64;
import plastron.plasticity.kit.ProgramLaws;
import plastron.plasticity.kit.RuleCase;
import plastron.plasticity.kit.RuleLaws;
import plastron.plasticity.kit.Sides;

/** A rule that reads neither side, on synapses from one neuron and from many. */
class LinearDriveContract {

  @Test
  void aDriveKeepsTheLaws() {
    RuleLaws.laws(LinearDrive.of("B"));
  }

  @Test
  void theWeightIsTheMatrixTimesTheRatesOneWindowLater() {
    for (Axis rows : List.of(Axis.PRE, Axis.POST)) {
      RuleCase c = RuleCase.of(LinearDrive.of("B"), new Sides(1, 2, List.of(3), rows), 1);
      RuleFrame64 frame = new RuleFrame64(c.derivation(), c.shape());
      RuleProgram64 program = new RuleProgram64(c.derivation(), c.shape());
      frame.of(LinearDrive.RATES)[0] = new double[] {1, 2, 0};
      double[][] matrix = frame.of("B");
      matrix[0] = new double[] {0.5, -1};
      matrix[1] = new double[] {0.25, 3};
      matrix[2] = new double[] {7, 7};
      assertThat(program.weight(frame)[0][0]).isZero();
      program.update(frame);
      ProgramLaws.advance(c.derivation(), frame);
      double[][] weight = program.weight(frame);
      assertThat(rows == Axis.PRE ? weight[0] : new double[] {weight[0][0], weight[1][0]})
          .containsExactly(1, 5);
    }
  }

  @Test
  void aMatrixNamedAsTheStateIsRefused() {
    assertThatThrownBy(() -> LinearDrive.of("h"))
        .hasMessage("Rule linear-drive declares symbol (h) twice.");
  }
}
