package plastron.tasks.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.StrictJson;
import plastron.export.conformance.VectorReader;
import plastron.export.file.BoundedFile;
import plastron.export.file.BrokenFileException;
import plastron.tasks.cli.BadInputException;

/**
 * The metrics of a run, one row for every iteration up to its checkpoint.
 *
 * @param rows in order
 */
public record MetricsTable(List<Row> rows) {

  /** Bytes of memory for a byte of the log, at most. */
  private static final int MEMORY = 16;

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
    List<String> lines = lines(file);
    if (lines.size() < iterations) {
      throw new BadInputException(
          "Metrics log %s (%d lines) must have a line for each of %d iterations."
              .formatted(file, lines.size(), iterations));
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < iterations; i++) {
      try {
        rows.add(row(VectorReader.of(StrictJson.parse(lines.get(i))), i));
      } catch (BrokenVectorException e) {
        throw new BadInputException(
            "Metrics log %s (line %d) is damaged: %s.".formatted(file, i + 1, e.getMessage()));
      }
    }
    return new MetricsTable(rows);
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return BoundedFile.text(file, BoundedFile.mostInMemory(MEMORY)).lines().toList();
    } catch (BrokenFileException e) {
      throw new BadInputException("Metrics log %s %s".formatted(file, e.reason()));
    }
  }

  private static Row row(VectorReader line, int i) {
    return new Row(
        line.whole("iteration", i, i),
        number(line, "loss", -Double.MAX_VALUE, Double.MAX_VALUE),
        number(line, "accuracy", 0, 1),
        number(line, "accuracy_100", 0, 1),
        number(line, "gradient_norm", 0, Double.MAX_VALUE),
        hiddenRate(line));
  }

  /** The log has null for a number that was not finite. */
  private static double number(VectorReader line, String field, double low, double high) {
    if (line.element(field).isJsonNull()) {
      return Double.NaN;
    }
    double value = line.number(field);
    if (value < low || value > high) {
      throw new BrokenVectorException(
          "%s (%s) should be a number from %s to %s".formatted(field, value, low, high));
    }
    return value;
  }

  private static double hiddenRate(VectorReader line) {
    double[] rates = line.numbers("rates", -1);
    if (rates.length == 0 || Arrays.stream(rates).anyMatch(r -> r < 0 || r > 1)) {
      throw new BrokenVectorException(
          "rates (%s) should be one or more numbers from 0 to 1".formatted(line.element("rates")));
    }
    return rates[0];
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
