package plastron.tasks.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.tasks.cli.CommandRun;

class SimulateCommandTest {

  private static final Path EXAMPLES = Path.of("../examples/circuits");
  private static final String LEARNING = EXAMPLES.resolve("learning.toml").toString();

  @TempDir private Path folder;

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.filter(f -> f.toString().endsWith(".toml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleRunsAndItsNeuronsSpike(Path example) throws IOException {
    Path out = folder.resolve("run");
    CommandRun run =
        CommandRun.of(
            "simulate",
            example.toString(),
            "--duration",
            "150ms",
            "--settle",
            "50ms",
            "--record",
            "spikes,potentials,rates,weights",
            "--plot",
            "raster,rate,histogram",
            "--out",
            out.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("synapses").contains("x real time");
    assertThat(out.resolve("raster.png")).isNotEmptyFile();
    assertThat(out.resolve("rate.png")).isNotEmptyFile();
    assertThat(out.resolve("histogram.png")).isNotEmptyFile();
    assertThat(Files.readAllLines(out.resolve("rates.csv"))).hasSize(1 + 30);
    for (var element : summary(out).getAsJsonArray("populations")) {
      JsonObject population = element.getAsJsonObject();
      String name = population.get("population").getAsString();
      assertThat(Files.readAllLines(out.resolve("spikes-" + name + ".csv")))
          .hasSize(1 + population.get("spikes").getAsInt());
      if (!population.get("model").getAsString().equals("poisson")) {
        assertThat(Files.readAllLines(out.resolve("potentials-" + name + ".csv")))
            .hasSize(1 + 1500);
      }
    }
    assertThat(summary(out).getAsJsonArray("populations"))
        .anyMatch(p -> p.getAsJsonObject().get("rate_hz").getAsDouble() > 1);
  }

  @Test
  void threadsAndFormatsHaveTheSameSpikes() throws IOException {
    String circuit = EXAMPLES.resolve("brunel.toml").toString();
    String[] command = {
      "simulate", circuit, "--duration", "50ms", "--record", "spikes", "--seed", "9"
    };
    assertThat(run(command, "--out", folder.resolve("one").toString(), "--threads", "1").exitCode())
        .isZero();
    assertThat(
            run(
                    command,
                    "--out",
                    folder.resolve("two").toString(),
                    "--threads",
                    "2",
                    "--format",
                    "npz")
                .exitCode())
        .isZero();
    List<String> lines = Files.readAllLines(folder.resolve("one/spikes-E.csv"));
    assertThat(lines).hasSizeGreaterThan(100);
    ByteBuffer times = numbers(folder.resolve("two/spikes-E.npz"), "time_ms");
    ByteBuffer neurons = numbers(folder.resolve("two/spikes-E.npz"), "neuron");
    for (String line : lines.subList(1, lines.size())) {
      assertThat(times.getDouble() + "," + neurons.getInt()).isEqualTo(line);
    }
    assertThat(times.hasRemaining()).isFalse();
    assertThat(neurons.hasRemaining()).isFalse();
    try (Stream<Path> files = Files.list(folder.resolve("two"))) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("spikes-E.npz", "spikes-I.npz", "summary.json");
    }
  }

  private static CommandRun run(String[] command, String... more) {
    return CommandRun.of(Stream.of(command, more).flatMap(Stream::of).toArray(String[]::new));
  }

  /** The numbers of an array, behind its header. */
  private static ByteBuffer numbers(Path npz, String name) throws IOException {
    try (ZipFile zip = new ZipFile(npz.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(name + ".npy"))) {
      ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      return bytes.position(10 + bytes.getShort(8));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "npz"})
  void weightsAreAListThatACircuitReads(String format) throws IOException {
    Path out = folder.resolve("run");
    assertThat(
            CommandRun.of(
                    "simulate",
                    LEARNING,
                    "--duration",
                    "500ms",
                    "--record",
                    "weights",
                    "--format",
                    format,
                    "--out",
                    out.toString())
                .exitCode())
        .isZero();
    String again =
        Files.readString(Path.of(LEARNING))
            .replace("\"all_to_all\"", "{ list = \"run/weights-plastic." + format + "\" }")
            .replaceAll("(?m)^(weight_pA|delay_ms) = .*$", "");
    Path circuit = Files.writeString(folder.resolve("again.toml"), again);
    CommandRun run = CommandRun.of("simulate", circuit.toString(), "--duration", "100ms");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("100 synapses");
  }

  @Test
  void weightsAreRecordedWhileTheyChange() throws IOException {
    Path out = folder.resolve("run");
    CommandRun run =
        CommandRun.of(
            "simulate",
            LEARNING,
            "--duration",
            "1s",
            "--record",
            "weights",
            "--weights-every",
            "250ms",
            "--out",
            out.toString());
    assertThat(run.err()).isEmpty();
    List<String> history = Files.readAllLines(out.resolve("weights-over-time-plastic.csv"));
    assertThat(history).hasSize(1 + 4 * 100);
    assertThat(history.getFirst()).isEqualTo("time_ms,pre,post,delay_ms,weight_pA");
    List<String> first =
        history.subList(1, 101).stream().map(row -> behind("250.0,", row)).toList();
    List<String> last =
        history.subList(301, 401).stream().map(row -> behind("1000.0,", row)).toList();
    List<String> end = Files.readAllLines(out.resolve("weights-plastic.csv"));
    assertThat(last).isEqualTo(end.subList(1, 101)).isNotEqualTo(first);
  }

  private static String behind(String begin, String row) {
    assertThat(row).startsWith(begin);
    return row.substring(begin.length());
  }

  @Test
  void theSummarySaysWhenceItIs() throws IOException {
    Path out = folder.resolve("run");
    CommandRun.of("simulate", LEARNING, "--duration", "0.2 s", "--seed", "3", "--out", out + "");
    JsonObject summary = summary(out);
    JsonObject settings = summary.getAsJsonObject("settings");
    assertThat(settings.get("seed").getAsLong()).isEqualTo(3);
    assertThat(settings.get("duration_ms").getAsDouble()).isCloseTo(200, within(1e-9));
    assertThat(summary.getAsJsonObject("provenance").keySet())
        .contains("plastron", "java", "machine", "circuit_sha256");
  }

  private static JsonObject summary(Path out) throws IOException {
    return JsonParser.parseString(Files.readString(out.resolve("summary.json"))).getAsJsonObject();
  }

  @Test
  void whatIsWrongIsSaidInOneLineAndLeavesNothing() throws IOException {
    refused(
        "Output folder (%s) exists, expected a new name.".formatted(folder), "--out", folder + "");
    refused(
        "Options --record, --plot and --checkpoint-every need a folder, expected --out DIR.",
        "--plot",
        "rate");
    Path out = folder.resolve("new");
    refused(
        "Option --record (spiks) must be one of spikes, potentials, rates, weights.",
        "--record",
        "spiks",
        "--out",
        out + "");
    refused(
        "Option --plot (rates) must be one of raster, rate, histogram.",
        "--plot",
        "rates",
        "--out",
        out + "");
    refused("Option --format (hdf5) must be one of csv, npz, nirdata.", "--format", "hdf5");
    refused("Option --settle (1s) must be shorter than --duration (1s).", "--settle", "1s");
    refused(
        "Option --settle (2) must be a time with its unit, such as 1s, 250ms or 2min.",
        "--settle",
        "2");
    refused(
        "Option --weights-every (15ms) must be a multiple of 10 ms.",
        "--record",
        "weights",
        "--weights-every",
        "15ms",
        "--out",
        out + "");
    refused("Option --weights-every (1s) needs --record weights.", "--weights-every", "1s");
    refused("Option --neurons (0) must be from 1 to 10000.", "--neurons", "0");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  private static void refused(String line, String... more) {
    CommandRun run = run(new String[] {"simulate", LEARNING, "--duration", "1s"}, more);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines().findFirst()).contains("plastron: " + line);
    assertThat(run.out()).isEmpty();
  }
}
