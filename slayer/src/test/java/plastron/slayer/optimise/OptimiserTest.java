package plastron.slayer.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import plastron.slayer.sweep.FlatVector;

class OptimiserTest {

  /** Gradients 2 and -1 with learning rate 0.1, computed by hand from the published formulas. */
  @ParameterizedTest
  @CsvSource({
    "ADAM, -0.0999999995, -0.1266337033",
    "RMSPROP, -0.3162277660, -0.4533907990",
    "SGD, -0.2, -0.28"
  })
  void firstSteps(Optimiser.Kind kind, double afterOne, double afterTwo) {
    Optimiser optimiser = kind.create(1);
    FlatVector parameters = new FlatVector(1);
    optimiser.step(parameters, new FlatVector(new double[] {2}), 0.1);
    assertThat(parameters.get(0)).isCloseTo(afterOne, within(1e-9));
    optimiser.step(parameters, new FlatVector(new double[] {-1}), 0.1);
    assertThat(parameters.get(0)).isCloseTo(afterTwo, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource
  void stateTakenOutAndPutBackChangesNoBit(Optimiser.Kind kind) {
    Random random = new Random(3);
    Optimiser one = kind.create(4);
    FlatVector parameters = new FlatVector(4);
    for (int k = 0; k < 5; k++) {
      one.step(parameters, gradient(random), 0.01);
    }
    Optimiser other = kind.create(4);
    double[][] state = one.state();
    other.restore(state);
    state[0][0] = Double.NaN;
    FlatVector others = new FlatVector(parameters.toArray());
    for (int k = 0; k < 5; k++) {
      FlatVector gradient = gradient(random);
      one.step(parameters, gradient, 0.01);
      other.step(others, gradient, 0.01);
      assertThat(others).isEqualTo(parameters);
    }
  }

  @ParameterizedTest
  @EnumSource
  void bowlsAreDescended(Optimiser.Kind kind) {
    Optimiser optimiser = kind.create(2);
    FlatVector parameters = new FlatVector(new double[] {3, -2});
    for (int k = 0; k < 2000; k++) {
      FlatVector gradient =
          new FlatVector(new double[] {parameters.get(0) - 1, 10 * parameters.get(1)});
      optimiser.step(parameters, gradient, 0.01 / (1 + k / 200));
    }
    assertThat(parameters.get(0)).isCloseTo(1, within(1e-2));
    assertThat(parameters.get(1)).isCloseTo(0, within(1e-2));
  }

  @Test
  void statesOfOtherOptimisersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Optimiser.Kind.ADAM.create(2).restore(Optimiser.Kind.SGD.create(2).state()))
        .withMessageContaining("adam")
        .withMessageContaining("Maybe");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Optimiser.Kind.SGD.create(2).restore(Optimiser.Kind.SGD.create(3).state()));
  }

  private static FlatVector gradient(Random random) {
    return new FlatVector(random.doubles(4, -1, 1).toArray());
  }
}
