package plastron.slayer.objective;

import java.util.List;
import java.util.random.RandomGenerator;
import plastron.slayer.loss.Loss;
import plastron.slayer.loss.PotentialCourse;
import plastron.slayer.loss.ReadoutSteps;
import plastron.slayer.sweep.Observed;

/**
 * Regression: the potentials of leaky integrators are to follow the course of the trial. Its error
 * is the mean squared distance, its loss half of that.
 *
 * @param readout index of the population of leaky integrators
 */
public record CourseRegression(int readout) implements Objective<Course> {

  @Override
  public List<Measure> measures() {
    return List.of(Measure.ERROR);
  }

  @Override
  public EpisodeJudgement judge(Course trial, Observed observed, RandomGenerator random) {
    return EpisodeJudgement.of(error(observed.potentials(readout), trial.target(), trial.window()));
  }

  /**
   * Mean squared distance of two courses.
   *
   * @param a {@code [step][neuron]}
   * @param b of the same shape
   * @param window steps that count
   */
  public static double error(double[][] a, double[][] b, ReadoutSteps window) {
    double sum = 0;
    for (int t = window.from(); t < window.to(); t++) {
      for (int i = 0; i < a[t].length; i++) {
        sum += (a[t][i] - b[t][i]) * (a[t][i] - b[t][i]);
      }
    }
    return sum / (a[0].length * (double) (window.to() - window.from()));
  }

  @Override
  public Loss loss(Course trial, EpisodeJudgement judgement, double[] summary, long iteration) {
    return new PotentialCourse(trial.window(), trial.target()).on(readout, 1);
  }
}
