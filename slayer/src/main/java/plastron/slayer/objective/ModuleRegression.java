package plastron.slayer.objective;

import java.util.List;
import java.util.random.RandomGenerator;
import plastron.slayer.loss.Loss;
import plastron.slayer.loss.PotentialCourse;
import plastron.slayer.sweep.Observed;

/**
 * Regression: what a module gives is to follow the course of the trial, windows in the place of its
 * steps. Its error is the mean squared distance, its loss half of that.
 *
 * @param module its index
 */
public record ModuleRegression(int module) implements Objective<Course> {

  @Override
  public List<Measure> measures() {
    return List.of(Measure.ERROR);
  }

  @Override
  public EpisodeJudgement judge(Course trial, Observed observed, RandomGenerator random) {
    return EpisodeJudgement.of(
        CourseRegression.error(observed.outputs(module), trial.target(), trial.window()));
  }

  @Override
  public Loss loss(Course trial, EpisodeJudgement judgement, double[] summary, long iteration) {
    return new PotentialCourse(trial.window(), trial.target()).onModule(module, 1);
  }
}
