package plastron.tasks.run;

import java.util.Arrays;
import java.util.StringJoiner;
import plastron.slayer.train.StepReport;

/**
 * What is known about one iteration. Nothing in it depends on the machine or the clock.
 *
 * @param report of the trainer
 * @param movingAccuracy over the last 100 trials or more
 */
public record MetricsLine(StepReport report, double movingAccuracy) {

  /** As one JSON object without line breaks; numbers that are not finite are null. */
  public String json() {
    StringJoiner rates = new StringJoiner(",", "[", "]");
    Arrays.stream(report.rates()).forEach(r -> rates.add(number(r)));
    return new StringJoiner(",", "{", "}")
        .add("\"iteration\":" + report.iteration())
        .add("\"loss\":" + number(report.loss()))
        .add("\"accuracy\":" + number(report.measure("accuracy")))
        .add("\"accuracy_100\":" + number(movingAccuracy))
        .add("\"gradient_norm\":" + number(report.gradientNorm()))
        .add("\"skipped\":" + report.skipped())
        .add("\"learning_rate\":" + number(report.learningRate()))
        .add("\"rates\":" + rates)
        .toString();
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "null";
  }
}
