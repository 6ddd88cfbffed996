package plastron.tasks.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.random.Seeds;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.export.profile.HardwareForm;
import plastron.export.profile.KernelForm;
import plastron.export.profile.NeuronForm;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.run.PlasticRunner;
import plastron.slayer.objective.Decision;
import plastron.slayer.objective.WithinBudget;
import plastron.slayer.surrogate.SlayerExponential;
import plastron.slayer.sweep.ParameterLayout;
import plastron.tasks.config.ConfigLayer;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.Presets;
import plastron.tasks.cue.CueTask;
import plastron.tasks.design.Streams;

class TrainingSetupTest {

  private static Configuration config(String... assignments) {
    return Presets.complete(List.of(ConfigLayer.ofAssignments(List.of(assignments))));
  }

  private static PlasticModel initial(String... assignments) {
    return TrainingSetup.of(config(assignments)).plan().initial();
  }

  private static PlasticProjection hidden(String... assignments) {
    return initial(assignments).graph().projections().getFirst();
  }

  private static Optional<PlasticProjection> recurrentOf(PlasticModel model, String population) {
    return model.graph().projections().stream()
        .filter(p -> p.from().equals(population) && p.to().equals(population))
        .findFirst();
  }

  @Test
  void aBudgetOfOperationsIsATermOfTheLoss() {
    Configuration without = config("rule=dp-oja");
    assertThat(TrainingSetup.of(without).plan().task().objective())
        .isNotInstanceOf(WithinBudget.class);
    assertThat(without.toToml()).doesNotContain("operation_");
    Configuration with = config("rule=dp-oja", "operation_budget=5e5", "operation_weight=2");
    assertThat(TrainingSetup.of(with).plan().task().objective()).isInstanceOf(WithinBudget.class);
    assertThat(with.hash()).isNotEqualTo(without.hash());
  }

  /** With this seed the first output is inhibited, and was silent however large its weights. */
  @Test
  void anInhibitedOutputIsTurnedRound() {
    PlasticModel turned = initial("rule=dp-linear", "noise=high", "seed=1008");
    PlasticModel drawn =
        initial("rule=dp-linear", "noise=high", "seed=1008", "balance_output=false");
    double[][] before = drawn.graph().projections().getLast().parameter("W");
    double[][] after = turned.graph().projections().getLast().parameter("W");
    assertThat(after[0][0] / before[0][0]).isNegative();
    assertThat(after[0][1] / before[0][1]).isPositive();
  }

  @Test
  void hiddenLayersMayBeSeveralAndEachRecurrent() {
    PlasticModel one = initial("rule=ndp-oja", "hidden=8", "recurrent=dp-oja");
    PlasticModel two = initial("rule=ndp-oja", "hidden=[8, 6]", "recurrent=dp-oja");
    assertThat(two.graph().sizes()).containsExactly(40, 8, 6, 2);
    assertThat(two.graph().populations())
        .extracting(Population::name)
        .containsExactly("input", "hidden1", "hidden2", "output");
    assertThat(two.graph().populations())
        .extracting(p -> recurrentOf(two, p.name()).isPresent())
        .containsExactly(false, true, true, false);
    assertThat(two.graph().projections().getFirst().parameter("W"))
        .isDeepEqualTo(one.graph().projections().getFirst().parameter("W"));
  }

