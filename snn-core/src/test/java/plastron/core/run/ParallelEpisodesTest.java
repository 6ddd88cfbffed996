package plastron.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelEpisodesTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 40})
  void resultsComeInTheOrderOfTheEpisodes(int threads) {
    Set<Thread> workers = ConcurrentHashMap.newKeySet();
    AtomicInteger made = new AtomicInteger();
    assertThat(
            ParallelEpisodes.run(
                20,
                threads,
                () -> {
                  made.incrementAndGet();
                  assertThat(workers.add(Thread.currentThread())).isTrue();
                  return e -> e * e;
                }))
        .isEqualTo(IntStream.range(0, 20).mapToObj(e -> e * e).toList());
    assertThat(made).hasValueBetween(1, Math.min(threads, 20));
  }

  @Test
  void aFailureEndsTheRestToo() {
    AtomicInteger begun = new AtomicInteger();
    assertThatThrownBy(
            () ->
                ParallelEpisodes.run(
                    1000,
                    2,
                    () ->
                        e -> {
                          if (begun.incrementAndGet() == 3) {
                            throw new IllegalStateException("broken");
                          }
                          return e;
                        }))
        .hasMessage("broken");
    assertThat(begun).hasValueLessThan(1000);
  }
}
