package plastron.tasks.run;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plastron.tasks.cli.BadInputException;

/**
 * The metrics of a run, one row for every iteration up to its checkpoint.
 *
 * @param rows in order
 */
public record MetricsTable(List<Row> rows) {

  public MetricsTable {
    rows = List.copyOf(rows);
  }

  /**
   * One iteration.
   *
   * @param iteration counted from 0
   * @param loss mean over the batch
   * @param accuracy of the batch
   * @param movingAccuracy over the last 100 trials or more, NaN before there were so many
   * @param gradientNorm before clipping, NaN if it was not finite
   * @param hiddenRate mean spikes per neuron of the first hidden layer and step
   */
  public record Row(
      long iteration,
      double loss,
      double accuracy,
      double movingAccuracy,
      double gradientNorm,
      double hiddenRate) {}

  /**
   * Reads a log.
   *
   * @param iterations how many lines belong to the checkpoint; what follows is not read
   * @throws BadInputException if a line is not as {@link MetricsLine} writes it
   */
  public static MetricsTable read(Path file, long iterations) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.size() < iterations) {
      throw new BadInputException(
          "Metrics log %s (%d lines) must have a line for each of %d iterations."
              .formatted(file, lines.size(), iterations));
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < iterations; i++) {
      try {
        rows.add(row(JsonParser.parseString(lines.get(i)).getAsJsonObject()));
      } catch (JsonParseException
          | IllegalStateException
          | UnsupportedOperationException
          | NullPointerException
          | NumberFormatException e) {
        throw new BadInputException(
            "Metrics log %s (line %d) is damaged: expected the numbers of an iteration."
                .formatted(file, i + 1));
      }
    }
    return new MetricsTable(rows);
  }

  private static Row row(JsonObject line) {
    return new Row(
        line.get("iteration").getAsLong(),
        number(line.get("loss")),
        number(line.get("accuracy")),
        number(line.get("accuracy_100")),
        number(line.get("gradient_norm")),
        number(line.get("rates").getAsJsonArray().get(0)));
  }

  private static double number(JsonElement element) {
    return element.isJsonNull() ? Double.NaN : element.getAsDouble();
  }

  /** As a table with a heading, separated by commas; empty where a number is missing. */
  public String toCsv() {
    StringBuilder text =
        new StringBuilder("iteration,loss,accuracy,accuracy_100,gradient_norm,hidden_rate\n");
    for (Row row : rows) {
      text.append(
          String.format(
              Locale.ROOT,
              "%d,%s,%s,%s,%s,%s\n",
              row.iteration(),
              cell(row.loss()),
              cell(row.accuracy()),
              cell(row.movingAccuracy()),
              cell(row.gradientNorm()),
              cell(row.hiddenRate())));
    }
    return text.toString();
  }

  private static String cell(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }
}
