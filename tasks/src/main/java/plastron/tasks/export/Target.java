package plastron.tasks.export;

import java.util.List;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.NearestName;

/** The chips that can be named on the command line. */
public final class Target {

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
}
