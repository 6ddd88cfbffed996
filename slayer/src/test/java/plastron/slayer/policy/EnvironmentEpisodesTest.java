package plastron.slayer.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import plastron.core.encode.CategoryCode;
import plastron.core.environment.Environment;
import plastron.core.run.Input;
import plastron.core.run.Signal;
import plastron.slayer.loss.ReadoutSteps;
import plastron.slayer.objective.Responder;

class EnvironmentEpisodesTest {

  private static final int[] SIZES = SwitchTask.model().graph().sizes();

  private static Trajectory silent(long seed) {
    return SwitchTask.episodes()
        .episode(new SplittableRandom(seed), EnvironmentEpisodes.silent(SIZES));
  }

  @Test
  void whatTheNetworkWasGivenIsTheTrialsInput() {
    List<Input> given = new ArrayList<>();
    Responder silence = EnvironmentEpisodes.silent(SIZES);
    Trajectory trial =
        SwitchTask.episodes()
            .episode(
                new SplittableRandom(5),
                chunk -> {
                  given.add(chunk);
                  return silence.respond(chunk);
                });
    assertThat(given).hasSameSizeAs(trial.acts()).allMatch(chunk -> chunk.steps() == 8);
    assertThat(trial.input()).isEqualTo(Input.joined(given, SwitchTask.WINDOW));
    assertThat(trial.input().steps()).isEqualTo(8 * trial.acts().size());
    for (int k = 0; k < trial.acts().size(); k++) {
      assertThat(trial.acts().get(k).readout()).isEqualTo(new ReadoutSteps(8 * k + 3, 8 * k + 8));
    }
  }

  @Test
  void theLastRewardIsASignalInTheFirstWindowAfterIt() {
    Trajectory trial = silent(2);
    double[] values = new double[2 * trial.acts().size()];
    for (int k = 1; k < trial.acts().size(); k++) {
      values[2 * k] = trial.acts().get(k - 1).answer().reward();
    }
    assertThat(trial.rewards()).isPositive();
    assertThat(trial.input().signals()).containsOnlyKeys("reward");
    assertThat(trial.input().signal("reward")).isEqualTo(Signal.of(values));
  }

  @Test
  void spikesTellWhatIsObserved() {
    Trajectory trial = silent(3);
    for (int k = 1; k < trial.acts().size(); k++) {
      double light = trial.acts().get(k - 1).answer().observation()[0];
      for (int neuron = 0; neuron < 6; neuron++) {
        int spikes = trial.input().spikes().getFirst().count(neuron, 8 * k, 8 * k + 8);
        if (spikes > 0) {
          int shown = neuron / 3;
          assertThat((double) shown).isEqualTo(light);
        }
      }
    }
  }

  @Test
  void theGeneratorDecidesEverything() {
    assertThat(silent(4).input()).isEqualTo(silent(4).input()).isNotEqualTo(silent(5).input());
    assertThat(silent(4).acts())
        .extracting(Trajectory.Act::action)
        .isEqualTo(silent(4).acts().stream().map(Trajectory.Act::action).toList());
  }

  @Test
  void aSilentNetworkActsAtRandom() {
    int ones = 0;
    int all = 0;
    for (long seed = 0; seed < 200; seed++) {
      for (Trajectory.Act act : silent(seed).acts()) {
        ones += act.action();
        all++;
      }
    }
    assertThat(ones).isBetween(all * 2 / 5, all * 3 / 5);
  }

  @Test
  void theEnvironmentIsClosedWhateverHappens() {
    List<Environment> made = new ArrayList<>();
    EnvironmentEpisodes episodes =
        new EnvironmentEpisodes(
            () -> {
              made.add(new LightSwitch());
              return made.getLast();
            },
            new CategoryCode(2, 3, 0.5),
            SwitchTask.POLICY,
            SwitchTask.TIMING,
            Optional.empty());
    SplittableRandom random = new SplittableRandom(1);
    assertThat(episodes.episode(random, EnvironmentEpisodes.silent(SIZES)).input().signals())
        .isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                episodes.episode(
                    random,
                    chunk -> {
                      throw new IllegalStateException("broken");
                    }));
    assertThat(made).hasSize(2);
    for (Environment environment : made) {
      assertThatIllegalStateException()
          .isThrownBy(() -> environment.reset(1))
          .withMessageContaining("is closed");
    }
  }

  @Test
  void anActionTakesWholeWindows() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EnvironmentEpisodes.Timing(10, 0, 4))
        .withMessage("Steps of an action (10) must be a multiple of the 4 of a window.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EnvironmentEpisodes.Timing(8, 8, 4))
        .withMessage("Steps to settle (8) must be from 0 to 7.");
  }
}
