package plastron.tasks.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plastron.tasks.bench.workload.Workload;
import plastron.tasks.bench.workload.Workloads;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ExitCode;

/** Measures training iterations. */
@Command(
    name = "training",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures seconds per training iteration: forward, backward and optimiser, in single"
          + " precision.",
      "Every workload runs in a process of its own; warming up and drawing episodes are not timed."
    },
    footer = {
      "",
      "Workloads: ndp-oja-w10, ndp-oja-w5, ndp-oja-w1, static-narrow, static-wide-1,"
          + " static-wide-10, or \""
          + Workload.FORM
          + "\"."
    })
public final class TrainingBenchCommand implements Callable<Integer> {

  private static final int MOST_RUNS = 10_000;
  private static final int MOST_THREADS = 1024;

  @Spec private CommandSpec spec;

  @Option(
      names = "--workload",
      paramLabel = "NAME",
      description = "What to measure (the six that have a name); may be repeated.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--sweep",
      description = "Measures how cost grows with layer sizes, steps, batch, density and window.")
  private boolean sweep;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads to use (${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "15",
      description = "Timed iterations of each workload (${DEFAULT-VALUE}).")
  private int runs;

  @Option(names = "--json", description = "Prints one JSON object instead of a table.")
  private boolean json;

  @Override
  public Integer call() {
    requireWithin("--threads", threads, MOST_THREADS);
    requireWithin("--runs", runs, MOST_RUNS);
    List<Workload> workloads = workloads();
    PrintWriter out = spec.commandLine().getOut();
    ResultTable table = new ResultTable(workloads);
    if (!json) {
      out.println(table.heading());
      out.flush();
    }
    List<Result> results = new ArrayList<>();
    for (Workload workload : workloads) {
      Result result = measure(workload);
      results.add(result);
      if (!json) {
        out.println(table.row(result));
        out.flush();
      }
    }
    if (json) {
      out.print(ResultJson.of(results));
    }
    return ExitCode.OK;
  }

  private List<Workload> workloads() {
    if (sweep && !names.isEmpty()) {
      throw new BadInputException(
          "Option --sweep (with --workload %s) chooses the workloads itself."
              .formatted(names.getFirst()),
          "Maybe leave out one of them.");
    }
    if (sweep) {
      return Workloads.sweep();
    }
    return names.isEmpty() ? Workloads.NAMED : names.stream().map(Workload::of).toList();
  }

  private Result measure(Workload workload) {
    double[] seconds = new double[runs];
    try (EngineProcess process = EngineProcess.plastron(workload, threads)) {
      for (int run = 0; run < runs; run++) {
        seconds[run] = process.run();
      }
      return process.result(seconds);
    }
  }

  private static void requireWithin(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new BadInputException(
          "Option %s (%d) must be from 1 to %d.".formatted(option, value, most));
    }
  }
}
