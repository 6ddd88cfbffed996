package plastron.tasks.simulate.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import plastron.core.state.StateVisitor;
import plastron.export.npz.NpzStream;

/**
 * Columns as arrays of an npz file. An array begins with its length, so that each column first
 * grows in a file of its own, {@code FILE.npz.C.part}, which stays until somebody removes it.
 */
final class NpzColumns implements ColumnFile {

  private final Path file;
  private final List<Column> columns;
  private final List<AppendedFile> parts = new ArrayList<>();
  private long rows;

  NpzColumns(Path file, List<Column> columns) throws IOException {
    this.file = file;
    this.columns = columns;
    for (int c = 0; c < columns.size(); c++) {
      parts.add(new AppendedFile(part(c)));
    }
  }

  private Path part(int column) {
    return file.resolveSibling("%s.%d.part".formatted(file.getFileName(), column));
  }

  @Override
  public void add(double... row) throws IOException {
    for (int c = 0; c < row.length; c++) {
      AppendedFile part = parts.get(c);
      if (columns.get(c).isWhole()) {
        write(part, (int) row[c], Integer.BYTES);
      } else {
        write(part, Double.doubleToLongBits(row[c]), Double.BYTES);
      }
    }
    rows++;
  }

  /** The lowest byte first. */
  private static void write(OutputStream out, long bits, int bytes) throws IOException {
    for (int b = 0; b < bytes; b++) {
      out.write((int) (bits >>> (b * Byte.SIZE)));
    }
  }

  @Override
  public void end() throws IOException {
    close();
    try (NpzStream npz = new NpzStream(Files.newOutputStream(file))) {
      for (int c = 0; c < columns.size(); c++) {
        Column column = columns.get(c);
        try (InputStream numbers = Files.newInputStream(part(c))) {
          npz.add(column.name(), column.isWhole() ? "<i4" : "<f8", rows, numbers);
        }
      }
    }
  }

  @Override
  public void state(StateVisitor visitor) throws IOException {
    rows = visitor.number(rows);
    for (AppendedFile part : parts) {
      part.state(visitor);
    }
  }

  @Override
  public void close() throws IOException {
    for (AppendedFile part : parts) {
      part.close();
    }
  }
}
