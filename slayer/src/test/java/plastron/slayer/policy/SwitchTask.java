package plastron.slayer.policy;

import java.util.List;
import java.util.Optional;
import plastron.core.encode.CategoryCode;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.ModulatorSource.ExternalScalar;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.initialise.Normal;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.ProjectionBuilder;
import plastron.slayer.loss.RateBudget;
import plastron.slayer.objective.Task;
import plastron.slayer.optimise.Schedule;

/** Pressing switches, and a small network with synapses that rewards change. */
public final class SwitchTask {

  /** Steps of a window. */
  public static final int WINDOW = 4;

  /** Index of the output population. */
  public static final int OUTPUT = 2;

  /** Two windows an action, of which all but 3 steps count. */
  public static final EnvironmentEpisodes.Timing TIMING =
      new EnvironmentEpisodes.Timing(2 * WINDOW, 3, WINDOW);

  /** The policy. */
  public static final RatePolicy POLICY = new RatePolicy(OUTPUT, 5);

  private SwitchTask() {}

  /** Source, recurrent hidden neurons, output; all synapses learn, by rewards. */
  public static PlasticModel model() {
    Neuron neuron = new Neuron.Srm(1, new Kernel.Exponential(3), 1);
    return PlasticModel.named("switch")
        .source("light", 6)
        .population("hidden", 5, neuron)
        .population("switch", 2, neuron)
        .projection("light", "hidden", SwitchTask::rewarded)
        .projection("hidden", "hidden", SwitchTask::rewarded)
        .projection("hidden", "switch", SwitchTask::rewarded)
        .updateEvery(WINDOW)
        .seed(4)
        .build();
  }

  private static void rewarded(ProjectionBuilder p) {
    RuleOptions options = RuleOptions.paper().clippedAt(2).modulatedBy(new ExternalScalar());
    p.rule(Catalogue.find("ndp-elig").orElseThrow().build(options)).source("M", "reward");
    p.set("W", new Normal(0.25, 0.2)).set("alpha", new Normal(0.3, 0.3));
    p.set("eta", 0.2).set("eta_e", 0.6);
  }

  /** Episodes with a signal for rewards. */
  public static EnvironmentEpisodes episodes() {
    return new EnvironmentEpisodes(
        LightSwitch::new, new CategoryCode(2, 3, 0.5), POLICY, TIMING, Optional.of("reward"));
  }

  /** With an entropy bonus. */
  public static DiscountedReinforce objective() {
    return new DiscountedReinforce(
        POLICY,
        0.9,
        new Schedule.Constant(0.05),
        RateBudget.NONE,
        List.of(TrajectoryMeasure.RETURN, TrajectoryMeasure.STEPS));
  }

  /** Both. */
  public static Task<Trajectory> task() {
    return new Task<>(episodes(), objective());
  }
}
