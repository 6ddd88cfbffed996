package plastron.slayer.train;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Runs numbered pieces of work on a fixed number of threads. Which thread runs which piece is left open. */
final class Workers implements AutoCloseable {

  private final int threads;
  private final ExecutorService executor;

  /**
   * @param threads at least 1
   */
  Workers(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("Number of threads (%d) must be at least 1.".formatted(threads));
    }
    this.threads = threads;
    executor = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name("plastron-worker-", 0).factory());
  }

  /** Runs pieces 0 to {@code count - 1} and returns when all are done; rethrows what a piece threw. */
  void run(int count, IntConsumer piece) {
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> running = new ArrayList<>();
    for (int thread = 0; thread < Math.min(threads, count); thread++) {
      running.add(
          executor.submit(
              () -> {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                  piece.accept(i);
                }
              }));
    }
    try {
      for (Future<?> future : running) {
        future.get();
      }
    } catch (ExecutionException e) {
      next.set(count);
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      next.set(count);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while working.", e);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
