package plastron.tasks.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What all pictures share: colours that most colour-blind people can tell apart, fonts, lines. */
final class ChartLook {

  /** Okabe and Ito's palette: blue, vermillion, green, purple, orange, sky blue. */
  static final Color[] COLOURS = {
    new Color(0x0072B2),
    new Color(0xD55E00),
    new Color(0x009E73),
    new Color(0xCC79A7),
    new Color(0xE69F00),
    new Color(0x56B4E9)
  };

  static final Color GREY = new Color(0x9A9A9A);

  private ChartLook() {}

  /** An empty chart. */
  static XYChart chart(String title, String x, String y, int width, int height) {
    XYChart chart =
        new XYChartBuilder()
            .width(width)
            .height(height)
            .title(title)
            .xAxisTitle(x)
            .yAxisTitle(y)
            .theme(Styler.ChartTheme.XChart)
            .build();
    XYStyler style = chart.getStyler();
    style.setChartTitleVisible(!title.isEmpty());
    style.setXAxisTitleVisible(!x.isEmpty());
    style.setChartBackgroundColor(Color.WHITE);
    style.setPlotGridLinesColor(new Color(0xE6E6E6));
    style.setPlotBorderVisible(false);
    style.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
    style.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    style.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    style.setLegendBorderColor(Color.WHITE);
    style.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    style.setLegendPosition(Styler.LegendPosition.OutsideE);
    style.setYAxisDecimalPattern("#0.###");
    style.setXAxisDecimalPattern("#0");
    style.setPlotBackgroundColor(Color.WHITE);
    style.setAxisTickMarksColor(GREY);
    style.setPlotMargin(2);
    style.setPlotContentSize(1);
    style.setXAxisTickMarkSpacingHint(90);
    style.setAntiAlias(true);
    return chart;
  }

  /**
   * Adds a line with a gap for every value that is not finite, which the legend says.
   *
   * @param y as long as {@code x}, possibly empty
   */
  static void line(XYChart chart, String name, double[] x, double[] y, Color colour, float width) {
    BasicStroke stroke = new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    double[] shown = DoubleStream.of(y).map(v -> Double.isFinite(v) ? v : Double.NaN).toArray();
    long finite = DoubleStream.of(y).filter(Double::isFinite).count();
    if (finite == 0) {
      // A series needs a point; a line through a single one is not seen.
      String why = y.length == 0 ? " (no value)" : " (not finite)";
      addLine(chart, name + why, new double[] {0}, new double[] {0}, colour, stroke);
      return;
    }
    String gaps = finite < y.length ? " (partly not finite)" : "";
    XYSeries series = addLine(chart, name + gaps, x, shown, colour, stroke);
    if (finite == 1) {
      series.setMarker(SeriesMarkers.CIRCLE);
      series.setMarkerColor(colour);
    }
  }

  private static XYSeries addLine(
      XYChart chart, String name, double[] x, double[] y, Color colour, BasicStroke stroke) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Line);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(colour);
    series.setLineStyle(stroke);
    return series;
  }

  /** Adds a dashed horizontal line. */
  static void level(XYChart chart, String name, double from, double to, double y) {
    float[] dashes = {6, 4};
    BasicStroke stroke =
        new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, dashes, 0);
    addLine(chart, name, new double[] {from, to}, new double[] {y, y}, GREY, stroke);
  }

  /** Adds points; returns them. */
  static XYSeries points(XYChart chart, String name, double[] x, double[] y, Color colour) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    series.setMarker(SeriesMarkers.CIRCLE);
    series.setMarkerColor(colour);
    return series;
  }
}
