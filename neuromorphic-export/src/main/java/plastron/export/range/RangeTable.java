package plastron.export.range;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Ranges of accumulators as a table in Markdown. */
public final class RangeTable {

  private RangeTable() {}

  /** What the table says, one sentence after the other. */
  public static String caption() {
    return "In their least bits: what they hold, what no input whatever exceeds, what calibration"
        + " reached; margins say how many times that fits. What wraps was judged when the model was"
        + " compiled, what saturates is counted where it runs.";
  }

  /** The lines of the table; those of a population and its layers stand together. */
  public static List<String> lines(List<AccumulatorRange> ranges) {
    Stream<String> head =
        Stream.of(
            "| of | accumulator | bits | holds | worst case | margin | calibrated | margin | beyond"
                + " | verdict |",
            "|---|---|---|---|---|---|---|---|---|---|");
    return Stream.concat(head, ranges.stream().map(RangeTable::line)).toList();
  }

  private static String line(AccumulatorRange r) {
    return "| %s | %s | %d | %s | %s | %s | %s | %s | %s | %s |"
        .formatted(
            r.of(),
            r.accumulator(),
            r.bits(),
            number(r.limit()),
            number(r.worst()),
            number(r.margin()),
            number(r.calibrated()),
            number(r.calibratedMargin()),
            r.overflow().title(),
            r.verdict());
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble()) : "-";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
