package plastron.slayer.f64.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plastron.core.memory.ArrayBytes;
import plastron.plasticity.rate.BlockKind;
import plastron.plasticity.rate.RateBlock;
import plastron.plasticity.rate.kind.Lstm;
import plastron.plasticity.rate.program.Parameter;
import plastron.slayer.f64.rate.tape.BlockAdjoint64;
import plastron.slayer.f64.rate.tape.BlockState64;
import plastron.slayer.f64.rate.tape.BlockTape64;
import plastron.slayer.sweep.FlatVector;

/** What every rate block keeps, on the examples of every kind that the loader finds. */
class Block64Contract {

  private static final int STEPS = 9;

  static Stream<RateBlock> blocks() {
    return BlockKind.all().stream().flatMap(kind -> kind.examples().stream());
  }

  /** Outputs, final state, gradients and what the chunk before is told. */
  @ParameterizedTest
  @MethodSource("blocks")
  void chunksAndPartsHaveTheBitsOfTheWhole(RateBlock block) {
    for (int truncate : List.of(Integer.MAX_VALUE, 4)) {
      BlockRun64 run = new BlockRun64(block, truncate, STEPS, 7);
      List<Double> whole = run.whole().all();
      assertThat(run.run(4, 4).all()).as("chunks of 4").isEqualTo(whole);
      assertThat(run.run(STEPS, 2).all()).as("parts of 2").isEqualTo(whole);
      assertThat(run.run(STEPS, 1).all()).as("step by step").isEqualTo(whole);
      assertThat(run.run(5, 3).all()).as("parts of 3 of chunks of 5").isEqualTo(whole);
      assertThat(run.run(1, 1).all()).as("chunks of 1").isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void aTapeOfAnEqualBlockMayBeReadWithTheSameBits(RateBlock block) {
    BlockRun64 first = new BlockRun64(block, Integer.MAX_VALUE, STEPS, 3);
    BlockRun64 second = new BlockRun64(block, Integer.MAX_VALUE, STEPS, 3);
    BlockState64 state = first.block.state();
    state.restore(first.initial, 0);
    BlockTape64 tape = first.block.tape();
    tape.begin(state, 2);
    first.fill(tape, 0, 2);
    first.block.forward(tape, 0, 2);
    FlatVector[] gradients = new FlatVector[2];
    for (int k = 0; k < 2; k++) {
      Block64 reader = k == 0 ? first.block : second.block;
      BlockAdjoint64 adjoint = reader.adjoint();
      adjoint.reserve(2);
      Arrays.fill(adjoint.output()[1], 1);
      reader.backward(tape, adjoint, 0, 2);
      gradients[k] = new FlatVector(first.parameters.size());
      reader.drain(gradients[k], 0);
    }
    assertThat(gradients[1]).isEqualTo(gradients[0]);
    assertThat(gradients[0].norm()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void aSavedStateGoesOnWithTheSameBits(RateBlock block) {
    BlockRun64 run = new BlockRun64(block, Integer.MAX_VALUE, STEPS, 11);
    BlockState64 state = run.block.state();
    state.restore(new FlatVector(run.whole().last().toArray()), 0);
    assertThat(state.step()).isEqualTo(STEPS);
    FlatVector kept = new FlatVector(state.size() + 3);
    state.save(kept, 3);
    BlockState64 restored = new Block64(block).state();
    restored.restore(kept, 3);
    assertThat(restored.step()).isEqualTo(STEPS);
    for (int s = 0; s < run.program.states().size(); s++) {
      assertThat(restored.rows(s)).isDeepEqualTo(state.rows(s));
    }
  }

  /** Examples add up, and what was handed over is forgotten. */
  @ParameterizedTest
  @MethodSource("blocks")
  void gradientsAreSumsSinceTheLastWereTaken(RateBlock block) {
    BlockRun64 run = new BlockRun64(block, Integer.MAX_VALUE, STEPS, 5);
    FlatVector once = run.whole().gradient();
    assertThat(run.whole().gradient()).isEqualTo(once);
    FlatVector nothing = new FlatVector(once.size());
    run.block.drain(nothing, 0);
    assertThat(nothing.norm()).isZero();
    BlockTape64 tape = run.block.tape();
    tape.begin(run.block.state(), 1);
    run.block.forward(tape, 0, 1);
    BlockAdjoint64 adjoint = run.block.adjoint();
    adjoint.reserve(1);
    adjoint.output()[0][0] = 1;
    run.block.backward(tape, adjoint, 0, 1);
    run.block.load(run.parameters, 0);
    run.block.drain(nothing, 0);
    assertThat(nothing.norm()).isZero();
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void parametersThatAreNotFiniteAreRefusedByName(RateBlock block) {
    BlockRun64 run = new BlockRun64(block, Integer.MAX_VALUE, STEPS, 5);
    for (Parameter parameter : run.program.parameters()) {
      for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
        FlatVector broken = new FlatVector(run.parameters.toArray());
        broken.set(parameter.offset() + parameter.size() - 1, bad);
        assertThatThrownBy(() -> run.block.load(broken, 0))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(
                "Parameter %s[%d][%d] (%s) must be finite.",
                parameter.name(), parameter.rows() - 1, parameter.columns() - 1, bad);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void wrongShapesAreRefused(RateBlock block) {
    BlockRun64 run = new BlockRun64(block, Integer.MAX_VALUE, STEPS, 5);
    FlatVector few = new FlatVector(run.parameters.size() - 1);
    assertThatThrownBy(() -> run.block.load(few, 0))
        .hasMessageContaining("must be at least " + run.parameters.size());
    assertThatThrownBy(() -> run.block.load(run.parameters, 1))
        .hasMessageContaining("must be at least " + run.parameters.size());
    Block64 other = new Block64(new Lstm(17, 3));
    assertThatThrownBy(() -> run.block.tape().begin(other.state(), 1))
        .hasMessageContaining("must be of the tape's own block");
    assertThatThrownBy(() -> run.block.forward(other.tape(), 0, 0))
        .hasMessageContaining("Tape must be");
    BlockTape64 tape = run.block.tape();
    tape.begin(run.block.state(), 2);
    assertThatThrownBy(() -> run.block.forward(tape, 1, 3))
        .hasMessageContaining("within the chunk's 2");
    assertThatThrownBy(() -> run.block.backward(tape, run.block.adjoint(), 0, 2))
        .hasMessageContaining("have room for 2");
    FlatVector cut = new FlatVector(run.block.state().size() - 1);
    assertThatThrownBy(() -> run.block.state().restore(cut, 0))
        .hasMessageContaining("must be " + run.block.state().size());
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void aStateThatIsNotFiniteIsRefusedByName(RateBlock block) {
    BlockState64 state = new Block64(block).state();
    for (int i = 0; i < state.size(); i++) {
      FlatVector broken = new FlatVector(state.size());
      broken.set(i, Double.NaN);
      assertThatThrownBy(() -> state.restore(broken, 0))
          .hasMessageMatching("(State \\w+|Steps of a block's state) \\(NaN\\) must be .*");
    }
  }

  /** Every array once, however often it is referred to. */
  private static long measured(Object array, Set<Object> seen) {
    if (!seen.add(array)) {
      return 0;
    }
    if (array instanceof double[] row) {
      return ArrayBytes.of(row.length, Double.BYTES);
    }
    Object[] parts = (Object[]) array;
    long bytes = ArrayBytes.of(parts.length, BlockTape64.REFERENCE);
    for (Object part : parts) {
      bytes += measured(part, seen);
    }
    return bytes;
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void whatIsSaidOfMemoryIsWhatTheArraysTake(RateBlock block) {
    Block64 engine = new Block64(block);
    int steps = 400;
    BlockTape64 tape = engine.tape();
    tape.begin(engine.state(), steps);
    BlockAdjoint64 adjoint = engine.adjoint();
    adjoint.reserve(steps);
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    long taken = measured(tape.matrix, seen) + measured(tape.row, seen);
    assertThat(BlockTape64.bytes(engine.program(), steps)).isBetween(taken * 98 / 100, taken);
    long more =
        measured(adjoint.matrix, seen)
            + measured(adjoint.row, seen)
            + measured(adjoint.output(), seen);
    assertThat(BlockAdjoint64.bytes(engine.program(), steps)).isBetween(more * 98 / 100, more);
  }
}
