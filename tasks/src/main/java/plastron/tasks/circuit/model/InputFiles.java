package plastron.tasks.circuit.model;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.core.network.Population;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.NearestName;

/**
 * Which file has the spikes of which source.
 *
 * @param model whose sources they are
 * @param sources of it
 */
record InputFiles(Path model, List<Population> sources) {

  private static final String OPTION = "Option --input";

  InputFiles {
    sources = List.copyOf(sources);
  }

  /**
   * The file of every source.
   *
   * @param inputs {@code NAME=FILE}, or a file alone for a single source
   */
  Map<String, Path> read(List<String> inputs) {
    List<String> names = sources.stream().map(Population::name).toList();
    Map<String, Path> files = new LinkedHashMap<>();
    for (String input : inputs) {
      String name = name(input, names);
      Path file = Path.of(input.substring(input.startsWith(name + "=") ? name.length() + 1 : 0));
      if (files.put(name, file.toAbsolutePath().normalize()) != null) {
        throw new BadInputException(
            "%s (%s) names the source %s again.".formatted(OPTION, input, name));
      }
    }
    for (String name : names) {
      if (!files.containsKey(name)) {
        throw new BadInputException(
            "%s is missing for the source %s of model (%s), expected a file with columns neuron and time_ms."
                .formatted(OPTION, name, model),
            "Maybe --input %s=spikes.csv, or --task for trials of a task.".formatted(name));
      }
    }
    return files;
  }

  private static String name(String input, List<String> names) {
    for (String name : names) {
      if (input.startsWith(name + "=")) {
        return name;
      }
    }
    if (names.size() == 1 && input.indexOf('=') < 0) {
      return names.getFirst();
    }
    throw NearestName.refusal(
        OPTION, input.indexOf('=') < 0 ? input : input.substring(0, input.indexOf('=')), names);
  }
}
