package plastron.tasks.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plastron.core.environment.Environment;
import plastron.core.environment.Environments;
import plastron.core.environment.Space;
import plastron.core.environment.TimeLimit;

/**
 * What every environment that the service loader finds must keep, with a limit of time or not.
 * Long, because every rule of the contract has an environment that breaks it.
 */
@Timeout(60)
class EnvironmentContractTest {

  private static final int STEPS = 200;
  private static final int LIMIT = 5;

  static Stream<Named<Supplier<Environment>>> environments() {
    List<Named<Supplier<Environment>>> all = new ArrayList<>();
    for (Environment found : Environments.all()) {
      String name = found.name();
      found.close();
      all.add(Named.of(name, () -> Environments.named(name)));
      all.add(Named.of(name + ", limited", () -> limited(name)));
    }
    assertThat(all).isNotEmpty();
    return all.stream();
  }

  private static Environment limited(String name) {
    return new TimeLimit(Environments.named(name), LIMIT);
  }

  /** All that an environment shows while random actions are taken, episode after episode. */
  private static List<String> course(Environment environment, long seed) {
    Course course = new Course(environment, seed);
    for (int t = 0; t < STEPS; t++) {
      course.go();
    }
    return course.shown;
  }

  /** One random action after the other. */
  private static final class Course {

    final List<String> shown = new ArrayList<>();
    private final Environment environment;
    private final RandomGenerator random;
    private boolean over;

    Course(Environment environment, long seed) {
      this.environment = environment;
      random = new SplittableRandom(seed);
      see(environment.reset(seed));
    }

    void go() {
      if (over) {
        see(environment.reset());
        over = false;
        return;
      }
      Environment.Step step = environment.step(environment.actions().sample(random));
      over = step.isLast();
      requireInside(environment.observations(), step.observation());
      assertThat(step.reward()).isFinite();
      shown.add(
          "%s %s %s %s %s"
              .formatted(
                  Arrays.toString(step.observation()),
                  step.reward(),
                  step.terminated(),
                  step.truncated(),
                  step.info()));
    }

    private void see(Environment.Start start) {
      requireInside(environment.observations(), start.observation());
      shown.add(Arrays.toString(start.observation()) + start.info());
    }
  }

  private static void requireInside(Space space, double[] value) {
    assertThat(space.contains(value)).as("%s in %s", Arrays.toString(value), space).isTrue();
  }

