package plastron.tasks.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;

/** Charts below each other as one PNG. */
final class Picture {

  private static final int SCALE = 2;

  private Picture() {}

  /**
   * Draws charts at twice their size in pixels.
   *
   * @param charts of one width, from top to bottom, at least one
   */
  static byte[] png(List<XYChart> charts) {
    System.setProperty("java.awt.headless", "true");
    int width = charts.getFirst().getWidth();
    int height = charts.stream().mapToInt(XYChart::getHeight).sum();
    BufferedImage image =
        new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D page = image.createGraphics();
    page.setColor(Color.WHITE);
    page.fillRect(0, 0, image.getWidth(), image.getHeight());
    page.scale(SCALE, SCALE);
    for (XYChart chart : charts) {
      Graphics2D part = (Graphics2D) page.create(0, 0, width, chart.getHeight());
      chart.paint(part, width, chart.getHeight());
      part.dispose();
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
}
