package plastron.export.format;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import plastron.core.check.Require;
import plastron.export.image.ChipImage;
import plastron.export.image.OutputFile;

/** The output formats that the service loader finds. */
public final class OutputFormats {

  private OutputFormats() {}

  /** All of them, by name. */
  public static List<OutputFormat> all() {
    return ServiceLoader.load(OutputFormat.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(OutputFormat::name))
        .toList();
  }

  /** Names of those that write the images of a chip. */
  public static List<String> names(String chip) {
    return all().stream().filter(f -> f.isFor(chip)).map(OutputFormat::name).toList();
  }

  /** Those that a chip's images are written in where nobody chooses. */
  public static List<OutputFormat> defaults(String chip) {
    return all().stream().filter(f -> f.isFor(chip) && f.isDefault()).toList();
  }

  /**
   * Those of these names, in this order.
   *
   * @param chip what has to be written
   * @throws IllegalArgumentException for a name that the chip has no format of, with those it has
   */
  public static List<OutputFormat> named(List<String> names, String chip) {
    List<String> expected = names(chip);
    List<OutputFormat> all = all();
    return names.stream()
        .map(name -> Require.oneOf("Output format for " + chip, name, expected))
        .map(name -> all.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow())
        .toList();
  }

  /** An image in several formats, one after the other. */
  public static List<OutputFile> write(ChipImage image, List<OutputFormat> formats) {
    return formats.stream().flatMap(format -> format.write(image).stream()).toList();
  }
}