  @ParameterizedTest
  @MethodSource("environments")
  void spacesHoldWhatIsDrawnFromThem(Supplier<Environment> made) {
    try (Environment environment = made.get()) {
      assertThat(environment.name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
      RandomGenerator random = new SplittableRandom(3);
      for (Space space : List.of(environment.actions(), environment.observations())) {
        assertThat(space.low()).hasSize(space.size()).hasSameSizeAs(space.high());
        for (int k = 0; k < 1000; k++) {
          requireInside(space, space.sample(random));
        }
        assertThat(space.contains(new double[space.size() + 1])).isFalse();
        double[] none = space.sample(random);
        none[0] = Double.NaN;
        assertThat(space.contains(none)).isFalse();
      }
      Space actions = environment.actions();
      environment.reset(1);
      assertThat(environment.actions()).isEqualTo(actions);
    }
  }

  @ParameterizedTest
  @MethodSource("environments")
  void theSeedDecidesEverything(Supplier<Environment> made) {
    try (Environment one = made.get();
        Environment other = made.get()) {
      List<String> first = course(one, 4);
      assertThat(course(other, 4)).isEqualTo(first);
      assertThat(course(one, 4)).as("the same once more").isEqualTo(first);
      assertThat(course(one, 5)).isNotEqualTo(first);
    }
  }

  @ParameterizedTest
  @MethodSource("environments")
  void environmentsHaveNothingInCommon(Supplier<Environment> made) {
    try (Environment alone = made.get();
        Environment one = made.get();
        Environment other = made.get()) {
      List<String> want = course(alone, 6);
      Course first = new Course(one, 6);
      Course second = new Course(other, 7);
      for (int t = 0; t < STEPS; t++) {
        first.go();
        second.go();
      }
      assertThat(first.shown).isEqualTo(want);
    }
  }

  @ParameterizedTest
  @MethodSource("environments")
  void whatIsHandedOverBelongsToWhoGotIt(Supplier<Environment> made) {
    try (Environment spoilt = made.get();
        Environment fresh = made.get()) {
      Arrays.fill(spoilt.reset(8).observation(), 1e9);
      fresh.reset(8);
      Arrays.fill(spoilt.actions().low(), 1e9);
      Arrays.fill(spoilt.observations().high(), -1e9);
      double[] action = spoilt.actions().sample(new SplittableRandom(1));
      double[] copy = action.clone();
      Environment.Step step = spoilt.step(action);
      assertThat(action).isEqualTo(copy);
      assertThat(fresh.step(copy).observation()).isEqualTo(step.observation());
      Arrays.fill(step.observation(), 1e9);
      Arrays.fill(action, 1e9);
      assertThatThrownBy(() -> step.info().put("x", 1.0))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThat(spoilt.reset().observation()).isEqualTo(fresh.reset().observation());
    }
  }

  @ParameterizedTest
  @MethodSource("environments")
  void aStepNeedsAResetBefore(Supplier<Environment> made) {
    try (Environment environment = made.get()) {
      double[] action = environment.actions().low();
      assertThatIllegalStateException()
          .isThrownBy(() -> environment.step(action))
          .withMessageContaining(environment.name())
          .withMessageContaining("no episode has begun");
      assertThatIllegalStateException()
          .isThrownBy(environment::reset)
          .withMessageContaining("seed");
      environment.reset(1);
      boolean ended = false;
      for (int t = 0; t < 100_000 && !ended; t++) {
        ended = environment.step(action).isLast();
      }
      assertThat(ended).as("an episode ends").isTrue();
      assertThatIllegalStateException()
          .isThrownBy(() -> environment.step(action))
          .withMessageContaining(environment.name())
          .withMessageContaining("the episode has ended");
      environment.reset();
      environment.step(action);
    }
  }

  @ParameterizedTest
  @MethodSource("environments")
  void anActionOutsideTheSpaceChangesNothing(Supplier<Environment> made) {
    try (Environment environment = made.get();
        Environment other = made.get()) {
      environment.reset(9);
      other.reset(9);
      double[] action = environment.actions().low();
      double[] wrong = action.clone();
      wrong[0] = Double.NaN;
      for (double[] outside : new double[][] {wrong, {}, new double[action.length + 1]}) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> environment.step(outside))
            .withMessageContaining("Action (" + Arrays.toString(outside) + ")")
            .withMessageContaining(environment.name());
      }
      assertThat(environment.step(action)).usingRecursiveComparison().isEqualTo(other.step(action));
    }
  }

  @ParameterizedTest
  @MethodSource("environments")
  void whatIsClosedIsNotUsed(Supplier<Environment> made) {
    int threads = Thread.activeCount();
    Environment environment = made.get();
    environment.reset(1);
    environment.close();
    environment.close();
    for (Runnable use :
        List.<Runnable>of(
            () -> environment.step(environment.actions().low()),
            () -> environment.reset(2),
            environment::reset)) {
      assertThatIllegalStateException()
          .isThrownBy(use::run)
          .withMessage("Environment %s is closed.".formatted(environment.name()));
    }
    for (int k = 0; k < 1000; k++) {
      try (Environment more = made.get()) {
        more.reset(k);
      }
    }
    assertThat(Thread.activeCount()).as("threads are given back").isLessThanOrEqualTo(threads);
  }

  @ParameterizedTest
  @MethodSource("environments")
  void aLimitOfTimeBreaksOffButDoesNotEnd(Supplier<Environment> made) {
    try (Environment free = made.get();
        Environment limited = new TimeLimit(made.get(), 2)) {
      double[] action = free.actions().low();
      free.reset(3);
      limited.reset(3);
      free.step(action);
      assertThat(limited.step(action).truncated()).isFalse();
      Environment.Step last = limited.step(action);
      assertThat(last.truncated()).isTrue();
      assertThat(last.terminated()).isEqualTo(free.step(action).terminated());
      limited.reset();
      assertThat(limited.step(action).truncated()).isFalse();
    }
  }
}
