package plastron.tasks.simulate.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import plastron.tasks.simulate.network.NetworkDescription;

/** Kinds of files that records are written to. */
public enum RecordFormat {
  /** Comma-separated values. */
  CSV,

  /** Arrays for {@code numpy.load}. */
  NPZ,

  /** Events of all populations in one file that NIR reads; spikes and potentials alone. */
  NIRDATA;

  /** As people write it, and as files end. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is for records of a kind. */
  public boolean has(RecordedKind kind) {
    return this != NIRDATA || kind == RecordedKind.SPIKES || kind == RecordedKind.POTENTIALS;
  }

  ColumnFile create(Path folder, String name, List<Column> columns) throws IOException {
    Path file = folder.resolve(NetworkDescription.inFiles(name) + "." + this);
    return switch (this) {
      case CSV -> new CsvFile(file, columns);
      case NPZ -> new NpzColumns(file, columns);
      case NIRDATA ->
          throw new IllegalArgumentException("Columns (%s) must be CSV or npz.".formatted(name));
    };
  }
}
