package plastron.export.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.fixedpoint.ArrayParts;
import plastron.export.fixedpoint.QuantizationError;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.fixedpoint.Scale;
import plastron.export.fixedpoint.ScaledArray;
import plastron.export.stage.ScaledLayer;

/**
 * What is said about the rounding of one array: nothing if it is exact, a lossy choice while little
 * is lost, a warning with the value that sets the scale while it can be seen, and a refusal where
 * half of what the neurons receive is gone.
 */
final class RoundingReport {

  /** From this share of the signal on a layer computes something else: refused. */
  static final double MOST_LOST = 0.5;

  /** From this share of the signal on it is worth a look. */
  static final double VISIBLE = 0.1;

  /** A value below this share of the range does not set the scale. */
  private static final double SETS_SCALE = 0.25;

  /** Advice to clip more values than this share would change the model itself. */
  private static final double MOST_CLIPPED = 0.05;

  private static final int MOST_HALVINGS = 60;

  private static final String CLOSER =
      "Maybe train with values closer to each other, or put the neurons that need large ones into a"
          + " layer, and so a scale, of their own.";

  private final ScaledLayer<?> layer;
  private final ScaledArray reals;
  private final QuantizedArray rounded;
  private final double plastic;

  /**
   * @param plastic largest plastic weight alpha.E in calibration
   */
  RoundingReport(ScaledLayer<?> layer, ScaledArray reals, QuantizedArray rounded, double plastic) {
    this.layer = layer;
    this.reals = reals;
    this.rounded = rounded;
    this.plastic = plastic;
  }

  void write(String prefix, Diagnostics diagnostics) {
    QuantizationError error = rounded.error();
    String subject = "layer %s, %s".formatted(layer.name(), rounded.name());
    String said = prefix + (error.saturated() > 0 ? "-SATURATED" : "-ROUNDED");
    if (error.lost() >= MOST_LOST) {
      diagnostics.refuse(
          prefix + (error.saturated() > 0 ? "-SATURATED" : "-ZERO"),
          subject,
          "%s This leaves too little: at most %.2g may be lost. %s"
              .formatted(what(), MOST_LOST, cause()),
          wayOut());
    } else if (error.lost() >= VISIBLE) {
      diagnostics.warn(said, subject, what() + " " + cause(), wayOut());
    } else if (!error.isExact()) {
      diagnostics.lossy(said, subject, what(), "");
    }
  }

  private String what() {
    QuantizationError error = rounded.error();
    Scale scale = rounded.scale();
    String clipped =
        error.saturated() == 0
            ? ""
            : String.format(
                Locale.ROOT,
                "%d of %d values lie outside %.4g to %.4g and are clipped; ",
                error.saturated(),
                error.count(),
                scale.real(scale.min()),
                scale.real(scale.max()));
    return String.format(
        Locale.ROOT,
        "%srounded to steps of %.4g: largest error %.3g, %.2g of full scale; %d of %d values became"
            + " zero; %.2g of what the neurons receive is lost (RMS, neuron by neuron).",
        clipped,
        scale.step(),
        error.max(),
        error.relative(),
        error.vanished(),
        error.count(),
        error.lost());
  }

  /** An entry of a matrix. */
  private record Entry(String array, int from, int to, double value) {

    static Entry largest(String name, double[][] values) {
      Entry largest = new Entry(name, 0, 0, 0);
      for (int j = 0; j < values.length; j++) {
        for (int i = 0; i < values[j].length; i++) {
          if (Math.abs(values[j][i]) > Math.abs(largest.value)) {
            largest = new Entry(name, j, i, values[j][i]);
          }
        }
      }
      return largest;
    }

    String text() {
      return String.format(
          Locale.ROOT, "%s = %.4g from neuron %d to neuron %d", array, value, from, to);
    }
  }

  private boolean setsItsScale() {
    Scale scale = rounded.scale();
    return rounded.error().fullScale() >= SETS_SCALE * scale.real(scale.max());
  }

  private String cause() {
    if (setsItsScale()) {
      return "The scale is set by " + Entry.largest(rounded.name(), reals.values()).text() + ".";
    }
    if (isPart()) {
      return "The scale is the finest that there is beside that of the larger values.";
    }
    String shared =
        String.format(
            Locale.ROOT, "The scale is shared with plastic weights alpha.E of up to %.4g", plastic);
    return layer.arrays().stream()
        .filter(other -> !other.name().equals(reals.name()))
        .filter(other -> sameShape(other.values(), reals.values()))
        .map(other -> Entry.largest(other.name(), other.values()))
        .max(Comparator.comparingDouble(entry -> Math.abs(entry.value())))
        .map(entry -> shared + "; the largest of its factors is " + entry.text() + ".")
        .orElse(shared + ".");
  }

  /** Whether other values of the same array have another scale. */
  private boolean isPart() {
    return ArrayParts.isPart(reals.name(), layer.arrays().stream().map(ScaledArray::name).toList());
  }

  private static boolean sameShape(double[][] a, double[][] b) {
    return a.length == b.length && a[0].length == b[0].length;
  }

  private String wayOut() {
    if (setsItsScale()) {
      return clipping();
    }
    if (isPart()) {
      return CLOSER;
    }
    for (int halving = 1; halving <= MOST_HALVINGS; halving++) {
      if (lost(Double.POSITIVE_INFINITY, halving) < VISIBLE) {
        return String.format(
            Locale.ROOT,
            "Maybe train with alpha or a bound on E (e_clip) smaller by %.3g, so that plastic"
                + " weights stay below %.3g.",
            Math.scalb(1.0, halving),
            Math.scalb(plastic, -halving));
      }
    }
    return "Maybe use larger fixed weights.";
  }

  /** The largest bound, halving by halving, at which the rest comes through. */
  private String clipping() {
    double full = rounded.error().fullScale();
    for (int halving = 1; halving <= MOST_HALVINGS; halving++) {
      double bound = Math.scalb(full, -halving);
      long above = Arrays.stream(magnitudes()).filter(v -> v > bound).count();
      double lost = lost(bound, halving);
      if (above > MOST_CLIPPED * rounded.error().count()) {
        break;
      }
      if (lost < VISIBLE) {
        return String.format(
            Locale.ROOT,
            "Maybe clip the values at %.4g, which %d of them exceed (%.2g of the rest would be"
                + " lost), or split those over several neurons.",
            bound,
            above,
            lost);
      }
    }
    return CLOSER;
  }

  private double[] magnitudes() {
    return Arrays.stream(reals.values()).flatMapToDouble(Arrays::stream).map(Math::abs).toArray();
  }

  /** What would be lost of these values, clipped, in a scale that is finer by halvings. */
  private double lost(double bound, int halvings) {
    Scale scale = reals.scale();
    Scale finer =
        new Scale(
            Math.scalb(scale.lsb(), -halvings),
            scale.min(),
            scale.max(),
            scale.stride(),
            scale.zero());
    List<double[]> rows = new ArrayList<>();
    for (double[] row : reals.values()) {
      rows.add(Arrays.stream(row).map(v -> Math.clamp(v, -bound, bound)).toArray());
    }
    return new ScaledArray(reals.name(), rows.toArray(double[][]::new), finer, reals.rounding())
        .quantize()
        .error()
        .lost();
  }
}
