package plastron.export.pipeline;

import java.util.List;
import plastron.export.image.ChipImage;
import plastron.export.image.OutputFile;

/**
 * What a compilation gives.
 *
 * @param image the compiled network, with all diagnostics
 * @param files in the formats of the chip's own tools
 */
public record ExportResult(ChipImage image, List<OutputFile> files) {
  public ExportResult {
    files = List.copyOf(files);
  }
}
