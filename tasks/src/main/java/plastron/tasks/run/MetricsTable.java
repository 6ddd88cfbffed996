package plastron.tasks.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.StrictJson;
import plastron.export.conformance.VectorReader;
import plastron.export.file.BoundedFile;
import plastron.export.file.BrokenFileException;
import plastron.slayer.objective.Measure;
import plastron.tasks.cli.BadInputException;

/**
 * The metrics of a run, one row for every iteration up to its checkpoint.
 *
 * @param measures of the run's objective, the watched one first
 * @param rows in order
 */
public record MetricsTable(List<Measure> measures, List<Row> rows) {

  /** Bytes of memory for a byte of the log, at most. */
  private static final int MEMORY = 16;

  public MetricsTable {
    measures = List.copyOf(measures);
    rows = List.copyOf(rows);
  }

  /**
   * One iteration.
   *
   * @param iteration counted from 0
   * @param loss mean over the batch
   * @param measures of the batch, in the table's order
   * @param moving mean of the watched measure over the last 100 trials or more, NaN before there
   *     were so many
   * @param gradientNorm before clipping, NaN if it was not finite
   * @param hiddenRate mean spikes per neuron and step of the first population that spikes, NaN if
   *     none does
   */
  public record Row(
      long iteration,
      double loss,
      List<Double> measures,
      double moving,
      double gradientNorm,
      double hiddenRate) {
    public Row {
      measures = List.copyOf(measures);
    }
  }

  /**
   * Reads a log.
   *
   * @param measures of the run's objective
   * @param iterations how many lines belong to the checkpoint; what follows is not read
   * @throws BadInputException if a line is not as {@link MetricsLine} writes it
   */
  public static MetricsTable read(Path file, List<Measure> measures, long iterations)
      throws IOException {
    List<String> lines = lines(file);
    if (lines.size() < iterations) {
      throw new BadInputException(
          "Metrics log %s (%d lines) must have a line for each of %d iterations."
              .formatted(file, lines.size(), iterations));
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < iterations; i++) {
      try {
        rows.add(row(VectorReader.of(StrictJson.parse(lines.get(i))), measures, i));
      } catch (BrokenVectorException e) {
        throw new BadInputException(
            "Metrics log %s (line %d) is damaged: %s.".formatted(file, i + 1, e.getMessage()));
      }
    }
    return new MetricsTable(measures, rows);
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return BoundedFile.text(file, BoundedFile.mostInMemory(MEMORY)).lines().toList();
    } catch (BrokenFileException e) {
      throw new BadInputException("Metrics log %s %s".formatted(file, e.reason()));
    }
  }

  private static Row row(VectorReader line, List<Measure> measures, int i) {
    Measure watched = measures.getFirst();
    return new Row(
        line.whole("iteration", i, i),
        number(line, "loss", -Double.MAX_VALUE, Double.MAX_VALUE),
        measures.stream().map(m -> number(line, m.name(), m.scale())).toList(),
        number(line, watched.name() + MetricsLine.MOVING, watched.scale()),
        number(line, "gradient_norm", 0, Double.MAX_VALUE),
        hiddenRate(line));
  }

  private static double number(VectorReader line, String field, Measure.Scale scale) {
    return number(line, field, scale.low(), scale.high());
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
    if (Arrays.stream(rates).anyMatch(r -> r < 0 || r > 1)) {
      throw new BrokenVectorException(
          "rates (%s) should be numbers from 0 to 1".formatted(line.element("rates")));
    }
    return rates.length == 0 ? Double.NaN : rates[0];
  }

  /** As a table with a heading, separated by commas; empty where a number is missing. */
  public String toCsv() {
    StringJoiner heading = new StringJoiner(",").add("iteration").add("loss");
    for (Measure measure : measures) {
      heading.add(measure.name());
      if (measure.equals(measures.getFirst())) {
        heading.add(measure.name() + MetricsLine.MOVING);
      }
    }
    StringBuilder text = new StringBuilder(heading + ",gradient_norm,hidden_rate\n");
    for (Row row : rows) {
      StringJoiner cells =
          new StringJoiner(",").add(Long.toString(row.iteration())).add(cell(row.loss()));
      for (int m = 0; m < measures.size(); m++) {
        cells.add(cell(row.measures().get(m)));
        if (m == 0) {
          cells.add(cell(row.moving()));
        }
      }
      cells.add(cell(row.gradientNorm())).add(cell(row.hiddenRate()));
      text.append(cells).append('\n');
    }
    return text.toString();
  }

  private static String cell(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }
}
