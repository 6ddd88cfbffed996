package plastron.tasks.plot;

import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;

/** Chooses the range of a vertical axis that has none. */
final class ValueAxis {

  /** Empty share above and below the values. */
  private static final double MARGIN = 0.06;

  /** From where, and up to where, numbers are written in full. */
  private static final double SMALL = 0.01;

  private static final double LARGE = 1e5;

  private ValueAxis() {}

  /** Has the axis reach from the least to the largest value of all series, with a margin. */
  static void fit(XYChart chart) {
    XYStyler style = chart.getStyler();
    if (style.getYAxisMin() != null) {
      return;
    }
    double[] values =
        chart.getSeriesMap().values().stream()
            .flatMapToDouble(series -> DoubleStream.of(series.getYData()))
            .filter(Double::isFinite)
            .toArray();
    double low = DoubleStream.of(values).min().orElse(0);
    double high = DoubleStream.of(values).max().orElse(0);
    double margin = MARGIN * (high - low);
    if (margin == 0) {
      margin = low == 0 ? 1 : Math.abs(low) / 2;
    }
    style.setYAxisMin(low - margin).setYAxisMax(high + margin);
    double largest = Math.max(Math.abs(low), Math.abs(high));
    if (largest >= LARGE || (largest < SMALL && largest > 0)) {
      style.setYAxisDecimalPattern("0.##E0");
    }
  }
}
