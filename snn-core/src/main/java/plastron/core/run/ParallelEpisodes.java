package plastron.core.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs episodes on several threads. Which thread runs which episode is left open. */
public final class ParallelEpisodes {

  private ParallelEpisodes() {}

  private record Numbered<T>(int episode, T result) {}

  /**
   * Runs episodes 0 to {@code count - 1}. A failure is thrown on when all threads have stopped,
   * which they do after their present episode.
   *
   * @param count at least 1
   * @param threads at least 1
   * @param workers called once by every thread that is used: what runs single episodes there
   * @return one result for every episode, in the order of the episodes
   */
  public static <T> List<T> run(int count, int threads, Supplier<IntFunction<T>> workers) {
    AtomicInteger next = new AtomicInteger();
    Callable<List<Numbered<T>>> share =
        () -> {
          try {
            IntFunction<T> worker = workers.get();
            List<Numbered<T>> results = new ArrayList<>();
            for (int e = next.getAndIncrement(); e < count; e = next.getAndIncrement()) {
              results.add(new Numbered<>(e, worker.apply(e)));
            }
            return results;
          } finally {
            // After a failure the other threads would go through all the rest in vain.
            next.set(count);
          }
        };
    int used = Math.min(threads, count);
    List<Numbered<T>> results = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(used)) {
      List<Future<List<Numbered<T>>>> shares =
          Stream.generate(() -> pool.submit(share)).limit(used).toList();
      for (Future<List<Numbered<T>>> done : shares) {
        results.addAll(done.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Episodes were interrupted.", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
    results.sort(Comparator.comparingInt(Numbered::episode));
    return results.stream().map(Numbered::result).toList();
  }
}
