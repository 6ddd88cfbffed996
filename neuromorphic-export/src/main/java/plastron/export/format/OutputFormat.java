package plastron.export.format;

import java.util.List;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.image.ChipImage;
import plastron.export.image.OutputFile;

/**
 * A way to write chip images, for the tools of a chip or for anybody else. Implementations are
 * found by {@link java.util.ServiceLoader}, see {@link OutputFormats}; they have no state and any
 * thread may use them.
 */
public interface OutputFormat {

  /** As the command line writes it: small letters, digits and hyphens; no other has it. */
  String name();

  /** What its files hold and who reads them, in one line without a full stop. */
  String description();

  /**
   * Whether it writes the images of a chip.
   *
   * @param chip name of a {@link plastron.export.profile.ChipProfile}
   */
  boolean isFor(String chip);

  /** Whether it is written where nobody chooses formats. */
  default boolean isDefault() {
    return true;
  }

  /**
   * What its files do not say of an image as it is meant: refusals where they say nothing that
   * would be of use, losses otherwise.
   *
   * @param image of a chip that this format {@link #isFor}
   */
  default List<Diagnostic> diagnostics(ChipImage image) {
    return List.of();
  }

  /**
   * Writes an image. The image and the manifest in Plastron's own formats are written by {@link
   * plastron.export.artifact.ExportDirectory}.
   *
   * @param image of a chip that this format {@link #isFor}
   * @return at least one file, none empty, with different names; the same for the same image
   * @throws IllegalArgumentException by {@link #requireIsFor} for an image of another chip
   * @throws plastron.export.diagnostic.ExportRefusedException if {@link #diagnostics} has refusals
   */
  List<OutputFile> write(ChipImage image);

  /** Refuses an image of a chip that this format is not for: the first line of {@link #write}. */
  default void requireIsFor(ChipImage image) {
    if (!isFor(image.profile())) {
      throw new IllegalArgumentException(
          "Output format %s is not for chip (%s) of model %s, which has %s."
              .formatted(
                  name(), image.profile(), image.model(), OutputFormats.names(image.profile())));
    }
  }
}
