package plastron.tasks.model;

import plastron.core.random.Seeds;
import plastron.core.run.Runner;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.Precision;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.train.ParameterGrids;
import plastron.tasks.measure.EpisodeRunners;

/**
 * A model as training for a chip sees it.
 *
 * @param model with its parameters rounded
 * @param grids what they were rounded to, and what states and rates are rounded to while it runs
 * @param precision of the training
 * @param sweep options of the training
 */
public record RoundedModel(
    PlasticModel model, ParameterGrids grids, Precision precision, SweepOptions sweep) {

  /**
   * Runs it as training does, rounding what training rounds.
   *
   * @param seed decides, with the number of a trial, what is rounded at random in it
   */
  public EpisodeRunners runners(long seed) {
    return () -> {
      Sweep own = precision.sweep(model, sweep);
      own.round(grids.states());
      Runner runner = new SweepRunner(model.graph(), own);
      return trial -> {
        own.key(Seeds.then(seed, trial));
        runner.reset();
        return runner;
      };
    };
  }
}
