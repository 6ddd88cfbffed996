package plastron.tasks.export;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.diagnostic.Severity;
import plastron.export.format.ModelExporter;
import plastron.export.format.ModelExporters;
import plastron.export.format.OutputFormat;
import plastron.export.format.OutputFormats;
import plastron.export.image.ChipImage;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.NearestName;

/** The formats of an export, on the command line. */
final class FormatsOption {

  @Option(
      names = "--format",
      paramLabel = "NAME",
      split = ",",
      completionCandidates = Names.class,
      description = {
        "Formats to write beside the chip image, with commas between them (the chip's own); or,"
            + " without --target, one that the model itself is written in. There are:"
            + " ${COMPLETION-CANDIDATES}."
      })
  private List<String> names = new ArrayList<>();

  /**
   * What to write for a chip: what was asked for, each once, or else its defaults.
   *
   * @throws BadInputException naming the chip's formats for a name of another or of none
   */
  List<OutputFormat> of(ChipProfile<?, ?> chip) {
    List<String> known = OutputFormats.names(chip.name());
    for (String name : names) {
      if (!known.contains(name)) {
        throw unknown(name, chip, known);
      }
    }
    return names.isEmpty()
        ? OutputFormats.defaults(chip.name())
        : OutputFormats.named(names.stream().distinct().toList(), chip.name());
  }

  /**
   * What the files of formats do not say of an image.
   *
   * @param err receives a line for every refusal
   * @throws BadInputException if there is any
   */
  static List<Diagnostic> diagnostics(
      List<OutputFormat> formats, ChipImage image, PrintWriter err) {
    List<Diagnostic> all = new ArrayList<>();
    for (OutputFormat format : formats) {
      List<Diagnostic> own = format.diagnostics(image);
      List<Diagnostic> refusals =
          own.stream().filter(d -> d.severity() == Severity.REFUSAL).toList();
      if (!refusals.isEmpty()) {
        refusals.forEach(refusal -> err.println("refused: " + refusal));
        throw new BadInputException(
            "Model %s cannot be written as %s, for the reasons above (%d)."
                .formatted(image.model(), format.name(), refusals.size()));
      }
      all.addAll(own);
    }
    return all;
  }

  /**
   * What to write a model in where there is no chip.
   *
   * @throws BadInputException unless one format of models was asked for
   */
  ModelExporter exporter() {
    List<String> known = ModelExporters.names();
    if (names.isEmpty()) {
      throw new BadInputException(
          "Missing option: '--target=CHIP', or --format with one of %s, the formats of models"
              .formatted(String.join(", ", known)),
          "Maybe --target loihi2");
    }
    if (names.size() > 1) {
      throw new BadInputException(
          "Formats (%s) must be one where there is no --target, since a model goes into one file."
              .formatted(String.join(", ", names)));
    }
    String name = names.getFirst();
    if (!known.contains(name)) {
      List<String> chips = chips(name);
      throw new BadInputException(
          "Format (%s) must be one of %s, the formats of models."
              .formatted(name, String.join(", ", known)),
          chips.isEmpty()
              ? NearestName.maybe(name, known)
              : "Maybe --target %s: %s is a format of chip images."
                  .formatted(String.join(" or ", chips), name));
    }
    return ModelExporters.named(name);
  }

  private static List<String> chips(String format) {
    return ChipProfiles.all().stream()
        .map(ChipProfile::name)
        .filter(chip -> OutputFormats.names(chip).contains(format))
        .toList();
  }

  private static BadInputException unknown(
      String name, ChipProfile<?, ?> chip, List<String> known) {
    List<String> others = chips(name);
    if (ModelExporters.names().contains(name)) {
      return new BadInputException(
          "Format (%s) must be one of %s, the formats for %s."
              .formatted(name, String.join(", ", known), chip.name()),
          "Maybe leave out --target: %s is a format of the model itself.".formatted(name));
    }
    return new BadInputException(
        "Format (%s) must be one of %s, the formats for %s."
            .formatted(name, String.join(", ", known), chip.name()),
        others.isEmpty()
            ? NearestName.maybe(name, known)
            : "Maybe export for %s: %s writes nothing else."
                .formatted(String.join(" or ", others), name));
  }

  /** What {@code --help} shows: names and what they mean. */
  static final class Names implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Stream.concat(
              OutputFormats.all().stream()
                  .map(format -> "%s (%s)".formatted(format.name(), format.description())),
              ModelExporters.all().stream()
                  .map(
                      format ->
                          "without --target %s (%s)"
                              .formatted(format.name(), format.description())))
          .iterator();
    }
  }
}
