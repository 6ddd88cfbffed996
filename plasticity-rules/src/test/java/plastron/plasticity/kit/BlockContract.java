package plastron.plasticity.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import plastron.plasticity.f64.rate.BlockInterpreter64;
import plastron.plasticity.rate.BlockKind;
import plastron.plasticity.rate.RateBlock;
import plastron.plasticity.rate.program.BlockProgram;
import plastron.plasticity.rate.program.Parameter;

/** What a kind of rate block keeps; a test class implements it and says the kind. */
public interface BlockContract {

  /** The kind. */
  BlockKind kind();

  /** Its examples are blocks of this kind, and no two are the same. */
  @Example
  default void examplesAreOfTheirKindAndDiffer() {
    assertThat(kind().name()).matches("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    assertThat(kind().examples()).isNotEmpty().doesNotHaveDuplicates();
    for (RateBlock block : kind().examples()) {
      assertThat(block.kind()).isEqualTo(kind().name());
      assertThat(block.program()).isEqualTo(block.program());
    }
  }

  /** Settings and shapes of parameters say the whole block. */
  @Example
  default void aBlockComesBackFromItsDescription() {
    for (RateBlock block : kind().examples()) {
      Map<String, double[][]> parameters = new HashMap<>();
      block
          .program()
          .parameters()
          .forEach(p -> parameters.put(p.name(), new double[p.rows()][p.columns()]));
      assertThat(kind().of(block.settings().shaped(parameters))).isEqualTo(block);
    }
  }

  /** Numbers from -1 to 1 give numbers, and the same ones after a reset. */
  @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
  default void moderateNumbersGiveNumbers(@ForAll long seed) {
    for (RateBlock block : kind().examples()) {
      BlockInterpreter64 interpreter = drawn(block.program(), seed);
      double[][] first = outputs(interpreter, block.program(), seed);
      for (double[] output : first) {
        assertThat(Arrays.stream(output)).as("%s", block).allMatch(Double::isFinite);
      }
      interpreter.reset();
      assertThat(outputs(interpreter, block.program(), seed)).as("%s", block).isDeepEqualTo(first);
    }
  }

  private static BlockInterpreter64 drawn(BlockProgram program, long seed) {
    Random random = new Random(~seed);
    BlockInterpreter64 interpreter = new BlockInterpreter64(program);
    for (Parameter parameter : program.parameters()) {
      for (double[] row : interpreter.parameter(parameter)) {
        Arrays.setAll(row, i -> random.nextDouble(-1, 1));
      }
    }
    return interpreter;
  }

  private static double[][] outputs(
      BlockInterpreter64 interpreter, BlockProgram program, long seed) {
    Random random = new Random(seed);
    double[][] outputs = new double[10][];
    for (int t = 0; t < outputs.length; t++) {
      for (int k = 0; k < program.inputs().size(); k++) {
        Arrays.setAll(interpreter.input(k), i -> random.nextDouble(-1, 1));
      }
      interpreter.step();
      outputs[t] = interpreter.output().clone();
    }
    return outputs;
  }
}
