package plastron.export.nir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static plastron.export.nir.NirFileBuilder.integers;
import static plastron.export.nir.NirFileBuilder.numbers;
import static plastron.export.nir.NirFileBuilder.shaped;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.core.network.Connectivity;
import plastron.core.network.Neuron;
import plastron.export.hdf5.Hdf5Array;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;

/** Convolutions and pools against the sums that they stand for. */
class NirWindowTest {

  @TempDir private Path folder;

  @Test
  void windowsGoOverImages() throws IOException {
    double[] image = new double[2 * 4 * 5];
    Arrays.setAll(image, k -> k);
    double[] kernel = new double[4 * 3 * 2];
    Arrays.setAll(kernel, k -> k * k + 1);
    NirFileBuilder file =
        new NirFileBuilder()
            .node("in", "Input", Map.of("shape", integers(2, 4, 5)))
            .node(
                "c",
                "Conv2d",
                new TreeMap<>(
                    Map.of(
                        "input_shape", integers(4, 5),
                        "weight", shaped(List.of(4, 1, 3, 2), kernel),
                        "stride", integers(2, 1),
                        "padding", integers(1, 0),
                        "dilation", integers(1, 2),
                        "groups", Hdf5Array.Integers.of(2),
                        "bias", numbers(1, 2, 3, 4))))
            .node(
                "p",
                "AvgPool2d",
                Map.of(
                    "kernel_size", integers(2, 2),
                    "stride", integers(1, 2),
                    "padding", integers(0, 1)))
            .node("out", "Output", Map.of("shape", integers(4, 1, 2)))
            .chain("in", "c", "p", "out");
    PlasticModel model = file.read(folder);
    double[] conv = new double[4 * 2 * 3];
    for (int o = 0; o < 4; o++) {
      for (int y = 0; y < 2; y++) {
        for (int x = 0; x < 3; x++) {
          double sum = o + 1;
          for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 2; b++) {
              int row = 2 * y - 1 + a;
              int column = x + 2 * b;
              sum +=
                  row < 0 || row > 3
                      ? 0
                      : kernel[(o * 3 + a) * 2 + b] * image[(o / 2 * 4 + row) * 5 + column];
            }
          }
          conv[(o * 2 + y) * 3 + x] = sum;
        }
      }
    }
    PlasticProjection projection = model.graph().projections().getFirst();
    double[] got =
        ((Neuron.LeakyIntegrator) model.graph().population("out").neuron()).bias().toArray(8);
    int[] targets = ((Connectivity.Rows) projection.connectivity()).synapses().targets();
    int next = 0;
    for (int j = 0; j < image.length; j++) {
      for (double weight : projection.parameter("W")[j]) {
        got[targets[next++]] += weight * image[j];
      }
    }
    for (int o = 0; o < 4; o++) {
      double left = (conv[o * 6] + conv[o * 6 + 3]) / 4;
      double right = (conv[o * 6 + 1] + conv[o * 6 + 2] + conv[o * 6 + 4] + conv[o * 6 + 5]) / 4;
      assertThat(got[2 * o]).isCloseTo(left, within(1e-9));
      assertThat(got[2 * o + 1]).isCloseTo(right, within(1e-9));
    }
  }
}
