package plastron.tasks.robustness;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import plastron.core.random.Seeds;
import plastron.tasks.robustness.Verdict.WrongAnswer;

/**
 * Gives mutated files to readers. An input is known by its reader, the seed and its number, and is
 * drawn again from these.
 */
final class RobustnessRun {

  /** The slowest reader takes milliseconds. */
  private static final int MOST_SECONDS = 20;

  /** A reader that is wrong in one way is soon wrong in that way again. */
  private static final int MOST_WRONG = 5;

  /** Bytes. */
  private static final long DRAWING_STACK = 64L << 20;

  private final long seed;

  RobustnessRun(long seed) {
    this.seed = seed;
  }

  /**
   * What became of a reader's inputs.
   *
   * @param reader its name
   * @param read how many had a meaning
   * @param refused how many were refused in one line
   * @param wrong what it did else, each with the command that shows it; after a few it gets no more
   */
  record Tally(String reader, int read, int refused, List<String> wrong) {
    /** How many there were. */
    int inputs() {
      return read + refused + wrong.size();
    }
  }

  /**
   * Gives all readers inputs, lazily.
   *
   * @param inputs how many about, spread evenly among the readers and among the commands
   */
  Stream<Tally> all(Readers readers, int inputs) {
    int shares = readers.readers().size() * Readers.INPUTS_A_COMMAND + readers.commands().size();
    int command = Math.ceilDiv(inputs, shares);
    Stream<Tally> single =
        readers.readers().stream().map(r -> run(r, command * Readers.INPUTS_A_COMMAND));
    return Stream.concat(single, readers.commands().stream().map(r -> run(r, command)));
  }

  /** Gives a reader the inputs from 0 on. */
  Tally run(ReaderUnderTest reader, int inputs) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    List<String> wrong = new ArrayList<>();
    for (int number = 0; number < inputs && wrong.size() < MOST_WRONG; number++) {
      try {
        counts.merge(give(reader, number), 1, Integer::sum);
      } catch (WrongAnswer e) {
        wrong.add(
            "%s: %s (./fuzz --input '%s' %d %d)"
                .formatted(reader.name(), e.getMessage(), reader.name(), seed, number));
      }
    }
    return new Tally(
        reader.name(),
        counts.getOrDefault(Verdict.READ, 0),
        counts.getOrDefault(Verdict.REFUSED, 0),
        List.copyOf(wrong));
  }

  /** Gives a reader one input. */
  Verdict give(ReaderUnderTest reader, int number) throws WrongAnswer {
    byte[] content = draw(reader, number);
    return inTime(() -> Verdict.of(reader, content));
  }

  /** Messages within thousands of others take more of a stack to write than a thread has. */
  private byte[] draw(ReaderUnderTest reader, int number) {
    FutureTask<byte[]> content =
        new FutureTask<>(
            () -> reader.mutation().draw(Seeds.generator(seed, reader.name().hashCode(), number)));
    new Thread(null, content, "draw", DRAWING_STACK).start();
    try {
      return content.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Input %d cannot be drawn.".formatted(number), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Verdict inTime(Callable<Verdict> reading) throws WrongAnswer {
    Thread[] reader = new Thread[1];
    ExecutorService one =
        Executors.newSingleThreadExecutor(
            task -> {
              reader[0] = new Thread(task);
              reader[0].setDaemon(true);
              return reader[0];
            });
    Future<Verdict> verdict = one.submit(reading);
    try {
      return verdict.get(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      WrongAnswer endless =
          new WrongAnswer("still reading after %d seconds".formatted(MOST_SECONDS), e);
      endless.setStackTrace(reader[0].getStackTrace());
      throw endless;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof WrongAnswer wrong) {
        throw wrong;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      one.shutdown();
    }
  }
}
