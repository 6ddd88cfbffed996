package plastron.tasks.simulate.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Kinds of files that records are written to. */
public enum RecordFormat {
  /** Comma-separated values. */
  CSV,

  /** Arrays for {@code numpy.load}. */
  NPZ;

  /** As people write it, and as files end. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  ColumnFile create(Path folder, String name, List<Column> columns) throws IOException {
    Path file = folder.resolve(name + "." + this);
    return this == CSV ? new CsvFile(file, columns) : new NpzColumns(file, columns);
  }
}
