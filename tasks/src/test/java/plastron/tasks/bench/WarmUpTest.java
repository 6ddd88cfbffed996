package plastron.tasks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class WarmUpTest {

  private int runs;

  private double warmUp(IntToDoubleFunction seconds) {
    return new WarmUp(() -> seconds.applyAsDouble(runs++)).run();
  }

  @Test
  void workThatIsSteadyFromTheStartTakesFourSeconds() {
    assertThat(warmUp(run -> 0.1)).isCloseTo(4, within(1e-9));
    assertThat(runs).isEqualTo(40);
  }

  @Test
  void workThatBecomesFasterIsRepeatedUntilItDoesNot() {
    assertThat(warmUp(run -> run < 95 ? 1.0 / (1 + run) : 0.01)).isGreaterThan(4);
    assertThat(runs).isGreaterThanOrEqualTo(105);
  }

  @Test
  void aMinuteIsTheMost() {
    assertThat(warmUp(run -> 7)).isEqualTo(63);
  }
}
