package plastron.core.simulate;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Threads that do the same work, each on its own part, and meet. */
final class Team {

  /** Looks at the others so often before it lets another thread have the processor. */
  private static final int SPINS = 2_000;

  private static final long PAUSE_NS = 20_000;

  private final int size;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile int meetings;

  Team(int size) {
    this.size = size;
  }

  /**
   * Runs the work, told the number of each thread, and returns when all have ended.
   *
   * @throws ArithmeticException what one of them threw of this kind
   * @throws IllegalStateException if one failed otherwise
   */
  void run(IntConsumer work) {
    Thread[] others = new Thread[size - 1];
    for (int t = 1; t < size; t++) {
      int member = t;
      others[t - 1] =
          Thread.ofPlatform().daemon().name("simulation-" + t).start(() -> guarded(work, member));
    }
    guarded(work, 0);
    for (Thread other : others) {
      join(other);
    }
    Throwable thrown = failure.getAndSet(null);
    if (thrown instanceof ArithmeticException beyond) {
      throw beyond;
    }
    if (thrown != null) {
      throw new IllegalStateException("A thread of the simulation failed: " + thrown, thrown);
    }
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void guarded(IntConsumer work, int member) {
    try {
      work.accept(member);
    } catch (Throwable e) {
      failure.compareAndSet(null, e);
    }
  }

  /** Returns when all have come here; what each did before, all see. */
  void meet() {
    if (size == 1) {
      return;
    }
    int before = meetings;
    if (waiting.incrementAndGet() == size) {
      waiting.set(0);
      meetings = before + 1;
      return;
    }
    for (int spins = 0; meetings == before; spins++) {
      if (failure.get() != null) {
        throw new IllegalStateException("Another thread of the simulation failed.");
      }
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(PAUSE_NS);
      }
    }
  }
}
