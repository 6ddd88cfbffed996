package plastron.slayer.train;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs numbered pieces of work on a fixed number of threads. Which thread runs which piece is left
 * open.
 */
final class Workers implements AutoCloseable {

  /** A numbered piece of work. */
  interface Piece {
    /**
     * @param thread which of the threads runs it, from 0: no two pieces run on the same at a time
     */
    void run(int thread, int number);
  }

  private final int threads;
  private final ExecutorService executor;

  /**
   * @param threads at least 1
   */
  Workers(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException(
          "Number of threads (%d) must be at least 1.".formatted(threads));
    }
    this.threads = threads;
    executor =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("plastron-worker-", 0).factory());
  }

  /**
   * Runs pieces 0 to {@code count - 1} and returns when all are done. Rethrows what a piece threw
   * when no other piece is running any more; pieces not yet begun are left out. An interrupt of the
   * caller waits until then too.
   */
  void run(int count, Piece piece) {
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < Math.min(threads, count); i++) {
      int thread = i;
      running.add(
          executor.submit(
              () -> {
                try {
                  for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                    piece.run(thread, n);
                  }
                } finally {
                  next.set(count);
                }
              }));
    }
    ExecutionException failure = null;
    boolean interrupted = false;
    for (int i = 0; i < running.size(); ) {
      try {
        running.get(i).get();
        i++;
      } catch (ExecutionException e) {
        failure = failure == null ? e : failure;
        i++;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw failure.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failure.getCause());
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
