package plastron.tasks.run;

import java.util.Arrays;
import java.util.StringJoiner;
import plastron.slayer.train.StepReport;

/**
 * What is known about one iteration. Nothing in it depends on the machine or the clock.
 *
 * @param report of the trainer
 * @param moving mean of the watched measure over the last 100 trials or more
 */
public record MetricsLine(StepReport report, double moving) {

  /** What stands behind the name of the watched measure for its mean over the last 100 trials. */
  static final String MOVING = "_100";

  /** Name of the measure that training is watched by: the first. */
  public String watched() {
    return report.measures().keySet().iterator().next();
  }

  /** As one JSON object without line breaks; numbers that are not finite are null. */
  public String json() {
    StringJoiner rates = new StringJoiner(",", "[", "]");
    Arrays.stream(report.rates()).forEach(r -> rates.add(number(r)));
    StringJoiner line =
        new StringJoiner(",", "{", "}")
            .add("\"iteration\":" + report.iteration())
            .add("\"loss\":" + number(report.loss()));
    report
        .measures()
        .forEach(
            (name, value) -> {
              line.add("\"%s\":%s".formatted(name, number(value)));
              if (name.equals(watched())) {
                line.add("\"%s\":%s".formatted(name + MOVING, number(moving)));
              }
            });
    return line.add("\"gradient_norm\":" + number(report.gradientNorm()))
        .add("\"skipped\":" + report.skipped())
        .add("\"learning_rate\":" + number(report.learningRate()))
        .add("\"rates\":" + rates)
        .toString();
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "null";
  }
}
