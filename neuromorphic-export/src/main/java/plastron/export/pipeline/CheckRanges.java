package plastron.export.pipeline;

import java.util.Locale;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.image.ChipImage;
import plastron.export.profile.ChipProfile;
import plastron.export.range.AccumulatorRange;
import plastron.export.range.Overflow;

/**
 * Holds every accumulator against its worst case and against calibration. An accumulator that wraps
 * is refused if it does so in calibration, and warned of if only the worst case lets it; what
 * saturates is counted where it runs, and stands in the report.
 */
final class CheckRanges {

  private CheckRanges() {}

  /** The image with what there is to say; refuses what calibration overflows. */
  static ChipImage check(ChipImage image, ChipProfile<?, ?> profile, Diagnostics diagnostics) {
    for (AccumulatorRange range : profile.ranges(image)) {
      if (range.overflow() == Overflow.WRAPS && !range.isSafe()) {
        say(range, profile.codePrefix(), diagnostics);
      }
    }
    diagnostics.throwIfRefused();
    return image.with(diagnostics.all());
  }

  private static void say(AccumulatorRange range, String prefix, Diagnostics diagnostics) {
    String code =
        prefix + "-" + range.accumulator().toUpperCase(Locale.ROOT).replace(' ', '-') + "-OVF";
    String subject = "population " + range.of();
    String worst =
        String.format(
            Locale.ROOT,
            "if all synapses carried a spike in every step %s would reach %.3g, its %d bits hold"
                + " %.3g, %.2g of that",
            range.accumulator(),
            range.worst(),
            range.bits(),
            range.limit(),
            range.margin());
    if (range.overflows()) {
      diagnostics.refuse(
          code,
          subject,
          String.format(
              Locale.ROOT,
              "%s reaches %.3g in calibration, its %d bits hold %.3g.",
              range.accumulator(),
              range.calibrated().getAsDouble(),
              range.bits(),
              range.limit()),
          "Maybe train with smaller weights.");
    } else {
      diagnostics.warn(
          code,
          subject,
          range.calibratedMargin().isEmpty()
              ? worst + "."
              : String.format(
                  Locale.ROOT,
                  "%s; in calibration it reached %.3g, which fits %.3g times.",
                  worst,
                  range.calibrated().getAsDouble(),
                  range.calibratedMargin().getAsDouble()),
          "Maybe calibrate with the strongest inputs there are; the emulator counts overflows.");
    }
  }
}
