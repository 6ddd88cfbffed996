package plastron.tasks.export;

import java.util.List;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.NearestName;

/** The chips that can be named on the command line. */
public final class Target {

  private static final String FORM = "-";

  private Target() {}

  /**
   * The chip of this name.
   *
   * @throws BadInputException naming the nearest chip if there is none
   */
  public static ChipProfile<?, ?> named(String name) {
    List<String> names = ChipProfiles.all().stream().map(ChipProfile::name).toList();
    if (names.contains(name)) {
      return ChipProfiles.named(name);
    }
    throw NearestName.refusal("Target", name, names);
  }

  /**
   * A chip with more than its cores at work, such as {@code loihi1} with {@code assisted}.
   *
   * @throws BadInputException if the chip has no such form
   */
  static ChipProfile<?, ?> named(String name, String allowed) {
    ChipProfile<?, ?> chip = named(name);
    List<String> forms =
        ChipProfiles.all().stream()
            .map(ChipProfile::name)
            .filter(other -> other.startsWith(name + FORM))
            .map(other -> other.substring(name.length() + FORM.length()))
            .toList();
    if (forms.contains(allowed)) {
      return ChipProfiles.named(name + FORM + allowed);
    }
    throw new BadInputException(
        "Option --allow (%s) must be a form of %s: %s."
            .formatted(allowed, chip.name(), forms.isEmpty() ? "it has none" : forms),
        forms.isEmpty() ? "Maybe leave it out." : NearestName.maybe(allowed, forms));
  }
}
