package plastron.loihi.chip;

import java.util.List;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.format.OutputFormat;
import plastron.export.image.ChipImage;

/** A format of images of all chips of the family. */
public interface LoihiFormat extends OutputFormat {

  @Override
  default boolean isFor(String chip) {
    return LoihiChips.ALL.stream().anyMatch(loihi -> loihi.name().equals(chip));
  }

  /**
   * Says what the files do not say of an image; nothing unless a format overrides it.
   *
   * @param diagnostics receive losses and refusals
   */
  default void check(ChipImage image, Diagnostics diagnostics) {}

  @Override
  default List<Diagnostic> diagnostics(ChipImage image) {
    requireIsFor(image);
    Diagnostics diagnostics = new Diagnostics();
    check(image, diagnostics);
    return diagnostics.all();
  }
}
