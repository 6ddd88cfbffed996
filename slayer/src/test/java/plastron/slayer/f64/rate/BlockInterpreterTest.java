package plastron.slayer.f64.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plastron.plasticity.f64.rate.BlockInterpreter64;
import plastron.plasticity.rate.BlockKind;
import plastron.plasticity.rate.RateBlock;
import plastron.plasticity.rate.program.BlockProgram;
import plastron.plasticity.rate.program.Parameter;
import plastron.slayer.f64.rate.tape.BlockTape64;
import plastron.slayer.sweep.FlatVector;

/** What trains a rate block computes what its specification does. */
class BlockInterpreterTest {

  private static final int STEPS = 12;

  static Stream<RateBlock> blocks() {
    return BlockKind.all().stream().flatMap(kind -> kind.examples().stream());
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void theEngineIsTheSpecification(RateBlock declared) {
    BlockProgram program = declared.program();
    Random random = new Random(1);
    FlatVector parameters = new FlatVector(program.parameterCount());
    BlockInterpreter64 slow = new BlockInterpreter64(program);
    for (Parameter parameter : program.parameters()) {
      for (int r = 0; r < parameter.rows(); r++) {
        for (int c = 0; c < parameter.columns(); c++) {
          double value = random.nextGaussian();
          slow.parameter(parameter)[r][c] = value;
          parameters.set(parameter.offset() + r * parameter.columns() + c, value);
        }
      }
    }
    Block64 block = new Block64(declared);
    block.load(parameters, 0);
    BlockTape64 tape = block.tape();
    tape.begin(block.state(), STEPS);
    for (int t = 0; t < STEPS; t++) {
      for (int i = 0; i < program.inputs().size(); i++) {
        for (int n = 0; n < tape.input(i)[t].length; n++) {
          tape.input(i)[t][n] = random.nextGaussian();
        }
      }
    }
    block.forward(tape, 0, STEPS);
    for (int again = 0; again < 2; again++) {
      slow.reset();
      for (int t = 0; t < STEPS; t++) {
        for (int i = 0; i < program.inputs().size(); i++) {
          System.arraycopy(tape.input(i)[t], 0, slow.input(i), 0, slow.input(i).length);
        }
        slow.step();
        assertThat(slow.output()).containsExactly(tape.output()[t], within(1e-10));
      }
    }
  }
}
