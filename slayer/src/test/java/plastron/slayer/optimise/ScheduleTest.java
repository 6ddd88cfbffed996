package plastron.slayer.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

  @Test
  void constant() {
    assertThat(new Schedule.Constant(0.3).at(1_000_000_000_000L)).isEqualTo(0.3);
  }

  @Test
  void linear() {
    Schedule schedule = new Schedule.Linear(1, 0.2, 8);
    assertThat(schedule.at(0)).isEqualTo(1);
    assertThat(schedule.at(4)).isCloseTo(0.6, within(1e-15));
    assertThat(schedule.at(8)).isEqualTo(0.2);
    assertThat(schedule.at(9)).isEqualTo(0.2);
  }

  @Test
  void exponential() {
    Schedule schedule = new Schedule.Exponential(1, 0.01, 4);
    assertThat(schedule.at(0)).isEqualTo(1);
    assertThat(schedule.at(2)).isCloseTo(0.1, within(1e-15));
    assertThat(schedule.at(4)).isEqualTo(0.01);
    assertThat(schedule.at(400)).isEqualTo(0.01);
  }

  @Test
  void warmUpGrowsToItsCourseInEqualSteps() {
    Schedule schedule = new Schedule.WarmUp(new Schedule.Linear(1, 0.2, 8), 4);
    assertThat(schedule.at(0)).isEqualTo(0.25);
    assertThat(schedule.at(1)).isCloseTo(0.9 * 0.5, within(1e-15));
    assertThat(schedule.at(3)).isCloseTo(0.7, within(1e-15));
    assertThat(schedule.at(8)).isEqualTo(0.2);
    assertThat(schedule.at(1_000_000_000_000L)).isEqualTo(0.2);
  }

  @Test
  void badNumbersAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Schedule.Linear(1, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Schedule.Exponential(1, 0, 5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Schedule.WarmUp(new Schedule.Constant(1), 0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void noScheduleIsNegative(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Schedule.Constant(value))
        .withMessage("Schedule (%s) must be a finite number of at least 0.", value);
    assertThatIllegalArgumentException().isThrownBy(() -> new Schedule.Linear(value, 0, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new Schedule.Linear(1, value, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new Schedule.Exponential(1, value, 5));
  }

  @Test
  void optimisersHaveFactorsBelowOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Sgd(1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Adam(1, 0.9, Double.NaN, 1e-8));
    assertThatIllegalArgumentException().isThrownBy(() -> new RmsProp(-1, 0.9, 0.9, 1e-8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adam(1, 0.9, 0.9, 0))
        .withMessage("Epsilon of Adam (0.0) must be a finite number above 0.");
  }
}
