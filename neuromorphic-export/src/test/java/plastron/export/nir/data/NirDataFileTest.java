package plastron.export.nir.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NirDataFileTest {

  @TempDir private Path folder;

  @Test
  void groupsSayWhatTheyAreAndArraysHaveOneSample() throws IOException {
    Path file = folder.resolve("records.nirdata");
    NirEvents spikes =
        new NirEvents(3, whole("i", 4, 0, 2), real("t", 0.1, 0.1, 0.25), Optional.empty());
    NirEvents membrane =
        new NirEvents(
            2, whole("j", 0, 1), real("u", 0.05, 0.05), Optional.of(real("v", -70, 1e-3)));
    NirDataFile.write(
        file,
        0.5,
        List.of(
            new NirNodeData("a.lif", 5, Map.of("spikes", spikes, "membrane", membrane)),
            new NirNodeData("input", 7, Map.of("spikes", none()))));
    try (HdfFile read = new HdfFile(file)) {
      assertThat(read.getAttribute("__type__").getData()).isEqualTo("NIRGraphData");
      Group node = (Group) read.getByPath("/nodes/a.lif");
      assertThat(node.getAttribute("__type__").getData()).isEqualTo("NIRNodeData");
      Group written = (Group) node.getByPath("observables/spikes");
      assertThat(written.getAttribute("__type__").getData()).isEqualTo("EventData");
      assertThat(written.getAttribute("n_neurons").getData()).isEqualTo(5L);
      assertThat(written.getAttribute("t_max").getData()).isEqualTo(0.5);
      assertThat(written.getDatasetByPath("idx").getData()).isEqualTo(new long[][] {{4, 0, 2}});
      assertThat(written.getDatasetByPath("time").getData())
          .isEqualTo(new double[][] {{0.1, 0.1, 0.25}});
      Group valued = (Group) node.getByPath("observables/membrane");
      assertThat(valued.getAttribute("__type__").getData()).isEqualTo("ValuedEventData");
      assertThat(valued.getDatasetByPath("value").getData())
          .isEqualTo(new double[][] {{-70, 1e-3}});
      assertThat(read.getDatasetByPath("/nodes/input/observables/spikes/idx").getDimensions())
          .containsExactly(1, 0);
    }
  }

  @Test
  void manyNodesFitAndTheSameGivesTheSameBytes() throws IOException {
    List<NirNodeData> nodes = new ArrayList<>();
    for (int k = 0; k < 1000; k++) {
      nodes.add(new NirNodeData("node " + k, 1, Map.of("spikes", none())));
    }
    Path one = folder.resolve("one");
    NirDataFile.write(one, 1, nodes);
    try (HdfFile read = new HdfFile(one)) {
      assertThat(((Group) read.getByPath("/nodes")).getChildren()).hasSize(1000);
    }
    Path other = folder.resolve("other");
    NirDataFile.write(other, 1, nodes);
    assertThat(other).hasSameBinaryContentAs(one);
  }

  @Test
  void aFileOfAnotherLengthIsRefused() throws IOException {
    NirEvents wrong = new NirEvents(3, whole("i", 1), real("t", 1), Optional.empty());
    assertThatThrownBy(
            () ->
                NirDataFile.write(
                    folder.resolve("x"),
                    1,
                    List.of(new NirNodeData("n", 1, Map.of("spikes", wrong)))))
        .hasMessage("Array of shape [1, 3] (8 bytes) must have 24.");
  }

  private NirEvents none() throws IOException {
    return new NirEvents(0, whole("none"), real("never"), Optional.empty());
  }

  private Path whole(String name, long... values) throws IOException {
    byte[] content = new byte[Long.BYTES * values.length];
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      bytes.putLong(value);
    }
    return Files.write(folder.resolve(name), content);
  }

  private Path real(String name, double... values) throws IOException {
    byte[] content = new byte[Long.BYTES * values.length];
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putDouble(value);
    }
    return Files.write(folder.resolve(name), content);
  }
}
