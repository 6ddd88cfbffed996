package plastron.loihi.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that NumPy 2.4.6 drew. */
class LavaRandomTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.6369616873214543, 0.2697867137638703, 0.04097352393619469",
    "7, 0.625095466604667, 0.8972138009695755, 0.7756856902451935",
    "12345, 0.22733602246716966, 0.31675833970975287, 0.7973654573327341",
    "2147483646, 0.2673480352089629, 0.040852611165792085, 0.998271653793137"
  })
  void fractionsAreThoseOfNumpy(int seed, double first, double second, double third) {
    NumpyGenerator generator = new NumpyGenerator(seed);
    assertThat(new double[] {first, second, third})
        .containsExactly(generator.nextDouble(), generator.nextDouble(), generator.nextDouble());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 108 81 65 34 39 5",
    "7, 120 80 87 114 74 99",
    "12345, 89 29 100 40 26 102",
    "2147483646, 111 34 116 5 72 127"
  })
  void wholeNumbersAreThoseOfNumpy(int seed, String expected) {
    NumpyGenerator generator = new NumpyGenerator(seed);
    for (String number : expected.split(" ", -1)) {
      assertThat(generator.nextBits(7)).isEqualTo(Integer.parseInt(number));
    }
  }

  @Test
  void aStepSharesItsNumbersAndEveryEpochRoundsAnew() {
    LavaRandom random = new LavaRandom(7);
    NumpyGenerator decays = new NumpyGenerator(7);
    NumpyGenerator roundings = new NumpyGenerator(2);
    decays.nextDouble();
    roundings.nextDouble();
    for (int step = 0; step < 3; step++) {
      random.nextStep();
      random.nextEpoch();
      decays.nextDouble();
      double decay = decays.nextDouble();
      assertThat(random.preDecay()).isEqualTo(decay).isEqualTo(random.preDecay());
      assertThat(random.rounding()).isEqualTo(roundings.nextDouble());
    }
    random.restart();
    random.nextStep();
    NumpyGenerator again = new NumpyGenerator(7);
    again.nextDouble();
    again.nextDouble();
    assertThat(random.preDecay()).isEqualTo(again.nextDouble());
  }
}
