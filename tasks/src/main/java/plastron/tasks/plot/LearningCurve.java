package plastron.tasks.plot;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.RunSettings;
import plastron.tasks.config.TrainingSettings;
import plastron.tasks.run.MetricsTable;

/** Accuracy over iterations. */
public final class LearningCurve {

  private static final double USUALLY_ABOVE = 0.3;
  private static final double EDGE = 0.02;

  private LearningCurve() {}

  /**
   * The picture as PNG.
   *
   * @param metrics at least one row
   */
  public static byte[] png(Configuration config, MetricsTable metrics) {
    String title =
        "Cue association, %s, %s noise"
            .formatted(config.get(RunSettings.RULE), config.get(RunSettings.NOISE));
    XYChart chart = ChartLook.chart(title, "iteration", "accuracy", 900, 440);
    double least = metrics.rows().stream().mapToDouble(MetricsTable.Row::accuracy).min().orElse(0);
    // Lines at the very end of the axis would be cut in half.
    chart.getStyler().setYAxisMin(least < USUALLY_ABOVE ? -EDGE : USUALLY_ABOVE);
    chart.getStyler().setYAxisMax(1 + EDGE);
    double last = metrics.rows().getLast().iteration() + 1.0;
    ChartLook.level(chart, "criterion", 0, last, config.get(TrainingSettings.CRITERION));
    ChartLook.level(chart, "chance", 0, last, 0.5);
    add(chart, "one batch", metrics, MetricsTable.Row::accuracy, 5, 1f);
    add(chart, "last 100 trials", metrics, MetricsTable.Row::movingAccuracy, 0, 2.4f);
    return Picture.png(chart);
  }

  private static void add(
      XYChart chart,
      String name,
      MetricsTable metrics,
      ToDoubleFunction<MetricsTable.Row> value,
      int colour,
      float width) {
    List<MetricsTable.Row> known =
        metrics.rows().stream().filter(r -> Double.isFinite(value.applyAsDouble(r))).toList();
    if (!known.isEmpty()) {
      double[] x = known.stream().mapToDouble(r -> r.iteration() + 1).toArray();
      double[] y = known.stream().mapToDouble(value).toArray();
      ChartLook.line(chart, name, x, y, ChartLook.COLOURS[colour], width);
    }
  }
}
