package plastron.tasks.quickstart;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import plastron.export.image.ChipImage;
import plastron.export.profile.Tally;
import plastron.export.resource.Usage;
import plastron.tasks.export.CompiledRun;
import plastron.tasks.measure.Measurement;

/**
 * A row of the table.
 *
 * @param title what was run
 * @param measured how it did
 * @param cores cores used; empty for the float simulator
 * @param memoryBytes memory used for synapses; empty for the float simulator
 * @param tallies what was counted; empty for the float simulator
 */
record Row(
    String title,
    Measurement measured,
    OptionalInt cores,
    OptionalLong memoryBytes,
    List<Tally> tallies) {

  Row {
    tallies = List.copyOf(tallies);
  }

  static Row ofFloat(String title, Measurement measured) {
    return new Row(title, measured, OptionalInt.empty(), OptionalLong.empty(), List.of());
  }

  static Row ofChip(String title, Measurement measured, CompiledRun compiled) {
    ChipImage image = compiled.image();
    return new Row(
        title,
        measured,
        OptionalInt.of(image.cores().size()),
        image.usages().stream().flatMapToLong(Row::synapticBytes).findFirst(),
        measured.tallies(compiled.profile()));
  }

  /**
   * Chips keep synapses in a memory of their own on every core, or all of them in the chip's SDRAM.
   */
  private static LongStream synapticBytes(Usage usage) {
    return switch (usage.limit().name()) {
      case "synapse_bits" -> LongStream.of((usage.total() + 7) / 8);
      case "sdram_bytes" -> LongStream.of(usage.total());
      default -> LongStream.empty();
    };
  }
}
