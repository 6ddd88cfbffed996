package plastron.slayer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WorkersTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void everyPieceRunsOnce(int threads) {
    AtomicIntegerArray runs = new AtomicIntegerArray(100);
    try (Workers workers = new Workers(threads)) {
      workers.run(100, (thread, i) -> runs.incrementAndGet(i));
      workers.run(3, (thread, i) -> runs.incrementAndGet(i));
      workers.run(0, (thread, i) -> runs.incrementAndGet(i));
    }
    for (int i = 0; i < 100; i++) {
      assertThat(runs.get(i)).isEqualTo(i < 3 ? 2 : 1);
    }
  }

  @Test
  void noTwoPiecesShareAThread() {
    AtomicIntegerArray busy = new AtomicIntegerArray(3);
    try (Workers workers = new Workers(3)) {
      workers.run(
          12,
          (thread, i) -> {
            assertThat(busy.incrementAndGet(thread)).isEqualTo(1);
            pause();
            busy.decrementAndGet(thread);
          });
    }
  }

  /** A caller that goes on after a failure must not meet a piece that is still running. */
  @Test
  void nothingRunsAnyMoreWhenAFailureIsReported() {
    AtomicBoolean running = new AtomicBoolean();
    CountDownLatch failing = new CountDownLatch(1);
    try (Workers workers = new Workers(2)) {
      assertThatThrownBy(
              () ->
                  workers.run(
                      2,
                      (thread, i) -> {
                        if (i == 0) {
                          await(failing);
                          throw new IllegalStateException("piece 0");
                        }
                        running.set(true);
                        failing.countDown();
                        pause();
                        running.set(false);
                      }))
          .hasMessage("piece 0");
      assertThat(running).isFalse();
    }
  }

  /** A caller that goes on after an interrupt must not meet a piece that is still running. */
  @Test
  void anInterruptedCallerWaitsForAllPieces() {
    AtomicIntegerArray runs = new AtomicIntegerArray(4);
    try (Workers workers = new Workers(2)) {
      Thread.currentThread().interrupt();
      workers.run(
          4,
          (thread, i) -> {
            pause();
            runs.incrementAndGet(i);
          });
      assertThat(runs).hasToString("[1, 1, 1, 1]");
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      // Whatever happened, the next test starts without the flag.
      Thread.interrupted();
    }
  }

  @Test
  void anInterruptedCallerHearsOfFailures() {
    try (Workers workers = new Workers(2)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(
              () ->
                  workers.run(
                      2,
                      (thread, i) -> {
                        pause();
                        throw new IllegalStateException("piece");
                      }))
          .hasMessage("piece");
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void errorsAreReportedToo() {
    try (Workers workers = new Workers(2)) {
      assertThatThrownBy(
              () ->
                  workers.run(
                      4,
                      (thread, i) -> {
                        throw new AssertionError("piece");
                      }))
          .hasRootCauseMessage("piece");
    }
  }

  @Test
  void noThreadsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Workers(0))
        .withMessageContaining("0");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
