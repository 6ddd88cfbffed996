package examples;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import plastron.core.environment.Environment;
import plastron.core.network.Neuron;
import plastron.core.run.Input;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.ModulatorSource.ExternalScalar;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.initialise.Normal;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.ProjectionBuilder;
import plastron.plasticity.run.PlasticRunner;

/** A network that acts, and learns from rewards while it does: they gate what its rule keeps. */
public final class ClosedLoop {
  private static final int WINDOW = 40;

  static void main() {
    PlasticModel model =
        PlasticModel.named("levers")
            .source("light", 2)
            .population("lever", 2, new Neuron.Lif(1, 0.8, 0, Neuron.Reset.HARD, 0))
            .projection("light", "lever", ClosedLoop::rewarded)
            .projection("lever", "lever", p -> p.set("W", new double[][] {{0, -0.5}, {-0.5, 0}}))
            .updateEvery(WINDOW)
            .build();
    PlasticRunner runner = PlasticRunner.of(model);
    SplittableRandom random = new SplittableRandom(1);
    try (Levers levers = new Levers()) {
      var at = new Environment.Step(levers.reset(1).observation(), 0, false, false, Map.of());
      for (int step = 1, paid = 0; !at.isLast(); step++) {
        SpikeRaster light = new SpikeRaster(WINDOW, 2);
        for (int t = WINDOW / 2; t < WINDOW; t++) {
          light.set(t, (int) at.observation()[0]);
        }
        // The reward of the last action meets the trace of the spikes that led to it.
        Map<String, Signal> signals = Map.of("reward", Signal.of(at.reward()));
        SpikeRaster out = runner.run(new Input(List.of(light), signals)).output();
        int lead = out.count(1, 0, WINDOW) - out.count(0, 0, WINDOW);
        at = levers.step(new double[] {lead == 0 ? random.nextInt(2) : lead > 0 ? 1 : 0});
        paid += at.reward() > 0 ? 1 : 0;
        if (step % 50 == 0) {
          IO.println("steps %d to %d: %d paid".formatted(step - 49, step, paid));
          paid = 0;
        }
      }
    }
  }

  private static void rewarded(ProjectionBuilder p) {
    RuleOptions options = RuleOptions.paper().clippedAt(1).modulatedBy(new ExternalScalar());
    p.rule(Catalogue.find("ndp-elig").orElseThrow().build(options)).source("M", "reward");
    p.set("W", new Normal(0.08, 0.02)).set("alpha", 0.2).set("eta", 0.05).set("eta_e", 1);
  }
}
