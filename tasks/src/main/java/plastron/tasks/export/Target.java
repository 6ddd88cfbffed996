package plastron.tasks.export;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
   * @param allowed each a form of the chip, in any order; the chip itself if there are none
   * @throws BadInputException if the chip has no such form
   */
  static ChipProfile<?, ?> named(String name, Collection<String> allowed) {
    ChipProfile<?, ?> chip = named(name);
    Map<Set<String>, String> byForms = new LinkedHashMap<>();
    for (ChipProfile<?, ?> other : ChipProfiles.all()) {
      if (other.name().startsWith(name + FORM)) {
        String forms = other.name().substring(name.length() + FORM.length());
        byForms.put(Set.of(forms.split(FORM)), other.name());
      }
    }
    List<String> forms =
        byForms.keySet().stream().flatMap(Set::stream).distinct().sorted().toList();
    for (String form : allowed) {
      if (!forms.contains(form)) {
        throw new BadInputException(
            "Option --allow (%s) must be a form of %s: %s."
                .formatted(form, chip.name(), forms.isEmpty() ? "it has none" : forms),
            forms.isEmpty() ? "Maybe leave it out." : NearestName.maybe(form, forms));
      }
    }
    if (allowed.isEmpty()) {
      return chip;
    }
    String formed = byForms.get(Set.copyOf(allowed));
    if (formed == null) {
      throw new BadInputException(
          "Options --allow (%s) must be forms that %s has together."
              .formatted(String.join(", ", allowed), chip.name()),
          "Maybe allow one of them.");
    }
    return ChipProfiles.named(formed);
  }
}
