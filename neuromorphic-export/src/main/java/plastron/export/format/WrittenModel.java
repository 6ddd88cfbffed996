package plastron.export.format;

import java.util.List;
import plastron.core.check.Require;
import plastron.export.diagnostic.Diagnostic;

/**
 * A model as the content of a file.
 *
 * @param bytes the content; not copied: treat as read-only
 * @param diagnostics what other tools do not make of it as it was meant
 */
@SuppressWarnings("ArrayRecordComponent") // as large as a file, and never compared
public record WrittenModel(byte[] bytes, List<Diagnostic> diagnostics) {

  public WrittenModel {
    Require.given("Content of a model's file", bytes);
    diagnostics = Require.all("Diagnostics of a model's file", diagnostics);
  }
}
