package plastron.loihi.scale;

import plastron.export.diagnostic.Diagnostics;

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
}
