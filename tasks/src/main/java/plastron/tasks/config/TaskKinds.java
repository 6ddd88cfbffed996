package plastron.tasks.config;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import plastron.tasks.cli.BadInputException;

/** The kinds of tasks that the service loader finds. */
public final class TaskKinds {

  /** The kind of files that are older than the setting which names it. */
  public static final String IMPLIED = "cue-association";

  private static final List<TaskKind> ALL =
      ServiceLoader.load(TaskKind.class).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparing(TaskKind::name))
          .toList();

  private TaskKinds() {}

  /** All of them, by name. */
  public static List<TaskKind> all() {
    return ALL;
  }

  /** Their names. */
  public static List<String> names() {
    return ALL.stream().map(TaskKind::name).toList();
  }

  /** The kind of files that do not name one. */
  public static TaskKind implied() {
    return named(IMPLIED, "this build");
  }

  /**
   * The kind of this name.
   *
   * @param origin where the name stands, for the error
   * @throws BadInputException naming the nearest if there is none
   */
  public static TaskKind named(String name, String origin) {
    return ALL.stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                NearestName.refusal(
                    "Setting %s in %s".formatted(Settings.KIND, origin), name, names()));
  }
}
