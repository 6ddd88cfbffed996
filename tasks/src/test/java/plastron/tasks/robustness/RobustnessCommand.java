package plastron.tasks.robustness;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import plastron.tasks.robustness.RobustnessRun.Tally;
import plastron.tasks.robustness.Verdict.WrongAnswer;

/** The long run, {@code ./fuzz}: a table of all readers, or what a reader makes of one input. */
final class RobustnessCommand {

  private RobustnessCommand() {}

  /**
   * Runs in the folder of all modules.
   *
   * @param args how many inputs and a seed; or {@code --input}, the name of a reader, the seed and
   *     the number of the input
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("plastron-fuzz");
    int status;
    try {
      Readers readers = Readers.all(folder, Path.of(""));
      status =
          args[0].equals("--input")
              ? one(readers.named(args[1]), Long.parseLong(args[2]), Integer.parseInt(args[3]))
              : all(readers, Integer.parseInt(args[0]), Long.parseLong(args[1]));
    } finally {
      Originals.remove(folder);
    }
    System.exit(status);
  }

  private static int all(Readers readers, int inputs, long seed) {
    PrintStream out = System.out;
    out.println("| reader | inputs | refused | read |\n|---|---|---|---|");
    long start = System.nanoTime();
    List<Tally> tallies =
        new RobustnessRun(seed).all(readers, inputs).peek(tally -> print(tally, out)).toList();
    int wrong = tallies.stream().mapToInt(tally -> tally.wrong().size()).sum();
    out.printf(
        "%n%d inputs, seed %d, %d s, %s%n",
        tallies.stream().mapToInt(Tally::inputs).sum(),
        seed,
        (System.nanoTime() - start) / 1_000_000_000,
        wrong == 0 ? "each refused in one line or read" : wrong + " went wrong");
    return wrong == 0 ? 0 : 1;
  }

  private static void print(Tally tally, PrintStream out) {
    out.printf(
        "| %s | %d | %d | %d |%n", tally.reader(), tally.inputs(), tally.refused(), tally.read());
    tally.wrong().forEach(System.err::println);
  }

  private static int one(ReaderUnderTest reader, long seed, int number) {
    try {
      System.out.println(new RobustnessRun(seed).give(reader, number));
      return 0;
    } catch (WrongAnswer e) {
      e.printStackTrace();
      return 1;
    }
  }
}
