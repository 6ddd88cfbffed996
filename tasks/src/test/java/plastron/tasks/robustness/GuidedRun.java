package plastron.tasks.robustness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import plastron.tasks.robustness.Verdict.WrongAnswer;

/**
 * What Jazzer calls: {@code ./fuzz --guided}. Its bytes are the choices of the mutations, so that
 * what it learns from the covered code is which edits lead deeper.
 */
public final class GuidedRun {

  private static List<ReaderUnderTest> readers = List.of();

  private GuidedRun() {}

  /** Makes what is to be mutated, before time is taken. */
  public static void fuzzerInitialize() throws IOException {
    Path folder = Files.createTempDirectory("plastron-fuzz");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> Originals.remove(folder)));
    // Whole commands start threads and handle signals, as Jazzer does.
    readers = Readers.all(folder, Path.of("")).readers();
  }

  /**
   * Draws one input and reads it.
   *
   * @param choices which reader, and what to edit
   */
  public static void fuzzerTestOneInput(byte[] choices) throws Exception {
    RandomGenerator random = new Choices(ByteBuffer.wrap(choices));
    ReaderUnderTest reader = readers.get(random.nextInt(readers.size()));
    try {
      Verdict.of(reader, reader.mutation().draw(random));
    } catch (WrongAnswer e) {
      throw new IllegalStateException(reader.name() + ": " + e.getMessage(), e);
    }
  }

  /** Random numbers that were all chosen before; zeros when there are no more. */
  private record Choices(ByteBuffer bytes) implements RandomGenerator {

    @Override
    public int nextInt() {
      return bytes.remaining() >= Integer.BYTES ? bytes.getInt() : 0;
    }

    @Override
    public long nextLong() {
      return ((long) nextInt() << Integer.SIZE) | (nextInt() & 0xFFFFFFFFL);
    }

    /** A byte is enough of a choice among a few. */
    @Override
    public int nextInt(int bound) {
      return bound <= 1 << Byte.SIZE && bytes.hasRemaining()
          ? Byte.toUnsignedInt(bytes.get()) % bound
          : Math.floorMod(nextInt(), bound);
    }
  }
}
