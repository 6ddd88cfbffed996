package plastron.tasks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.contract.ChipContract;
import plastron.export.contract.ContractResult;
import plastron.plasticity.run.PlasticRunner;
import plastron.slayer.Precision;
import plastron.slayer.surrogate.SlayerExponential;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.Tape;

/**
 * Rules that read signals, on every chip that takes them: a reward for all neurons, or an error for
 * each.
 */
class SignalsOnChipsTest {

  @ParameterizedTest
  @CsvSource({
    "loihi2, ndp-linear, false",
    "loihi2, ndp-linear, true",
    "loihi2, ndp-oja, false",
    "loihi2, ndp-oja, true",
    "loihi1-reward, ndp-linear, false",
    "loihi1-reward, ndp-linear, true",
    "loihi1-reward, ndp-oja-local, false",
    "loihi1-assisted-reward, ndp-bcm, false",
    "loihi2, ndp-oja-local, false",
    "loihi2, ndp-oja-local, true",
    "loihi2, ndp-bcm, false",
    "loihi2, ndp-bcm, true",
    "loihi2, ndp-elig, false",
    "loihi2, ndp-elig, true",
    "spinnaker1, ndp-linear, false",
    "spinnaker1, ndp-linear, true",
    "spinnaker1, ndp-oja, false",
    "spinnaker1, ndp-oja, true",
    "spinnaker1, ndp-oja-local, false",
    "spinnaker1, ndp-oja-local, true",
    "spinnaker1, ndp-bcm, false",
    "spinnaker1, ndp-bcm, true",
  })
  void theEmulatorStaysWithinTheStatedError(String chip, String rule, boolean perNeuron) {
    SignalledModel tried = SignalledModel.of(chip, rule, perNeuron);
    ContractResult result = ChipContract.of(tried.chip()).check(tried.asCase());

    isKept(result, tried);
  }

  private static void isKept(ContractResult result, SignalledModel tried) {
    assertThat(result.refusals()).isEmpty();
    assertThat(result.violations()).isEmpty();
    assertThat(tried.image().diagnostics()).noneMatch(d -> d.code().endsWith("-UNSTATED"));
    assertThat(result.fullScale()).isPositive();
    assertThat(result.measured()).isBetween(1e-9, 0.05);
  }

  /** Training sees the same episodes as the simulator, and so as the chips. */
  @OnEveryChip
  void trainingFiresAsTheSimulator(String chip, boolean perNeuron) {
    SignalledModel tried = SignalledModel.of(chip, "ndp-linear", perNeuron);
    SweepOptions options = SweepOptions.with(new SlayerExponential(1, 1));
    Sweep sweep = Precision.FLOAT.sweep(tried.model(), options);
    Tape tape = sweep.tape();
    PlasticRunner runner = PlasticRunner.of(tried.model());

    for (Input episode : tried.episodes()) {
      runner.reset();
      SpikeRaster expected = runner.run(episode).output();
      sweep.forward(tape, episode);
      assertThat(tape.spikes(1)).isEqualTo(expected);
    }
  }

  /**
   * A baseline that the reward is measured against: a constant, or what a neuron expects; an error
   * for each neuron beside a reward for all; a sensitivity that is the same everywhere.
   */
  @ParameterizedTest
  @ValueSource(strings = {"constant", "expected", "both", "sensitive"})
  void rulesOfOnesOwnStayWithinTheStatedError(String kind) {
    SignalledModel tried = SignalledModel.of("loihi2", SignalledModel.ruleOfOnesOwn(kind));

    isKept(ChipContract.of(tried.chip()).check(tried.asCase()), tried);
  }
}
