package plastron.tasks.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.tasks.cli.CommandRun;

class NirDataRecordTest {

  @TempDir private Path folder;

  /** Times of the grid are in the middle of their step. */
  @ParameterizedTest
  @CsvSource({"grid, 0.05", "precise, 0"})
  void spikesAreThoseOfTheOtherFormats(String engine, double earlierMs) throws IOException {
    simulate(engine, "csv");
    Path out = simulate(engine, "nirdata");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("records.nirdata", "summary.json");
    }
    List<String> rows = Files.readAllLines(folder.resolve(engine + "-csv/spikes-N.csv"));
    List<String> potentials = Files.readAllLines(folder.resolve(engine + "-csv/potentials-N.csv"));
    try (HdfFile file = new HdfFile(out.resolve("records.nirdata"))) {
      String spikes = "/nodes/N/observables/spikes";
      long[] neurons = ((long[][]) file.getDatasetByPath(spikes + "/idx").getData())[0];
      double[] times = ((double[][]) file.getDatasetByPath(spikes + "/time").getData())[0];
      assertThat(neurons).hasSize(rows.size() - 1).hasSizeGreaterThan(100);
      for (int k = 0; k < neurons.length; k++) {
        String[] row = rows.get(1 + k).split(",", -1);
        assertThat(1000 * times[k] + earlierMs).isCloseTo(Double.parseDouble(row[0]), within(1e-9));
        assertThat(neurons[k]).isEqualTo(Long.parseLong(row[1]));
      }
      String membrane = "/nodes/N/observables/membrane/value";
      double[] values = ((double[][]) file.getDatasetByPath(membrane).getData())[0];
      assertThat(values).hasSize(1000 * 3);
      assertThat(potentials.get(400).split(",", -1))
          .endsWith(
              String.valueOf(values[399 * 3]),
              String.valueOf(values[399 * 3 + 1]),
              String.valueOf(values[399 * 3 + 2]));
      assertThat(file.getByPath("/nodes/in/observables/spikes").getAttribute("n_neurons").getData())
          .isEqualTo(100L);
      assertThat((double) file.getByPath(spikes).getAttribute("t_max").getData())
          .isCloseTo(0.1, within(1e-9));
    }
  }

  private Path simulate(String engine, String format) throws IOException {
    String text = Files.readString(Path.of("../examples/circuits/precise.toml"));
    Path circuit =
        Files.writeString(
            folder.resolve(engine + ".toml"), text.replace("\"precise\"", "\"" + engine + "\""));
    Path out = folder.resolve(engine + "-" + format);
    CommandRun run =
        CommandRun.of(
            "simulate",
            circuit.toString(),
            "--duration",
            "100ms",
            "--record",
            "spikes,potentials",
            "--neurons",
            "3",
            "--format",
            format,
            "--out",
            out.toString());
    assertThat(run.err()).isEmpty();
    return out;
  }

  @Test
  void whatHasNoPlaceThereIsRefused() {
    CommandRun run =
        CommandRun.of(
            "simulate",
            "../examples/circuits/precise.toml",
            "--duration",
            "100ms",
            "--record",
            "rates",
            "--format",
            "nirdata",
            "--out",
            folder.resolve("new").toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "plastron: Option --format (nirdata) has no rates, expected --record"
                + " spikes,potentials.");
  }
}
