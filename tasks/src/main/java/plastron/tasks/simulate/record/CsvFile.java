package plastron.tasks.simulate.record;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Columns as comma-separated values, with their names in the first line. */
final class CsvFile implements ColumnFile {

  private final List<Column> columns;
  private final Writer out;
  private final StringBuilder line = new StringBuilder();

  CsvFile(Path file, List<Column> columns) throws IOException {
    this.columns = columns;
    out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    out.write(columns.stream().map(Column::name).collect(Collectors.joining(",", "", "\n")));
  }

  @Override
  public void add(double... row) throws IOException {
    line.setLength(0);
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
    out.append(line.append('\n'));
  }

  @Override
  public void end() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
