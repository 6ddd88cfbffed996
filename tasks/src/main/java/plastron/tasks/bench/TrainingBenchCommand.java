package plastron.tasks.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
          + " static-wide-10, dp-linear-w10, stdp-w10, or \""
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
      description = "Timed runs of each workload, a fifth of a second each (${DEFAULT-VALUE}).")
  private int runs;

  @Option(
      names = "--vs",
      paramLabel = "torch",
      description = "Measures plain PyTorch as well, taking turns with it run by run.")
  private @Nullable String rival;

  @Option(names = "--json", description = "Prints one JSON object instead of a table.")
  private boolean json;

  @Override
  public Integer call() {
    requireWithin("--threads", threads, MOST_THREADS);
    requireWithin("--runs", runs, MOST_RUNS);
    List<Workload> workloads = workloads();
    TorchPython torch = torch(workloads);
    PrintWriter out = spec.commandLine().getOut();
    ResultTable table = new ResultTable(workloads, torch != null);
    if (!json) {
      out.println(table.heading());
      out.flush();
    }
    List<Result> results = new ArrayList<>();
    for (Workload workload : workloads) {
      List<Result> measured = measure(workload, torch);
      results.addAll(measured);
      if (!json) {
        measured.forEach(result -> out.println(table.row(result, measured.getFirst())));
        out.flush();
      }
    }
    out.print(json ? ResultJson.of(results) : table.footer(results));
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
    if (names.isEmpty()) {
      return Workloads.NAMED.stream()
          .filter(w -> rival == null || TorchCase.knows(w.rule()))
          .toList();
    }
    return names.stream().map(Workload::of).toList();
  }

  private List<Result> measure(Workload workload, @Nullable TorchPython torch) {
    try (Engines engines = Engines.start(workload, threads, torch)) {
      return engines.measure(runs);
    }
  }

  private @Nullable TorchPython torch(List<Workload> workloads) {
    if (rival == null) {
      return null;
    }
    if (!rival.equals("torch")) {
      throw new BadInputException("Option --vs (%s) must be torch.".formatted(rival));
    }
    workloads.forEach(workload -> TorchCase.requireKnown(workload.rule()));
    return TorchPython.find();
  }

  private static void requireWithin(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new BadInputException(
          "Option %s (%d) must be from 1 to %d.".formatted(option, value, most));
    }
  }
}
