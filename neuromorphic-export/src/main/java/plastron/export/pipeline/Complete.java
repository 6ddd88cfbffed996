package plastron.export.pipeline;

import java.util.List;
import plastron.export.profile.ChipProfile;

/** Holds profiles to their word: no layer goes missing without a refusal. */
final class Complete {

  private Complete() {}

  static <T> List<T> layers(List<T> layers, int expected, ChipProfile<?, ?> profile) {
    if (layers.size() != expected) {
      throw new IllegalStateException(
          "Profile %s (%d layers of %d) dropped a layer without a refusal."
              .formatted(profile.name(), layers.size(), expected));
    }
    return layers;
  }
}
