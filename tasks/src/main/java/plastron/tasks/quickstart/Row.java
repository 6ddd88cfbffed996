package plastron.tasks.quickstart;

import java.util.Optional;
import java.util.OptionalInt;
import plastron.export.image.ChipImage;
import plastron.export.resource.Usage;
import plastron.tasks.measure.Measurement;

/**
 * A row of the table.
 *
 * @param title what was run
 * @param measured how it did
 * @param cores cores used; empty for the float simulator
 * @param memory synaptic memory used; empty for the float simulator
 */
record Row(String title, Measurement measured, OptionalInt cores, Optional<Usage> memory) {

  static Row ofFloat(String title, Measurement measured) {
    return new Row(title, measured, OptionalInt.empty(), Optional.empty());
  }

  static Row ofChip(String title, Measurement measured, ChipImage image) {
    return new Row(
        title,
        measured,
        OptionalInt.of(image.cores().size()),
        image.usages().stream().filter(u -> u.limit().name().startsWith("synap")).findFirst());
  }
}
