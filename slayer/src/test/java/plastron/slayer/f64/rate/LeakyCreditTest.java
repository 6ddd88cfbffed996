package plastron.slayer.f64.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import plastron.plasticity.rate.kind.LeakyRnn;
import plastron.plasticity.rate.program.BlockProgram;
import plastron.plasticity.rate.program.Credit;
import plastron.plasticity.rate.program.Parameter;
import plastron.slayer.f64.rate.tape.BlockState64;
import plastron.slayer.f64.rate.tape.BlockTape64;
import plastron.slayer.sweep.FlatVector;

/** Approximate gradients against the exact one, and against each other where they coincide. */
class LeakyCreditTest {

  private static final int STEPS = 7;
  private static final int UNITS = 6;

  /** A threshold that nothing stays below, so that every derivative is 1. */
  private static final LeakyRnn ALWAYS_ACTIVE =
      new LeakyRnn(3, UNITS, 2, 4, -1000, new Credit.Exact());

  private static final LeakyRnn SOMETIMES = new LeakyRnn(3, UNITS, 2, 4, 0, new Credit.Exact());

  private static double[] recurrent(LeakyRnn block) {
    BlockRun64 run = new BlockRun64(block, Integer.MAX_VALUE, STEPS, 2);
    // Credit is of the outputs; what depends on the last state is the exact gradient's alone.
    run.finalWeights.clear();
    run.parameters.scale(0.03);
    run.block.load(run.parameters, 0);
    return gradient(run);
  }

  private static double[] gradient(BlockRun64 run) {
    FlatVector all = run.whole().gradient();
    Parameter weights = run.program.parameter("W");
    double[] values = new double[weights.size()];
    all.copy(weights.offset(), values);
    return values;
  }

  private static void assertClose(double[] got, double[] want) {
    double scale = 0;
    for (double value : want) {
      scale = Math.max(scale, Math.abs(value));
    }
    assertThat(scale).isPositive();
    for (int i = 0; i < want.length; i++) {
      assertThat(got[i]).isCloseTo(want[i], Assertions.within(1e-12 * scale));
    }
  }

  private static LeakyRnn modProp(LeakyRnn block, double mu, List<Integer> types, int taps) {
    return block.with(new Credit.ModProp(mu, types, taps));
  }

  @Test
  void withoutSilentCellsAConstantOfOneIsExact() {
    double[] exact = recurrent(ALWAYS_ACTIVE);
    assertClose(recurrent(modProp(ALWAYS_ACTIVE, 1, List.of(), 0)), exact);
    assertClose(recurrent(modProp(ALWAYS_ACTIVE, 1, List.of(), STEPS)), exact);
    assertThat(recurrent(modProp(ALWAYS_ACTIVE, 0.5, List.of(), 0))).isNotEqualTo(exact);
  }

  @Test
  void aConstantOfZeroIsMdgl() {
    assertClose(
        recurrent(modProp(SOMETIMES, 0, List.of(), 0)),
        recurrent(SOMETIMES.with(new Credit.Mdgl())));
  }

  @Test
  void cellsThatAreTypesOfTheirOwnAreCells() {
    List<Integer> own = IntStream.range(0, UNITS).boxed().toList();
    assertClose(
        recurrent(modProp(SOMETIMES, 0.25, own, 0)),
        recurrent(modProp(SOMETIMES, 0.25, List.of(), 0)));
  }

  @Test
  void tapsForAllStepsAreTheRecursion() {
    List<Integer> types = List.of(0, 1, 1, 0, 0, 1);
    assertClose(
        recurrent(modProp(SOMETIMES, 0.25, types, STEPS)),
        recurrent(modProp(SOMETIMES, 0.25, types, 0)));
    assertThat(recurrent(modProp(SOMETIMES, 0.25, types, 1)))
        .isNotEqualTo(recurrent(modProp(SOMETIMES, 0.25, types, 0)));
  }

  /** Forwards, cell by cell: learning signals times eligibility traces (Bellec and others 2020). */
  @Test
  void epropIsTheSumOfLearningSignalsAndEligibilityTraces() {
    BlockRun64 run =
        new BlockRun64(SOMETIMES.with(new Credit.Eprop()), Integer.MAX_VALUE, STEPS, 2);
    run.finalWeights.clear();
    run.parameters.scale(0.03);
    run.block.load(run.parameters, 0);
    double[] got = gradient(run);
    BlockProgram program = run.program;
    BlockTape64 tape = run.block.tape();
    BlockState64 state = run.block.state();
    state.restore(run.initial, 0);
    tape.begin(state, STEPS);
    for (int t = 0; t < STEPS; t++) {
      run.inputs[0].copy(t * 3, tape.input(0)[t]);
    }
    run.block.forward(tape, 0, STEPS);
    double k = Math.exp(-1.0 / 4);
    double[][] out = new double[2][UNITS];
    for (int o = 0; o < 2; o++) {
      run.parameters.copy(program.parameter("W_out").offset() + o * UNITS, out[o]);
    }
    int v = program.states().get(program.state("v")).after().index();
    int z = program.states().get(program.state("z")).before().index();
    double[][] trace = new double[UNITS][UNITS];
    double[] want = new double[UNITS * UNITS];
    for (int t = 0; t < STEPS; t++) {
      for (int p = 0; p < UNITS; p++) {
        double signal =
            run.outputWeights.get(t * 2) * out[0][p] + run.outputWeights.get(t * 2 + 1) * out[1][p];
        for (int q = 0; q < UNITS; q++) {
          trace[p][q] = k * trace[p][q] + (1 - k) * tape.row[z][t][q];
          want[p * UNITS + q] += tape.row[v][t][p] > 0 ? signal * trace[p][q] : 0;
        }
      }
    }
    assertClose(got, want);
    assertThat(got).isNotEqualTo(recurrent(SOMETIMES));
  }

  @Test
  void allApproximationsSayThatTheyAre() {
    assertThat(SOMETIMES.program().isExact()).isTrue();
    assertThat(SOMETIMES.with(new Credit.Eprop()).program().isExact()).isFalse();
    assertThat(SOMETIMES.with(new Credit.Mdgl()).program().isExact()).isFalse();
    assertThat(modProp(SOMETIMES, 1, List.of(), 0).program().isExact()).isFalse();
  }
}
