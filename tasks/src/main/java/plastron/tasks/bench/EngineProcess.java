package plastron.tasks.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import plastron.tasks.bench.workload.Workload;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.PlastronCommand;

/**
 * A process that trains one iteration whenever it is asked to. It is told {@code run} on its
 * standard input and answers with the seconds that took; when the input ends it says how much
 * memory it had and ends as well.
 */
final class EngineProcess implements AutoCloseable {

  /** The module that the engine computes with where it is there. */
  static final String VECTOR_API = "jdk.incubator.vector";

  /** Java refuses the cache with that module, and the refusal makes its compiler slow. */
  private static final String START_UP_CACHE = "-XX:AOTCache";

  private final String engine;
  private final Workload workload;
  private final int threads;
  private final Process process;
  private final Path errors;
  private final BufferedWriter to;
  private final BufferedReader from;

  private EngineProcess(String engine, Workload workload, int threads, List<String> command) {
    this.engine = engine;
    this.workload = workload;
    this.threads = threads;
    try {
      errors = Files.createTempFile("plastron-bench", ".txt");
      errors.toFile().deleteOnExit(); // Ctrl-C
      process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    to = process.outputWriter(StandardCharsets.UTF_8);
    from = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts this program again: the same Java, options and class path, and the vector API. Returns
   * when it is warm.
   *
   * @throws BadInputException if the workload cannot be trained
   */
  static EngineProcess plastron(Workload workload, int threads) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.removeIf(option -> option.startsWith(START_UP_CACHE));
    if (ModuleFinder.ofSystem().find(VECTOR_API).isPresent()) {
      command.add("--add-modules=" + VECTOR_API);
    }
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            PlastronCommand.class.getName(),
            "bench",
            MeasuredTrainingCommand.NAME,
            "--workload",
            workload.name(),
            "--threads",
            Integer.toString(threads)));
    return start("plastron", workload, threads, command);
  }

  /**
   * Starts a process and returns when it is warm.
   *
   * @param engine what results call it
   * @param command a program that answers as this class expects
   */
  static EngineProcess start(String engine, Workload workload, int threads, List<String> command) {
    EngineProcess started = new EngineProcess(engine, workload, threads, command);
    try {
      started.answer();
      return started;
    } catch (RuntimeException e) {
      started.close();
      throw e;
    }
  }

  /** Trains one iteration and says how many seconds it took. */
  double run() {
    try {
      to.write("run\n");
      to.flush();
    } catch (IOException e) {
      throw failed();
    }
    return answer().get("seconds").getAsDouble();
  }

  /** Ends the process and puts together what it measured. */
  Result result(double[] seconds) {
    try {
      to.close();
    } catch (IOException e) {
      throw failed();
    }
    JsonObject end = answer();
    SortedMap<String, String> versions = new TreeMap<>();
    end.getAsJsonObject("versions")
        .asMap()
        .forEach((name, version) -> versions.put(name, version.getAsString()));
    return new Result(
        workload.name(),
        engine,
        threads,
        seconds,
        end.get("peak_rss_mib").isJsonNull() ? null : end.get("peak_rss_mib").getAsDouble(),
        end.get("hidden_rate").getAsDouble(),
        versions);
  }

  private JsonObject answer() {
    try {
      String line = from.readLine();
      if (line != null) {
        JsonObject answer = JsonParser.parseString(line).getAsJsonObject();
        if (answer.has("refused")) {
          throw new BadInputException(
              "Workload (%s) is refused: %s"
                  .formatted(workload.name(), answer.get("refused").getAsString()),
              answer.get("maybe").isJsonNull() ? null : answer.get("maybe").getAsString());
        }
        return answer;
      }
    } catch (IOException e) {
      throw failed();
    }
    throw failed();
  }

  private IllegalStateException failed() {
    process.destroy();
    try {
      String said = Files.readAllLines(errors).stream().collect(Collectors.joining("; "));
      return new IllegalStateException(
          "%s on %s ended without an answer: %s".formatted(engine, workload.name(), said));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      Files.deleteIfExists(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
