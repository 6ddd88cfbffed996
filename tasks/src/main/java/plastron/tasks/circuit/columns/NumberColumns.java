package plastron.tasks.circuit.columns;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plastron.export.file.BoundedFile;
import plastron.export.file.BrokenFileException;
import plastron.export.npz.NpzReader;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.NearestName;

/**
 * Columns of numbers of the same length, by name: a CSV file whose first line has the names, or
 * arrays of an npz file.
 */
public final class NumberColumns {

  /** Bytes of memory for a byte of a file, at most: a digit and a comma become a double. */
  private static final int MEMORY = 8;

  private final Path file;
  private final Map<String, double[]> columns;

  private NumberColumns(Path file, Map<String, double[]> columns) {
    this.file = file;
    this.columns = columns;
  }

  /**
   * Reads a file.
   *
   * @param required columns that must be there
   * @param optional columns that may be there; others must not
   * @throws BadInputException with the line if it is not such a file
   */
  public static NumberColumns read(Path file, List<String> required, List<String> optional) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new BadInputException("File (%s) is no regular file.".formatted(file));
      }
      if (Files.size(file) > BoundedFile.mostInMemory(MEMORY)) {
        throw new BadInputException(
            "File (%s) is too long (%d bytes) for Java's heap.".formatted(file, Files.size(file)),
            "Maybe a larger heap helps: export PLASTRON_JAVA_OPTS=-Xmx8g");
      }
      return new NumberColumns(
          file,
          file.toString().endsWith(".npz")
              ? npz(file, required, optional)
              : csv(file, required, optional));
    } catch (BrokenFileException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    } catch (NoSuchFileException e) {
      throw new BadInputException(
          "File (%s) does not exist.".formatted(file),
          "Maybe the path is misspelt; it is relative to the circuit's folder.");
    } catch (MalformedInputException e) {
      throw new BadInputException("File (%s) is not UTF-8 text.".formatted(file));
    } catch (IOException e) {
      throw new BadInputException("File (%s) cannot be read: %s.".formatted(file, e.getMessage()));
    }
  }

  private static Map<String, double[]> csv(Path file, List<String> required, List<String> optional)
      throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      List<String> names = names(file, in.readLine(), required, optional);
      double[][] columns = new double[names.size()][1024];
      int rows = 0;
      int line = 1;
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        line++;
        if (text.isBlank()) {
          continue;
        }
        String[] cells = text.split(",", -1);
        if (cells.length != columns.length) {
          throw new BadInputException(
              "Line %d of %s has %d cells, expected %d, one for each of %s."
                  .formatted(line, file, cells.length, columns.length, String.join(",", names)));
        }
        for (int c = 0; c < columns.length; c++) {
          if (rows == columns[c].length) {
            columns[c] = Arrays.copyOf(columns[c], 2 * rows);
          }
          columns[c][rows] = number(file, line, names.get(c), cells[c].strip());
        }
        rows++;
      }
      Map<String, double[]> read = new HashMap<>();
      for (int c = 0; c < columns.length; c++) {
        read.put(names.get(c), Arrays.copyOf(columns[c], rows));
      }
      return read;
    }
  }

  private static Map<String, double[]> npz(Path file, List<String> required, List<String> optional)
      throws IOException {
    Map<String, double[]> arrays = NpzReader.read(file, Runtime.getRuntime().maxMemory() / 4);
    requireNames("Array", file.toString(), List.copyOf(arrays.keySet()), required, optional);
    int length = arrays.values().iterator().next().length;
    arrays.forEach(
        (name, numbers) -> {
          if (numbers.length != length) {
            throw new BadInputException(
                "Array %s of %s (%d numbers) must be as long as the others, %d."
                    .formatted(name, file, numbers.length, length));
          }
          if (!Arrays.stream(numbers).allMatch(Double::isFinite)) {
            throw new BadInputException(
                "Array %s of %s must have finite numbers.".formatted(name, file));
          }
        });
    return arrays;
  }

  private static List<String> names(
      Path file, @Nullable String header, List<String> required, List<String> optional) {
    List<String> names = new ArrayList<>();
    for (String name : (header == null ? "" : header).split(",", -1)) {
      names.add(name.strip());
    }
    requireNames("Column", "line 1 of " + file, names, required, optional);
    return names;
  }

  private static void requireNames(
      String kind, String place, List<String> names, List<String> required, List<String> optional) {
    List<String> known = Stream.concat(required.stream(), optional.stream()).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new BadInputException(
            "%s (%s) in %s must be one of %s."
                .formatted(kind, name, place, String.join(", ", known)),
            NearestName.maybe(name, known));
      }
    }
    if (!names.containsAll(required) || new HashSet<>(names).size() < names.size()) {
      throw new BadInputException(
          "%ss (%s) in %s must be %s, each once."
              .formatted(kind, String.join(",", names), place, String.join(", ", required)));
    }
  }

  private static double number(Path file, int line, String column, String text) {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new BadInputException(
        "Column %s in line %d of %s (%s) must be a finite number."
            .formatted(column, line, file, text));
  }

  public boolean has(String name) {
    return columns.containsKey(name);
  }

  /** A column that is there; not copied. */
  public double[] of(String name) {
    double[] column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException("Column (%s) is not there.".formatted(name));
    }
    return column;
  }

  /** A column of numbers of neurons, from 0 to below a size. */
  public int[] indices(String name, int size) {
    double[] column = of(name);
    int[] indices = new int[column.length];
    for (int k = 0; k < indices.length; k++) {
      if (!(column[k] >= 0 && column[k] < size && column[k] == Math.rint(column[k]))) {
        throw new BadInputException(
            "Column %s in row %d of %s (%s) must be a whole number from 0 to %d."
                .formatted(name, k + 1, file, column[k], size - 1));
      }
      indices[k] = (int) column[k];
    }
    return indices;
  }
}
