package plastron.tasks.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.tasks.cli.CommandRun;

class SimulationEnginesTest {

  @TempDir private Path folder;

  @Test
  void eventsHaveTheRecordsOfTheGridAndPreciseSpikesLieWithinSteps() throws IOException {
    String text = Files.readString(Path.of("../examples/circuits/precise.toml"));
    for (String engine : List.of("grid", "events", "precise")) {
      Path circuit =
          Files.writeString(
              folder.resolve(engine + ".toml"),
              text.replace("engine = \"precise\"", "engine = \"" + engine + "\""));
      CommandRun run =
          CommandRun.of(
              "simulate",
              circuit.toString(),
              "--duration",
              "300ms",
              "--record",
              "spikes,rates",
              "--out",
              folder.resolve(engine).toString());
      assertThat(run.err()).isEmpty();
      assertThat(folder.resolve(engine).resolve("summary.json"))
          .content()
          .contains("\"engine\": \"" + engine + "\"");
    }
    for (String file : List.of("spikes-N.csv", "spikes-in.csv", "rates.csv")) {
      assertThat(folder.resolve("events").resolve(file))
          .hasSameTextualContentAs(folder.resolve("grid").resolve(file));
    }
    List<String> precise = Files.readAllLines(folder.resolve("precise/spikes-N.csv"));
    assertThat(precise).hasSizeGreaterThan(500);
    List<Double> times =
        precise.stream().skip(1).map(row -> Double.valueOf(row.split(",", -1)[0])).toList();
    assertThat(times).isSorted();
    assertThat(times.stream().filter(t -> Math.abs(t * 10 - Math.rint(t * 10)) < 1e-6))
        .hasSizeLessThan(5);
    CommandRun threads =
        CommandRun.of(
            "simulate",
            folder.resolve("precise.toml").toString(),
            "--duration",
            "1s",
            "--threads",
            "2");
    assertThat(threads.exitCode()).isEqualTo(2);
    assertThat(threads.err())
        .startsWith("plastron: Option --threads (2) must be 1 with engine = \"precise\".");
  }
}
