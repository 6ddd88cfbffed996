package plastron.tasks.measure;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import plastron.core.run.Runner;

/**
 * Runs trials on several threads, each with runners of its own.
 *
 * @param trials what to run
 * @param runners what to run it on
 * @param bar is told of every trial that is done
 */
record ParallelTrials(Trials trials, EpisodeRunners runners, Bar bar) {

  /** The outcome of every trial, in the order of the trials. */
  List<TrialOutcome> run(int threads) {
    TrialOutcome[] outcomes = new TrialOutcome[trials.count()];
    AtomicInteger next = new AtomicInteger();
    Callable<Boolean> share =
        () -> {
          try {
            EpisodeRunners.Worker worker = runners.worker();
            for (int i = next.getAndIncrement(); i < outcomes.length; i = next.getAndIncrement()) {
              outcomes[i] = outcome(worker.runner(i), i);
              bar.advance();
            }
            return true;
          } finally {
            // After a failure the other threads would go through all the rest in vain.
            next.set(outcomes.length);
          }
        };
    int workers = Math.min(threads, outcomes.length);
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      List<Future<Boolean>> shares =
          Stream.generate(() -> pool.submit(share)).limit(workers).toList();
      for (Future<Boolean> done : shares) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Trials were interrupted.", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
    return Arrays.asList(outcomes);
  }

  private TrialOutcome outcome(Runner runner, int i) {
    var recording = runner.run(trials.trial(i).input());
    return TrialOutcome.of(recording, trials.solved(recording.output(), i));
  }
}
