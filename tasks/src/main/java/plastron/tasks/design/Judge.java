package plastron.tasks.design;

import java.util.random.RandomGenerator;
import plastron.slayer.objective.Episode;
import plastron.slayer.objective.Measure;
import plastron.slayer.sweep.Observed;

/**
 * Judges trials of an evaluation.
 *
 * @param name what its results are called, the measure's own name for the first of a task
 * @param measure what it gives of a trial
 * @param meaning what that is, in a few words
 * @param verdict how it comes to it
 * @param <T> type of the trials
 */
public record Judge<T extends Episode>(
    String name, Measure measure, String meaning, Verdict<T> verdict) {

  /** How a judge comes to a number. */
  @FunctionalInterface
  public interface Verdict<T extends Episode> {

    /**
     * The number for one trial.
     *
     * @param observed what the network did
     * @param random the trial's own generator, behind what was drawn before
     */
    double of(T trial, Observed observed, RandomGenerator random);
  }
}
