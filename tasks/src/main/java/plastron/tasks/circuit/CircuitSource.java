package plastron.tasks.circuit;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import plastron.tasks.cli.BadInputException;

/**
 * Where the tables of a circuit come from.
 *
 * @param file as the user named it
 * @param folder which names of files are relative to
 * @param lines of its keys
 * @param named files that it named so far; grows
 */
record CircuitSource(String file, Path folder, KeyLines lines, List<Path> named) {

  static CircuitSource of(Path path, String text) {
    return new CircuitSource(
        path.toString(),
        path.toAbsolutePath().normalize().resolveSibling(""),
        KeyLines.of(text),
        new ArrayList<>());
  }

  /** File and line of a key or table, such as {@code net.toml, line 7}. */
  String place(List<String> path) {
    return "%s, line %d".formatted(file, lines.of(path));
  }

  /** A file that a table names. */
  Path file(List<String> table, String name) {
    try {
      Path file = folder.resolve(name);
      named.add(file);
      return file;
    } catch (InvalidPathException e) {
      throw new BadInputException(
          "Name of a file in %s (%s) cannot be one on this machine.".formatted(place(table), name));
    }
  }
}
