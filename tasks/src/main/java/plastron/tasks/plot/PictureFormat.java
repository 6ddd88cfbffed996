package plastron.tasks.plot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;

/** Kinds of files that pictures are. */
public enum PictureFormat {
  /** Points. */
  PNG,

  /** Lines and shapes, which can be enlarged and edited. */
  SVG;

  /** As people write it, and as files end. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  byte[] of(XYChart chart) {
    if (this == PNG) {
      return Picture.png(chart);
    }
    ValueAxis.fit(chart);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      VectorGraphicsEncoder.saveVectorGraphic(chart, bytes, VectorGraphicsFormat.SVG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
