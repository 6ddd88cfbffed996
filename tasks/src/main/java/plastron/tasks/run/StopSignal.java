package plastron.tasks.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Turns Ctrl-C into a wish to stop, and holds the process until what was done is safe. */
public final class StopSignal implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 120;

  private final CountDownLatch safe = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "plastron-stop");
  private volatile boolean wanted;

  /** Listens from now on. */
  public StopSignal() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void stop() {
    wanted = true;
    try {
      // Longer than any iteration lasts; then what was last on the disk has to do.
      if (!safe.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether to stop as soon as what was begun is done. */
  public boolean wanted() {
    return wanted;
  }

  /** All is safe: the process may end. */
  @Override
  public void close() {
    if (!wanted) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending at this moment: the hook waits for the latch.
        wanted = true;
      }
    }
    safe.countDown();
  }
}
