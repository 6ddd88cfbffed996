package plastron.tasks.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;

/** Charts as PNG. */
final class Picture {

  private static final double SCALE = 1.5;

  private Picture() {}

  /** Draws one chart. */
  static byte[] png(XYChart chart) {
    return png(List.of(chart), 0, 1);
  }

  /**
   * Draws charts below each other so that their horizontal axes lie in line.
   *
   * @param charts of one width, from top to bottom, at least one
   * @param from a value that all horizontal axes have
   * @param to a larger one
   */
  static byte[] png(List<XYChart> charts, double from, double to) {
    System.setProperty("java.awt.headless", "true");
    charts.forEach(ValueAxis::fit);
    int width = charts.getFirst().getWidth();
    int height = charts.stream().mapToInt(XYChart::getHeight).sum();
    BufferedImage image =
        new BufferedImage(
            (int) (width * SCALE), (int) (height * SCALE), BufferedImage.TYPE_INT_RGB);
    Graphics2D page = image.createGraphics();
    page.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    // Where the axes come to lie is known only once a chart has been painted.
    charts.forEach(chart -> paint(chart, page, 0, width));
    double left = charts.stream().mapToDouble(c -> c.getScreenXFromChart(from)).max().orElseThrow();
    double right = charts.stream().mapToDouble(c -> c.getScreenXFromChart(to)).min().orElseThrow();
    page.setColor(Color.WHITE);
    page.fillRect(0, 0, image.getWidth(), image.getHeight());
    page.scale(SCALE, SCALE);
    for (XYChart chart : charts) {
      int shift = (int) Math.round(left - chart.getScreenXFromChart(from));
      int shrink = (int) Math.round(chart.getScreenXFromChart(to) - right);
      paint(chart, page, shift, width - shift - shrink);
      page.translate(0, chart.getHeight());
    }
    page.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void paint(XYChart chart, Graphics2D page, int x, int width) {
    Graphics2D part = (Graphics2D) page.create(x, 0, width, chart.getHeight());
    chart.paint(part, width, chart.getHeight());
    part.dispose();
  }
}
