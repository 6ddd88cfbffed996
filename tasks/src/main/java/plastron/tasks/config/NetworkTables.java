package plastron.tasks.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plastron.tasks.cli.BadInputException;

/**
 * A network in words: {@code [populations.NAME]}, {@code [projections.NAME]} and {@code
 * [modules.NAME]}, in the order in which they stand in a file.
 *
 * @param origin where they stand, for errors
 * @param populations at least one
 * @param projections of any number
 * @param modules of any number
 */
public record NetworkTables(
    String origin,
    List<NetworkSection> populations,
    List<NetworkSection> projections,
    List<NetworkSection> modules) {

  private static final String POPULATIONS = "populations";
  private static final String PROJECTIONS = "projections";
  private static final String MODULES = "modules";

  /** Tables of a network; more have been made by a program that should make a model. */
  private static final int MOST = 1000;

  public NetworkTables {
    populations = List.copyOf(populations);
    projections = List.copyOf(projections);
    modules = List.copyOf(modules);
  }

  /**
   * Takes the tables of a network out of what was read.
   *
   * @param read by dotted key, see {@link TomlText}; modified
   * @return empty if there are none
   */
  static Optional<NetworkTables> take(String origin, Map<String, Object> read) {
    if (Stream.of(POPULATIONS, PROJECTIONS, MODULES).noneMatch(read::containsKey)) {
      return Optional.empty();
    }
    List<NetworkSection> populations =
        sections(origin, POPULATIONS, read, NetworkSettings.POPULATION);
    List<NetworkSection> projections =
        sections(origin, PROJECTIONS, read, NetworkSettings.PROJECTION);
    List<NetworkSection> modules = sections(origin, MODULES, read, NetworkSettings.MODULE);
    if (populations.isEmpty()) {
      throw new BadInputException(
          "Network in %s has no table [populations.NAME], expected one for each population."
              .formatted(origin));
    }
    return Optional.of(new NetworkTables(origin, populations, projections, modules));
  }

  private static List<NetworkSection> sections(
      String origin, String kind, Map<String, Object> read, List<Setting<?>> known) {
    Object all = read.getOrDefault(kind, Map.of());
    if (!(all instanceof Map<?, ?> tables) || tables.size() > MOST) {
      throw new BadInputException(
          "Setting %s in %s (%s) must be at most %d tables, such as [%s.hidden]."
              .formatted(kind, origin, TomlText.shown(all), MOST, kind));
    }
    List<NetworkSection> sections = new ArrayList<>();
    tables.forEach(
        (name, table) -> sections.add(NetworkSection.read(origin, kind, name, table, known)));
    read.keySet().removeAll(keys(kind, tables));
    return sections;
  }

  /** The keys under which a table and all that is in it were read. */
  private static Set<String> keys(String prefix, Map<?, ?> table) {
    Set<String> keys = new HashSet<>(Set.of(prefix));
    table.forEach(
        (name, value) -> {
          String key = prefix + "." + name;
          keys.add(key);
          if (value instanceof Map<?, ?> inner) {
            keys.addAll(keys(key, inner));
          }
        });
    return keys;
  }

  /** As TOML; reading it back gives an equal network. */
  String toToml() {
    return Stream.of(populations, projections, modules)
        .flatMap(List::stream)
        .map(NetworkSection::toToml)
        .collect(Collectors.joining());
  }
}
