package examples;

import plastron.export.Compilation;
import plastron.export.profile.ChipProfiles;
import plastron.export.profile.HardwareForm;
import plastron.plasticity.initialise.Normal;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.run.PlasticRunner;
import plastron.slayer.objective.Episode;
import plastron.slayer.objective.SpikeClassification;
import plastron.slayer.objective.Task;
import plastron.slayer.train.Trainer;
import plastron.slayer.train.Training;

/** A rule of one's own, trained in the form of a chip and exported to it. */
public final class OwnRule {

  private static final String CHIP = "loihi2";

  static void main() {
    HardwareForm form = ChipProfiles.named(CHIP).form();
    PlasticModel initial =
        PlasticModel.named("own-rule")
            .source("in", NoisyHalves.INPUTS)
            .population("out", 2, form.neuron(4, 10))
            .projection(
                "in",
                "out",
                p ->
                    p.rule(FadingTrace.rule())
                        .set("W", new Normal(0.2, 0.2))
                        .kernel(form.kernel(5))
                        .delivery(form.delivery())
                        .latency(form.latency()))
            .clock(new Clock(16, form.rates(16), 1))
            .build();
    PlasticModel trained = trained(initial, form);
    var examples = NoisyHalves.trials(16).map(Episode::input).toList();
    Compilation compiled = Compilation.of(trained, CHIP, examples);
    IO.println("before: %d of 200".formatted(NoisyHalves.right(PlasticRunner.of(initial), 200)));
    IO.println("trained: %d of 200".formatted(NoisyHalves.right(PlasticRunner.of(trained), 200)));
    long onChip = NoisyHalves.right(compiled.emulator(), 200);
    IO.println("%s: %d of 200".formatted(compiled.chip().title(), onChip));
  }

  private static PlasticModel trained(PlasticModel initial, HardwareForm form) {
    var objective = new SpikeClassification(initial.graph().index("out"), 10);
    Training training = Training.of(initial, new Task<>(NoisyHalves::draw, objective));
    try (Trainer trainer = training.within(form::bounds).start(2)) {
      while (trainer.iteration() < 100) {
        trainer.step();
      }
      return trainer.model();
    }
  }
}
