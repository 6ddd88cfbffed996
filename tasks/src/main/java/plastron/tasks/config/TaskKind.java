package plastron.tasks.config;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import plastron.tasks.design.TaskDesign;

/**
 * A kind of task that can be trained: its settings, and what follows from them. Found by the
 * service loader: a kind is a class with a public constructor without arguments, a line in {@code
 * META-INF/services/plastron.tasks.config.TaskKind} and a preset {@code /presets/NAME.toml} with a
 * value for each of its own settings. Training, evaluation, plots and checkpoints know no kind by
 * name.
 */
public interface TaskKind {

  /** What the command line and files call it, in small letters and hyphens. */
  String name();

  /** What people call it, with a capital letter. */
  String title();

  /** What is to be learned, one sentence. */
  String description();

  /**
   * Its settings beside those that all tasks share, in the order in which files list them. Those
   * without a table are choices: what a run is about, each an option of {@code train}. Those in the
   * table {@code task} decide the trials; the longer or larger a whole number makes them, the more
   * memory they may take. Further tables are {@code model} and, of {@link
   * TrainingSettings#OPTIONAL}, {@code training}.
   */
  List<Setting<?>> settings();

  /**
   * Presets from the most general on, as far as they exist; {@code defaults} comes before them.
   *
   * @param chosen value of a choice
   */
  default List<String> presets(Function<Setting.Choice, String> chosen) {
    return List.of(name());
  }

  /** The choices that reports name. */
  default List<Setting.Choice> reported() {
    return Settings.of(this).choices();
  }

  /** What distinguishes a run from others of its kind, in a few words; may be empty. */
  default String caption(Configuration config) {
    return reported().stream().map(config::get).collect(Collectors.joining(", "));
  }

  /**
   * Task and network.
   *
   * @param config of this kind
   * @throws plastron.tasks.cli.BadInputException if settings do not go together
   */
  TaskDesign<?> design(Configuration config);
}
