package plastron.tasks.bench;

import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plastron.plasticity.f32.kernel.Kernels32;
import plastron.slayer.train.StepReport;
import plastron.slayer.train.Trainer;
import plastron.slayer.train.TrainingPlan;
import plastron.tasks.bench.machine.PeakMemory;
import plastron.tasks.bench.workload.Workload;
import plastron.tasks.bench.workload.WorkloadPlan;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.cli.ProjectVersion;

/**
 * The other end of {@link EngineProcess}: trains for a fifth of a second, at least one iteration,
 * for every line {@code run} on standard input, until that ends, and answers with the seconds of an
 * iteration. Answers are JSON objects, one a line. A workload that cannot be trained is refused in
 * place of the first.
 */
@Command(name = MeasuredTrainingCommand.NAME, hidden = true)
public final class MeasuredTrainingCommand implements Callable<Integer> {

  static final String NAME = "measured-training";

  /** The PyTorch script has the same. */
  private static final double RUN_SECONDS = 0.2;

  @Spec private CommandSpec spec;

  @Option(names = "--workload", required = true)
  private String workload;

  @Option(names = "--threads", required = true)
  private int threads;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    WorkloadPlan plan;
    try {
      plan = WorkloadPlan.of(Workload.of(workload), threads);
    } catch (BadInputException e) {
      refuse(out, e);
      return ExitCode.BAD_INPUT;
    }
    train(plan.plan(), out);
    return ExitCode.OK;
  }

  private static void refuse(PrintWriter out, BadInputException e) {
    JsonObject answer = new JsonObject();
    answer.addProperty("refused", e.getMessage());
    answer.addProperty("maybe", e.maybe());
    out.println(answer);
  }

  private void train(TrainingPlan plan, PrintWriter out) {
    try (Trainer trainer = new Trainer(plan, threads);
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      answer(out, "warm_up_s", new WarmUp(() -> seconds(trainer)).run());
      for (String line = in.readLine(); "run".equals(line); line = in.readLine()) {
        answer(out, "seconds", run(trainer));
      }
      JsonObject end = new JsonObject();
      end.addProperty("hidden_rate", trainer.step().rates()[0]);
      end.addProperty("peak_rss_mib", PeakMemory.mebibytes());
      end.add("versions", versions());
      out.println(end);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject versions() {
    JsonObject versions = new JsonObject();
    versions.addProperty("plastron", ProjectVersion.text());
    versions.addProperty("java", System.getProperty("java.vm.version"));
    versions.addProperty("kernels", Kernels32.FASTEST.description());
    return versions;
  }

  private static void answer(PrintWriter out, String key, double value) {
    JsonObject line = new JsonObject();
    line.addProperty(key, value);
    out.println(line);
    out.flush();
  }

  /**
   * Mean seconds of an iteration in a run. Training repeats iterations without a pause; a single
   * one after a pause would measure cold caches.
   */
  private static double run(Trainer trainer) {
    double sum = 0;
    int iterations = 0;
    while (sum < RUN_SECONDS) {
      sum += seconds(trainer);
      iterations++;
    }
    return sum / iterations;
  }

  private static double seconds(Trainer trainer) {
    long start = System.nanoTime();
    StepReport report = trainer.step();
    double seconds = (System.nanoTime() - start) * 1e-9;
    if (report.skipped()) {
      throw new IllegalStateException(
          "Iteration %d was skipped: gradient norm %s."
              .formatted(report.iteration(), report.gradientNorm()));
    }
    return seconds;
  }
}
