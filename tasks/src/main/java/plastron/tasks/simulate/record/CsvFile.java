package plastron.tasks.simulate.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import plastron.core.state.StateVisitor;

/** Columns as comma-separated values, with their names in the first line. */
final class CsvFile implements ColumnFile {

  private final List<Column> columns;
  private final AppendedFile out;
  private final StringBuilder line = new StringBuilder();

  CsvFile(Path file, List<Column> columns) throws IOException {
    this.columns = columns;
    out = new AppendedFile(file);
    if (out.isEmpty()) {
      line.append(columns.stream().map(Column::name).collect(Collectors.joining(",", "", "\n")));
      write();
    }
  }

  @Override
  public void add(double... row) throws IOException {
    for (int c = 0; c < row.length; c++) {
      if (c > 0) {
        line.append(',');
      }
      if (columns.get(c).isWhole()) {
        line.append((long) row[c]);
      } else {
        line.append(row[c]);
      }
    }
    line.append('\n');
    write();
  }

  private void write() throws IOException {
    out.write(line.toString().getBytes(StandardCharsets.UTF_8));
    line.setLength(0);
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }

  @Override
  public void state(StateVisitor visitor) throws IOException {
    out.state(visitor);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
