package plastron.tasks.plot;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import plastron.slayer.objective.Measure;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.TrainingSettings;
import plastron.tasks.design.TaskDesign;
import plastron.tasks.run.MetricsTable;

/** What training is watched by, over iterations. */
public final class LearningCurve {

  private static final double USUALLY_ABOVE = 0.3;
  private static final double EDGE = 0.02;

  private LearningCurve() {}

  /**
   * The picture as PNG.
   *
   * @param metrics at least one row
   */
  public static byte[] png(Configuration config, TaskDesign<?> design, MetricsTable metrics) {
    Measure watched = design.task().objective().measures().getFirst();
    String title =
        Stream.of(config.task().title(), config.task().caption(config))
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(", "));
    XYChart chart = ChartLook.chart(title, "iteration", watched.name(), 900, 440);
    if (watched.scale() == Measure.Scale.SHARE) {
      double least = metrics.rows().stream().mapToDouble(LearningCurve::value).min().orElse(0);
      // Lines at the very end of the axis would be cut in half.
      chart.getStyler().setYAxisMin(least < USUALLY_ABOVE ? -EDGE : USUALLY_ABOVE);
      chart.getStyler().setYAxisMax(1 + EDGE);
    }
    double last = metrics.rows().getLast().iteration() + 1.0;
    ChartLook.level(chart, "criterion", 0, last, config.get(TrainingSettings.CRITERION));
    design.chance().ifPresent(c -> ChartLook.level(chart, "chance", 0, last, c));
    add(chart, "one batch", metrics, LearningCurve::value, 5, 1f);
    add(chart, "last 100 trials", metrics, MetricsTable.Row::moving, 0, 2.4f);
    return Picture.png(chart);
  }

  private static double value(MetricsTable.Row row) {
    return row.measures().getFirst();
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
