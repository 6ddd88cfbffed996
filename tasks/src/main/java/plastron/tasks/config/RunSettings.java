package plastron.tasks.config;

import java.util.ArrayList;
import java.util.List;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.plasticity.catalogue.Catalogue;

/** What runs of most tasks are about. */
public final class RunSettings {

  /** No chip in mind: the paper's network form. */
  public static final String NO_HARDWARE = "none";

  /** Seed of the run. */
  public static final Setting.Whole SEED =
      new Setting.Whole(
          "seed", Long.MIN_VALUE, Long.MAX_VALUE, "decides every random number of the run");

  /** Name of the plasticity rule. */
  public static final Setting.Choice RULE =
      new Setting.Choice("rule", Catalogue.names(), "plasticity rule of all layers");

  /** Whose network form is trained. */
  public static final Setting.Choice HARDWARE =
      new Setting.Choice(
          "hardware", hardware(), "chip whose network form is trained, or none for the paper's");

  private RunSettings() {}

  private static List<String> hardware() {
    List<String> names = new ArrayList<>(List.of(NO_HARDWARE));
    ChipProfiles.all().stream().map(ChipProfile::name).forEach(names::add);
    return names;
  }
}
