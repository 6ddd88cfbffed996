package plastron.export.profile;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The chip profiles on the class path. */
public final class ChipProfiles {

  private ChipProfiles() {}

  /** All of them, sorted by name. */
  public static List<ChipProfile<?, ?>> all() {
    return ServiceLoader.load(ChipProfile.class).stream()
        .<ChipProfile<?, ?>>map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(ChipProfile::name))
        .toList();
  }

  /**
   * The profile of this name; throws {@link IllegalArgumentException} with all names if there is
   * none.
   */
  public static ChipProfile<?, ?> named(String name) {
    return all().stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Chip (%s) is not one of %s."
                        .formatted(name, all().stream().map(ChipProfile::name).toList())));
  }
}
