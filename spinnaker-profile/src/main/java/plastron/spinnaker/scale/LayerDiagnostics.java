package plastron.spinnaker.scale;

import plastron.export.diagnostic.Diagnostics;
import plastron.export.stage.ValidLayer;

/**
 * What is said about one layer of a model for this chip.
 *
 * @param subject layer and rule
 * @param diagnostics where it is collected
 */
public record LayerDiagnostics(String subject, Diagnostics diagnostics) {

  /** About this layer. */
  public static LayerDiagnostics of(ValidLayer layer, Diagnostics diagnostics) {
    return new LayerDiagnostics(layer.subject(), diagnostics);
  }

  /** The core cannot run this. */
  public void refuse(String code, String message, String wayOut) {
    diagnostics.refuse(code, subject, message, wayOut);
  }

  /** The core runs something else, by the stated numbers. */
  public void lossy(String code, String message, String wayOut) {
    diagnostics.lossy(code, subject, message, wayOut);
  }

  /** Something deserves a look. */
  public void warn(String code, String message, String wayOut) {
    diagnostics.warn(code, subject, message, wayOut);
  }
}
