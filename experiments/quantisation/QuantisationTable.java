import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import plastron.tasks.measure.PairedDifferences;

/** Reads what {@code ./run} left and prints what training with the chip's rounding gains. */
final class QuantisationTable {

  /**
   * One training, in points of accuracy.
   *
   * @param real by the float simulator
   * @param chip by the chip
   * @param rounded as training rounds, NaN for a training in real numbers
   */
  private record Result(double real, double chip, double rounded) {
    static Result of(Path folder, String seed, String way) throws IOException {
      String text = Files.readString(folder.resolve(seed + "-" + way + ".json"));
      JsonObject accuracy = JsonParser.parseString(text).getAsJsonObject().getAsJsonObject("accuracy");
      return new Result(
          100 * accuracy.get("ofFloat").getAsDouble(),
          100 * accuracy.get("ofChip").getAsDouble(),
          accuracy.has("roundedCorrect")
              ? 100
                  * accuracy.get("roundedCorrect").getAsDouble()
                  / accuracy.get("episodes").getAsDouble()
              : Double.NaN);
    }
  }

  private QuantisationTable() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    List<String> seeds = seeds(folder);
    double[] after = new double[seeds.size()];
    double[] before = new double[seeds.size()];
    double[] with = new double[seeds.size()];
    System.out.println(
        "| seed | real numbers, float | rounded afterwards, chip | lost | trained with rounding, as training rounds | trained with rounding, chip | gained |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (int s = 0; s < seeds.size(); s++) {
      Result real = Result.of(folder, seeds.get(s), "real");
      Result rounded = Result.of(folder, seeds.get(s), "rounded");
      before[s] = real.real();
      after[s] = real.chip();
      with[s] = rounded.chip();
      System.out.printf(
          Locale.ROOT,
          "| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
          seeds.get(s),
          before[s],
          after[s],
          before[s] - after[s],
          rounded.rounded(),
          with[s],
          with[s] - after[s]);
    }
    System.out.println();
    say("Rounding afterwards loses", PairedDifferences.of(before, after));
    say("Training with the chip's rounding gains over it", PairedDifferences.of(with, after));
  }

  /** Those of which both trainings are there. */
  private static List<String> seeds(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("-real.json"))
          .map(name -> name.substring(0, name.indexOf('-')))
          .filter(seed -> Files.exists(folder.resolve(seed + "-rounded.json")))
          .sorted()
          .toList();
    }
  }

  private static void say(String what, PairedDifferences found) {
    System.out.printf(
        Locale.ROOT,
        "- %s %.1f points of accuracy (95 %% %.1f to %.1f; paired t-test over %d seeds, p = %.3g).%n",
        what,
        found.mean(),
        found.interval().low(),
        found.interval().high(),
        found.pairs(),
        found.p());
  }
}
