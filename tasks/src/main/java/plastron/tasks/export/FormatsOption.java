package plastron.tasks.export;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Option;
import plastron.export.format.OutputFormat;
import plastron.export.format.OutputFormats;
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
        "Formats to write beside the chip image, with commas between them (the chip's own). There"
            + " are: ${COMPLETION-CANDIDATES}."
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

  private static BadInputException unknown(
      String name, ChipProfile<?, ?> chip, List<String> known) {
    List<String> others =
        ChipProfiles.all().stream()
            .map(ChipProfile::name)
            .filter(other -> OutputFormats.names(other).contains(name))
            .toList();
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
      return OutputFormats.all().stream()
          .map(format -> "%s (%s)".formatted(format.name(), format.description()))
          .iterator();
    }
  }
}
