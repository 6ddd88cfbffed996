package plastron.tasks.bench.simulation;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plastron.tasks.bench.machine.Machine;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.cli.ProjectVersion;
import plastron.tasks.reference.BenchmarkNetwork;
import plastron.tasks.reference.ReferenceNetworks;

/** Measures simulations of the random networks by which simulators are compared. */
@Command(
    name = "simulation",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures how long the random networks take by which simulators are compared, in steps of"
          + " 0.1 ms with all spikes recorded: seconds of all threads per second of the network,"
          + " the compiler's included, behind the start that statistics leave out.",
      "Every run has a process and a seed of its own; of several runs the one in the middle counts."
    },
    footer = {
      "",
      "Networks: brunel_12500, brunel_2500, coba_va2005, coba_brette2007, cuba_brette2007,"
          + " potjans_diesmann_10pct, brunel_12500_stdp."
    })
public final class SimulationBenchCommand implements Callable<Integer> {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();
  private static final int MOST_THREADS = 1024;
  private static final int MOST_RUNS = 1000;
  private static final double LONGEST_S = 10_000;
  private static final long LIMIT_S = 3600;

  @Spec private CommandSpec spec;

  @Option(
      names = "--network",
      paramLabel = "NAME",
      description = "What to simulate (all); may be repeated.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads to use (${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "1",
      description = "Runs of each network (${DEFAULT-VALUE}).")
  private int runs;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "0",
      description = "Seconds of the network to measure (as many as take some of a processor).")
  private double seconds;

  @Option(names = "--json", description = "Prints one JSON object instead of a table.")
  private boolean json;

  @Override
  public Integer call() {
    requireWithin("--threads", threads, MOST_THREADS);
    requireWithin("--runs", runs, MOST_RUNS);
    if (!(seconds >= 0 && seconds <= LONGEST_S)) {
      throw new BadInputException(
          "Option --seconds (%s) must be above 0 and at most %s.".formatted(seconds, LONGEST_S));
    }
    List<BenchmarkNetwork> networks =
        names.isEmpty()
            ? ReferenceNetworks.ALL
            : names.stream().map(SimulationBenchCommand::named).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (!json) {
      out.println(
          "network                   build  cpu s/s  wall s/s  M deliveries/cpu s  bytes/synapse"
              + "  peak MiB  rates, Hz");
      out.flush();
    }
    JsonArray results = new JsonArray();
    for (BenchmarkNetwork network : networks) {
      JsonObject result = measure(network);
      results.add(result);
      if (!json) {
        out.println(row(result));
        out.flush();
      }
    }
    if (json) {
      JsonObject versions = new JsonObject();
      versions.addProperty("plastron", ProjectVersion.text());
      versions.addProperty("java", System.getProperty("java.vm.version"));
      JsonObject root = new JsonObject();
      root.add("machine", Machine.description());
      root.add("versions", versions);
      root.add("results", results);
      out.println(GSON.toJson(root));
    }
    return ExitCode.OK;
  }

  private JsonObject measure(BenchmarkNetwork network) {
    double window = seconds > 0 ? seconds : network.timedMs() / 1000;
    List<JsonObject> measured = new ArrayList<>();
    for (int run = 1; run <= runs; run++) {
      measured.add(SimulationProcess.run(network.name(), threads, window, run, LIMIT_S));
    }
    measured.sort(Comparator.comparingDouble(r -> r.get("sim_cpu_s_per_bio_s").getAsDouble()));
    JsonObject result = new JsonObject();
    result.addProperty("network", network.name());
    result.addProperty("engine", "plastron");
    result.addProperty("threads", threads);
    measured.get((runs - 1) / 2).entrySet().forEach(e -> result.add(e.getKey(), e.getValue()));
    result.addProperty("seconds", window);
    result.addProperty("runs", runs);
    return result;
  }

  private static String row(JsonObject result) {
    JsonElement peak = result.get("peak_rss_mib");
    return String.format(
        Locale.ROOT,
        "%-24s %6.2f %8.3f %9.3f %19.1f %14.2f %9s  %s",
        result.get("network").getAsString(),
        result.get("build_wall_s").getAsDouble(),
        result.get("sim_cpu_s_per_bio_s").getAsDouble(),
        result.get("sim_wall_s_per_bio_s").getAsDouble(),
        result.get("deliveries_per_s").getAsDouble() * 1e-6,
        result.get("bytes_per_synapse").getAsDouble(),
        peak.isJsonNull() ? "" : Long.toString(Math.round(peak.getAsDouble())),
        result.getAsJsonObject("rates_hz").entrySet().stream()
            .map(SimulationBenchCommand::rate)
            .collect(Collectors.joining(", ")));
  }

  private static String rate(Map.Entry<String, JsonElement> rate) {
    return String.format(Locale.ROOT, "%s %.1f", rate.getKey(), rate.getValue().getAsDouble());
  }

  private static BenchmarkNetwork named(String name) {
    try {
      return ReferenceNetworks.named(name);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }

  private static void requireWithin(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new BadInputException(
          "Option %s (%d) must be in [1, %d].".formatted(option, value, most));
    }
  }
}
