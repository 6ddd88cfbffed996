package plastron.slayer.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SurrogateTest {

  /** Values in units of the height, at half the width, the width and twice the width. */
  @ParameterizedTest
  @CsvSource({
    "slayer, 0.6065306597126334, 0.36787944117144233, 0.1353352832366127",
    "fast-sigmoid, 0.4444444444444444, 0.25, 0.1111111111111111",
    "arctan, 0.8, 0.5, 0.2",
    "triangle, 0.5, 0, 0",
    "boxcar, 1, 1, 0"
  })
  void values(String name, double half, double one, double two) {
    Surrogate surrogate = Surrogate.named(name, 3, 2).orElseThrow();
    assertThat(surrogate.at(1)).isCloseTo(3 * half, within(1e-15));
    assertThat(surrogate.at(2)).isCloseTo(3 * one, within(1e-15));
    assertThat(surrogate.at(4)).isCloseTo(3 * two, within(1e-15));
  }

  static List<String> names() {
    return Surrogate.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void isHighestAtTheThresholdSymmetricAndNothingFarOff(String name) {
    Surrogate surrogate = Surrogate.named(name, 0.7, 0.3).orElseThrow();
    assertThat(surrogate.at(0)).isEqualTo(0.7);
    assertThat(surrogate.at(Double.NEGATIVE_INFINITY)).isZero();
    double last = surrogate.at(0);
    for (double d = 0.01; d < 5; d += 0.01) {
      assertThat(surrogate.at(-d)).isEqualTo(surrogate.at(d)).isBetween(0.0, last);
      last = surrogate.at(d);
    }
  }

  @Test
  void unknownNamesAndBadNumbers() {
    assertThat(Surrogate.names())
        .doesNotHaveDuplicates()
        .allMatch(name -> Surrogate.named(name, 1, 1).isPresent());
    assertThat(Surrogate.named("sine", 1, 1)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> Surrogate.named("slayer", 0, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Surrogate.named("slayer", 1, Double.NaN))
        .withMessageContaining("NaN");
  }
}
