package plastron.tasks.measure;

import plastron.slayer.objective.Measure;
import plastron.tasks.design.Judge;

/**
 * What a judge said of all trials.
 *
 * @param name of the judge
 * @param measure what was measured
 * @param meaning in a few words
 * @param mean over the trials
 * @param interval of the mean
 */
public record Measured(
    String name, Measure measure, String meaning, double mean, Interval interval) {

  /**
   * @param values one a trial, at least one
   */
  static Measured of(Judge<?> judge, double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    Interval interval =
        judge.measure().scale() == Measure.Scale.SHARE
            ? Interval.ofShare((int) sum, values.length)
            : Interval.ofMean(mean, deviation(values, mean), values.length);
    return new Measured(judge.name(), judge.measure(), judge.meaning(), mean, interval);
  }

  private static double deviation(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / Math.max(1, values.length - 1));
  }
}
