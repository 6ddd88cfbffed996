package plastron.tasks.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.XYChart;

class ChartLookTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  static Stream<double[]> series() {
    return Stream.of(
        new double[] {},
        new double[] {0},
        new double[] {0, 0, 0},
        new double[] {7, 7},
        new double[] {Double.NaN},
        new double[] {Double.NaN, Double.NaN},
        new double[] {INFINITY, -INFINITY},
        new double[] {1, INFINITY, 2},
        new double[] {Double.NaN, 3, Double.NaN},
        new double[] {-3e38, 3e38},
        new double[] {1e-300, 2e-300},
        new double[] {Double.MIN_VALUE, 0},
        new double[] {1e12, 1e12 + 1});
  }

  @ParameterizedTest
  @MethodSource("series")
  void everySeriesCanBeDrawn(double[] y) throws IOException {
    XYChart chart = chart();
    ChartLook.line(chart, "line", steps(y.length), y, Color.RED, 2f);
    ChartLook.line(chart, "none", new double[0], new double[0], Color.BLUE, 2f);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Picture.png(chart)));
    assertThat(image.getWidth()).isEqualTo(900);
    if (Arrays.stream(y).filter(Double::isFinite).count() == 1) {
      assertThat(reds(image)).as("a single value is seen").isGreaterThan(20);
    }
  }

  @Test
  void theLegendSaysWhatIsNotShown() {
    XYChart chart = chart();
    ChartLook.line(chart, "a", new double[0], new double[0], Color.RED, 2f);
    ChartLook.line(chart, "b", steps(2), new double[] {INFINITY, 1}, Color.RED, 2f);
    ChartLook.line(chart, "c", steps(1), new double[] {Double.NaN}, Color.RED, 2f);
    ChartLook.line(chart, "d", steps(2), new double[] {1, 2}, Color.RED, 2f);
    assertThat(chart.getSeriesMap().keySet())
        .containsExactly("a (no value)", "b (partly not finite)", "c (not finite)", "d");
  }

  @Test
  void theAxisFitsTheDataWithAMargin() {
    XYChart chart = chart();
    ChartLook.line(chart, "a", steps(3), new double[] {1, INFINITY, 11}, Color.RED, 2f);
    ValueAxis.fit(chart);
    assertThat(chart.getStyler().getYAxisMin()).isBetween(0.0, 0.99);
    assertThat(chart.getStyler().getYAxisMax()).isBetween(11.01, 12.0);
  }

  private static XYChart chart() {
    XYChart chart = ChartLook.chart("title", "x", "y", 600, 200);
    chart.getStyler().setXAxisMin(0.0).setXAxisMax(10.0);
    return chart;
  }

  private static double[] steps(int count) {
    double[] steps = new double[count];
    Arrays.setAll(steps, i -> i + 1);
    return steps;
  }

  private static int reds(BufferedImage image) {
    int reds = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth() / 2; x++) {
        reds += (image.getRGB(x, y) & 0xFFFFFF) == 0xFF0000 ? 1 : 0;
      }
    }
    return reds;
  }
}
