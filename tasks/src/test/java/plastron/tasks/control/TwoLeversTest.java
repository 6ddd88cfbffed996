package plastron.tasks.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plastron.core.environment.Environment;

class TwoLeversTest {

  /** All that comes of pulling the first lever, time and again. */
  private static List<Environment.Step> first(TwoLevers levers, long seed) {
    List<Environment.Step> steps = new ArrayList<>();
    levers.reset(seed);
    do {
      steps.add(levers.step(new double[] {0}));
    } while (!steps.getLast().isLast());
    return steps;
  }

  private static double reversed(Environment.Step step) {
    return step.info().getOrDefault(TwoLevers.REVERSED, Double.NaN);
  }

  @Test
  void aLeverThatAlwaysPaysNeverDoesAfterTheReversal() {
    int paidFirst = 0;
    for (long seed = 0; seed < 50; seed++) {
      try (TwoLevers levers = new TwoLevers(12, 1)) {
        List<Environment.Step> steps = first(levers, seed);
        double before = steps.getFirst().reward();
        paidFirst += before > 0 ? 1 : 0;
        assertThat(steps).hasSize(12);
        assertThat(steps).allMatch(s -> s.reward() == (reversed(s) == 1 ? -before : before));
        assertThat(steps.stream().filter(s -> reversed(s) == 0).count()).isBetween(4L, 8L);
        assertThat(steps.getLast().terminated()).isTrue();
      }
    }
    assertThat(paidFirst).isBetween(10, 40);
  }

  @Test
  void theBetterLeverPaysAsOftenAsItIsSaid() {
    int paid = 0;
    int all = 0;
    try (TwoLevers levers = new TwoLevers(3000, 0.8)) {
      List<Environment.Step> steps = first(levers, 3);
      double sign = Math.signum(steps.subList(0, 1000).stream().mapToDouble(s -> s.reward()).sum());
      for (Environment.Step step : steps) {
        paid += step.reward() * sign * (reversed(step) == 1 ? -1 : 1) > 0 ? 1 : 0;
        all++;
      }
    }
    assertThat((double) paid / all).isCloseTo(0.8, within(0.03));
  }

  @Test
  void refusesWhatIsNoBandit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TwoLevers(2, 0.5))
        .withMessageContaining("2 pulls");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TwoLevers(10, 1.5))
        .withMessageContaining("1.5");
  }
}
