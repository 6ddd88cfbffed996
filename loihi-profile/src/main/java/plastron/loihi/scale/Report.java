package plastron.loihi.scale;

import java.util.Locale;
import plastron.export.diagnostic.Diagnostics;
import plastron.loihi.scale.coefficient.ScaleChoice;

/** Diagnostics about one layer. */
record Report(Diagnostics diagnostics, String subject) {

  void refuse(String code, String message, String wayOut) {
    diagnostics.refuse(code, subject, message, wayOut);
  }

  void lossy(String code, String message, String wayOut) {
    diagnostics.lossy(code, subject, message, wayOut);
  }

  void warn(String code, String message, String wayOut) {
    diagnostics.warn(code, subject, message, wayOut);
  }

  /**
   * Says that a quantity saturates before the range that calibration leads to expect ends.
   *
   * @param what the quantity
   * @param room magnitude to expect
   * @param unit one step of it, of which there are {@code most}
   */
  void reach(String what, ScaleChoice choice, double room, double unit, int most) {
    if (choice.reach() < 1) {
      lossy(
          "L-REACH",
          String.format(
              Locale.ROOT,
              "%s saturates at %.3g; up to %.3g is to be expected, but most of it is small, and"
                  + " steps of %.3g lose less than steps that reach so far.",
              what,
              most * unit,
              room,
              unit),
          "");
    }
  }
}
