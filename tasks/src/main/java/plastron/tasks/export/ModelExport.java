package plastron.tasks.export;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.file.WholeFile;
import plastron.export.format.ModelExporter;
import plastron.export.format.WrittenModel;
import plastron.plasticity.model.PlasticModel;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.run.RunFailure;

/**
 * A model that is written as it is, for no chip.
 *
 * @param exporter in which format
 * @param model what
 */
record ModelExport(ModelExporter exporter, PlasticModel model) {

  /**
   * Writes it; the file is there completely or not at all.
   *
   * @param out receives what other tools make of it otherwise
   * @param err receives a line for every refusal
   * @throws BadInputException if the format cannot say it, or the file cannot be made
   */
  void write(Path file, PrintWriter out, PrintWriter err) {
    WrittenModel written;
    try {
      written = exporter.write(model);
    } catch (ExportRefusedException e) {
      e.refusals().forEach(refusal -> err.println("refused: " + refusal));
      throw new BadInputException(
          "Model %s cannot be written as %s, for the reasons above (%d)."
              .formatted(model.name(), exporter.name(), e.refusals().size()));
    }
    try {
      WholeFile.create(file, written.bytes());
    } catch (IOException e) {
      throw RunFailure.of(file, e);
    }
    written
        .diagnostics()
        .forEach(d -> out.println(d.severity().name().toLowerCase(Locale.ROOT) + ": " + d));
    out.printf("Model %s written to %s.%n", model.name(), file);
  }
}
