package plastron.tasks.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.train.SmallRun;

class PlotCommandTest {

  @TempDir private Path folder;

  @Test
  void drawsTheCurveAndFourTrials() throws IOException {
    String run = folder.resolve("run").toString();
    Path out = folder.resolve("figures");
    assertThat(CommandRun.of(SmallRun.start(Path.of(run), 20)).err()).isEmpty();
    CommandRun plot = CommandRun.of("plot", run, "--out", out.toString());
    assertThat(plot.err()).isEmpty();
    assertThat(plot.out().lines()).hasSize(5);
    for (String name :
        List.of("learning-curve", "trial-all-left", "trial-all-right", "trial-mixed")) {
      BufferedImage image = ImageIO.read(out.resolve(name + ".png").toFile());
      assertThat(image.getWidth()).isGreaterThan(1000);
      assertThat(colours(image)).contains(0xFFFFFF, 0x0072B2);
    }
    CommandRun again = CommandRun.of("plot", run, "--out", out.toString());
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("exists");
  }

  private static Set<Integer> colours(BufferedImage image) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colours.add(image.getRGB(x, y) & 0xFFFFFF);
      }
    }
    return colours;
  }
}