  static Stream<String> rules() {
    return Catalogue.names().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleStartsWithAModerateOutput(String rule) {
    TrainingSetup setup = TrainingSetup.of(config("rule=" + rule, "length=reduced"));
    PlasticModel model = setup.plan().initial();
    CueTask task = (CueTask) setup.design();
    assertThat(model.graph().sizes()).containsExactly(40, 64, 2);
    PlasticRunner runner = PlasticRunner.of(model);
    double[] sum = new double[2];
    for (int i = 0; i < 8; i++) {
      Decision trial = task.trials().episode(Seeds.generator(1, Streams.BALANCE, i));
      runner.reset();
      double[] rates = trial.readout().rates(runner.run(trial.input()).output());
      sum[0] += rates[0] / 8;
      sum[1] += rates[1] / 8;
    }
    // The runner and the sweep may round differently, so the band is a little wider.
    assertThat(Arrays.stream(sum)).allMatch(r -> r > 0.08 && r < 0.43);
  }

  @Test
  void theSeedDecidesAllParameters() {
    ParameterLayout layout = new ParameterLayout(initial("rule=ndp-bcm", "length=reduced"));
    PlasticModel a = initial("rule=ndp-bcm", "length=reduced");
    PlasticModel b = initial("rule=ndp-bcm", "length=reduced");
    PlasticModel c = initial("rule=ndp-bcm", "length=reduced", "seed=2");
    assertThat(layout.flatten(a)).isEqualTo(layout.flatten(b)).isNotEqualTo(layout.flatten(c));
  }

  @Test
  void parametersAreDrawnAsConfigured() {
    PlasticProjection hidden =
        hidden("rule=ndp-oja", "w_mean=4", "w_gain=0.5", "alpha_sd=0.7", "eta=0.02");
    double[] w = Arrays.stream(hidden.parameter("W")).flatMapToDouble(Arrays::stream).toArray();
    double mean = Arrays.stream(w).average().orElseThrow();
    double variance = Arrays.stream(w).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    assertThat(mean).isCloseTo(0.1, within(0.005));
    assertThat(Math.sqrt(variance)).isCloseTo(0.5 / Math.sqrt(40), within(0.005));
    double alpha =
        Arrays.stream(hidden.parameter("alpha"))
            .flatMapToDouble(Arrays::stream)
            .map(x -> x * x)
            .average()
            .orElseThrow();
    assertThat(Math.sqrt(alpha)).isCloseTo(0.7, within(0.03));
    assertThat(hidden.parameter("eta")[0][0]).isEqualTo(0.02);
  }

  @Test
  void thePaperFormIsSpikeResponse() {
    PlasticModel model = initial("rule=dp-oja", "tau_s=7", "tau_ref=2", "rho=3");
    PlasticProjection hidden = model.graph().projections().getFirst();
    assertThat(model.graph().population("hidden").neuron())
        .isEqualTo(new Neuron.Srm(1, new Kernel.Alpha(2), 3));
    assertThat(hidden.kernel()).isEqualTo(new Kernel.Exponential(7));
    assertThat(hidden.delivery()).isEqualTo(Delivery.TRACE);
    assertThat(hidden.latency()).isZero();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theHiddenLayerMayReceiveItsOwnSpikes(String rule) {
    PlasticModel model = initial("rule=dp-oja", "length=reduced", "hidden=20", "recurrent=" + rule);
    PlasticProjection recurrent = recurrentOf(model, "hidden").orElseThrow();
    assertThat(recurrent.rule().name()).isEqualTo(rule);
    assertThat(recurrent.parameter("W")).hasDimensions(20, 20);
    double mean =
        Arrays.stream(recurrent.parameter("W"))
            .flatMapToDouble(Arrays::stream)
            .average()
            .orElseThrow();
    assertThat(mean).as("four standard errors").isCloseTo(0, within(4 * 0.6 / Math.sqrt(20) / 20));
    assertThat(recurrentOf(model, "output")).isEmpty();
    PlasticModel without = initial("rule=dp-oja", "length=reduced", "hidden=20");
    assertThat(recurrentOf(without, "hidden")).isEmpty();
    assertThat(model.graph().projections().getFirst().parameter("W"))
        .isDeepEqualTo(without.graph().projections().getFirst().parameter("W"));
  }

  /** A spike acts a step later on a chip; in a cycle that step is there already. */
  @Test
  void recurrentSynapsesOfChipsAreAsFastAsOthers() {
    PlasticModel model = initial("rule=dp-oja", "hardware=loihi2", "recurrent=static");
    assertThat(model.graph().projections().getFirst().latency()).isEqualTo(1);
    assertThat(recurrentOf(model, "hidden").orElseThrow().latency()).isZero();
  }

  static Stream<String> chips() {
    return ChipProfiles.all().stream().map(ChipProfile::name);
  }

  @ParameterizedTest
  @MethodSource("chips")
  void aChipsFormIsTheOneItsProfileNames(String chip) {
    PlasticModel model = initial("rule=dp-linear", "length=reduced", "hardware=" + chip);
    HardwareForm form = ChipProfiles.named(chip).form();
    for (PlasticProjection layer : model.graph().projections()) {
      Neuron neuron = model.graph().population(layer.to()).neuron();
      assertThat(form.neurons()).contains(NeuronForm.of(neuron));
      assertThat(form.kernels()).contains(KernelForm.of(layer.kernel()));
      assertThat(layer.delivery()).isEqualTo(form.delivery());
      assertThat(layer.latency()).isEqualTo(form.latency());
    }
    Clock clock = model.graph().clock();
    assertThat(clock.rates()).isEqualTo(form.rates(clock.updateInterval()));
    assertThat(form.intervals().contains(clock.updateInterval())).isTrue();
  }

  @Test
  void aChipRefusesAnIntervalItCannotKeep() {
    assertThatThrownBy(() -> initial("rule=dp-oja", "hardware=loihi2", "update_interval=7777"))
        .hasMessageContaining("model.update_interval (7777) cannot be kept by loihi2");
  }

  @Test
  void theSurrogateIsInUnitsOfTheThreshold() {
    TrainingSetup setup =
        TrainingSetup.of(
            config(
                "rule=static",
                "theta=2",
                "surrogate_scale=0.2",
                "surrogate_width=0.5",
                "balance_output=false"));
    assertThat(setup.plan().sweep().surrogate()).isEqualTo(new SlayerExponential(0.2, 1));
  }

  @Test
  void settingsThatDoNotGoTogetherAreRefused() {
    assertThatThrownBy(() -> initial("rule=static", "cues=4")).hasMessageContaining("(4)");
    assertThatThrownBy(
            () -> initial("rule=static", "entropy_decay=exponential", "balance_output=false"))
        .hasMessageContaining("training.entropy_decay");
    assertThatThrownBy(() -> initial("rule=static", "w_mean=-50", "length=reduced"))
        .hasMessageContaining("cannot be brought");
  }
}
