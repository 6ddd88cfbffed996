package plastron.tasks.bench.simulation;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import plastron.tasks.cli.PlastronCommand;

/** Runs this program once more, with the vector API, to simulate a network. */
final class SimulationProcess {

  private static final String VECTOR_API = "jdk.incubator.vector";

  /** Java refuses the cache with that module, and the refusal makes its compiler slow. */
  private static final String START_UP_CACHE = "-XX:AOTCache";

  private SimulationProcess() {}

  /**
   * What a simulation took.
   *
   * @param limitS seconds after which it is ended
   */
  static JsonObject run(String network, int threads, double seconds, long seed, long limitS) {
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
            MeasuredSimulationCommand.NAME,
            "--network",
            network,
            "--threads",
            Integer.toString(threads),
            "--seconds",
            Double.toString(seconds),
            "--seed",
            Long.toString(seed)));
    try {
      Path out = Files.createTempFile("plastron-bench", ".json");
      Path errors = Files.createTempFile("plastron-bench", ".txt");
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(errors.toFile())
              .start();
      Thread end = new Thread(process::destroyForcibly);
      Runtime.getRuntime().addShutdownHook(end);
      try {
        if (!process.waitFor(limitS, TimeUnit.SECONDS)) {
          throw new IllegalStateException(
              "Network %s took longer than %d s.".formatted(network, limitS));
        }
        if (process.exitValue() != 0) {
          throw new IllegalStateException(
              "Network %s was not simulated: %s"
                  .formatted(network, Files.readString(errors).strip()));
        }
        return JsonParser.parseString(Files.readString(out, StandardCharsets.UTF_8))
            .getAsJsonObject();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while %s was simulated.".formatted(network));
      } finally {
        process.destroyForcibly();
        Runtime.getRuntime().removeShutdownHook(end);
        Files.deleteIfExists(out);
        Files.deleteIfExists(errors);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
