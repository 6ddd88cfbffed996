package plastron.export.format;

import plastron.plasticity.model.PlasticModel;

/**
 * A writer of models, in real numbers and for no chip: what an {@link OutputFormat} is to chip
 * images, and the way back from a {@link ModelImporter}. Implementations are found by {@link
 * java.util.ServiceLoader}, see {@link ModelExporters}; they have no state and any thread may use
 * them.
 */
public interface ModelExporter {

  /** As the command line writes it: small letters, digits and hyphens; no other has it. */
  String name();

  /** Which files it writes and who reads them, in one line without a full stop. */
  String description();

  /**
   * Writes a model.
   *
   * @return the same for the same model
   * @throws plastron.export.diagnostic.ExportRefusedException with every reason, if files of its
   *     kind cannot say what the model does
   */
  WrittenModel write(PlasticModel model);
}
