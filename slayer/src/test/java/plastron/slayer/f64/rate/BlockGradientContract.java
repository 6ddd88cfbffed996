package plastron.slayer.f64.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plastron.plasticity.rate.BlockKind;
import plastron.plasticity.rate.RateBlock;
import plastron.slayer.sweep.FlatVector;

/** Gradients of every rate block that claims to have exact ones, against central differences. */
class BlockGradientContract {

  private static final int STEPS = 6;
  private static final double H = 1e-5;

  static Stream<RateBlock> blocks() {
    return BlockKind.all().stream()
        .flatMap(kind -> kind.examples().stream())
        .filter(block -> block.program().isExact());
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void gradientsAreDerivatives(RateBlock block) {
    for (long seed = 1; seed <= 3; seed++) {
      BlockRun64 run = new BlockRun64(block, Integer.MAX_VALUE, STEPS, seed);
      BlockRun64.Found found = run.whole();
      compare(run, run.parameters, run.parameters.size(), found.gradient(), "parameter");
      compare(run, run.initial, run.program.stateCount(), found.initialGradient(), "initial");
      for (int i = 0; i < run.inputs.length; i++) {
        double[][] rows = found.inputGradients()[i];
        FlatVector all = new FlatVector(run.inputs[i].size());
        for (int t = 0; t < STEPS; t++) {
          all.set(t * rows[t].length, rows[t]);
        }
        compare(run, run.inputs[i], all.size(), all, "input " + i);
      }
    }
  }

  private static void compare(
      BlockRun64 run, FlatVector varied, int size, FlatVector gradient, String place) {
    double scale = 1;
    for (int i = 0; i < size; i++) {
      scale = Math.max(scale, Math.abs(gradient.get(i)));
    }
    double moved = 0;
    for (int i = 0; i < size; i++) {
      double value = varied.get(i);
      varied.set(i, value + H);
      double above = run.loss();
      varied.set(i, value - H);
      double below = run.loss();
      varied.set(i, value);
      double slope = (above - below) / (2 * H);
      moved = Math.max(moved, Math.abs(slope));
      assertThat(gradient.get(i))
          .as("%s, %s[%d]", run.program.parameters(), place, i)
          .isCloseTo(slope, Assertions.within(1e-7 * scale));
    }
    assertThat(size == 0 || moved > 0).isTrue();
  }
}
