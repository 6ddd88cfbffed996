package plastron.tasks.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plastron.tasks.bench.workload.Workload;
import plastron.tasks.bench.workload.WorkloadPlan;

/** The engines that are measured on one workload, each a process that is warm. */
final class Engines implements AutoCloseable {

  private final List<EngineProcess> processes = new ArrayList<>();
  private @Nullable Path folder;

  private Engines() {}

  /**
   * Starts this program, and PyTorch beside it if wanted.
   *
   * @param threads that each may use, at least 1
   * @param torch null for this program alone
   */
  static Engines start(Workload workload, int threads, @Nullable TorchPython torch) {
    Engines engines = new Engines();
    try {
      engines.processes.add(EngineProcess.plastron(workload, threads));
      if (torch != null) {
        engines.startTorch(workload, threads, torch);
      }
      return engines;
    } catch (IOException e) {
      engines.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      engines.close();
      throw e;
    }
  }

  private void startTorch(Workload workload, int threads, TorchPython torch) throws IOException {
    folder = Files.createTempDirectory("plastron-bench");
    Path script = TorchPython.script(folder);
    Path caseFile = folder.resolve("case");
    for (Path file : List.of(folder, script, caseFile)) {
      file.toFile().deleteOnExit(); // Ctrl-C; in reverse order
    }
    TorchCase.write(WorkloadPlan.of(workload, threads), caseFile);
    for (String variant : TorchPython.VARIANTS) {
      processes.add(
          EngineProcess.start(
              "torch-" + variant,
              workload,
              threads,
              torch.command(script, caseFile, variant, threads)));
    }
  }

  /**
   * Measures all engines, taking turns run by run, so that what else the machine does hits all of
   * them. Called once.
   *
   * @param runs timed iterations of each, at least 1
   * @return one result an engine, this program first
   */
  List<Result> measure(int runs) {
    double[][] seconds = new double[processes.size()][runs];
    for (int run = 0; run < runs; run++) {
      for (int p = 0; p < processes.size(); p++) {
        seconds[p][run] = processes.get(p).run();
      }
    }
    return IntStream.range(0, processes.size())
        .mapToObj(p -> processes.get(p).result(seconds[p]))
        .toList();
  }

  @Override
  public void close() {
    processes.forEach(EngineProcess::close);
    if (folder == null) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
