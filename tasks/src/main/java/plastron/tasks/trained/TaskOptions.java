package plastron.tasks.trained;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.model.PlasticModel;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.ConfigLayer;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.NearestName;
import plastron.tasks.config.Presets;
import plastron.tasks.config.RunSettings;
import plastron.tasks.config.Settings;
import plastron.tasks.config.TaskKind;
import plastron.tasks.config.TaskKinds;

/** Command-line options: the task to try a model on; a run has its own. */
public final class TaskOptions {

  private static final String ENDING = ".plastron";
  private static final List<String> ENDINGS = List.of(ENDING, ".nir");

  @Option(
      names = "--task",
      paramLabel = "TASK",
      description = "Task to try a model file on; a run has its own.")
  private @Nullable String task;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "TOML file with settings of --task.")
  private @Nullable Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A single setting of --task; may be repeated.")
  private List<String> assignments = new ArrayList<>();

  /** The options of some words, see {@link #words}. */
  public static TaskOptions of(List<String> words) {
    return CommandLine.populateCommand(new TaskOptions(), words.toArray(String[]::new));
  }

  /** The options as words of a command line that mean the same in every folder. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    if (task != null) {
      words.addAll(List.of("--task", task));
    }
    if (file != null) {
      words.addAll(List.of("--config", file.toAbsolutePath().normalize().toString()));
    }
    assignments.forEach(assignment -> words.addAll(List.of("--set", assignment)));
    return words;
  }

  /** Whether it is a run or a model, and not something that is neither. */
  public boolean isTrained(Path path) {
    return Files.isDirectory(path) || isModel(path);
  }

  /** Opens it; all of {@code --set} is about the task. */
  public TrainedNetwork open(Path path) {
    return open(path, assignment -> true);
  }

  /** Opens it where {@code --set} may be about something else as well, see {@link #others}. */
  public TrainedNetwork openWithOthers(Path path) {
    return isModel(path) ? open(path, a -> isOfTask(path, a)) : run(path);
  }

  /** Opens it for its model alone: the file of a model needs no task then. */
  public PlasticModel model(Path path) {
    boolean bare = task == null && file == null && assignments.isEmpty();
    return bare && !Files.isDirectory(path) ? TrainedNetwork.model(path) : open(path).model();
  }

  /** Those of {@code --set} that are no settings of {@code --task}. */
  public List<String> others(Path path) {
    return isModel(path)
        ? assignments.stream().filter(a -> !isOfTask(path, a)).toList()
        : assignments;
  }

  private TrainedNetwork open(Path path, Predicate<String> ofTask) {
    if (!isModel(path)) {
      if (!assignments.isEmpty()) {
        throw ofModel(path, "--set", assignments.getFirst());
      }
      return run(path);
    }
    TaskKind kind = kind(path);
    List<ConfigLayer> layers = new ArrayList<>();
    if (file != null) {
      layers.add(ConfigLayer.ofFile(kind, file));
    }
    layers.add(ConfigLayer.ofAssignments(kind, assignments.stream().filter(ofTask).toList()));
    return TrainedNetwork.ofFile(path, model -> configuration(kind, layers, model));
  }

  /** Where nothing says which rule's presets are meant, they are those of the model's. */
  private static Configuration configuration(
      TaskKind kind, List<ConfigLayer> given, PlasticModel model) {
    List<ConfigLayer> layers = new ArrayList<>(given);
    if (Settings.of(kind).choices().contains(RunSettings.RULE)
        && given.stream().allMatch(layer -> layer.get(RunSettings.RULE).isEmpty())) {
      String rule =
          model.graph().sites().stream()
              .map(site -> site.rule().name())
              .filter(Catalogue.names()::contains)
              .findFirst()
              .orElse("static");
      layers.addFirst(ConfigLayer.of(kind, "the model", RunSettings.RULE, rule));
    }
    return Presets.complete(layers);
  }

  private boolean isModel(Path path) {
    return !Files.isDirectory(path)
        && (task != null || ENDINGS.stream().anyMatch(path.toString()::endsWith));
  }

  private TrainedNetwork run(Path path) {
    if (task != null) {
      throw ofModel(path, "--task", task);
    }
    if (file != null) {
      throw ofModel(path, "--config", file.toString());
    }
    return TrainedNetwork.ofRun(path);
  }

  private static BadInputException ofModel(Path path, String option, String value) {
    return new BadInputException(
        "Option %s (%s) is for a model file, run (%s) has its own task and settings."
            .formatted(option, value, path),
        "Maybe leave it out, or name %s.".formatted(path.resolve("model" + ENDING)));
  }

  private TaskKind kind(Path path) {
    if (task == null) {
      throw new BadInputException(
          "Model (%s) has no task of its own, expected --task with one of %s."
              .formatted(path, String.join(", ", TaskKinds.names())),
          "Maybe --task %s".formatted(TaskKinds.IMPLIED));
    }
    return TaskKinds.all().stream()
        .filter(kind -> kind.name().equals(task))
        .findFirst()
        .orElseThrow(
            () -> NearestName.refusal("Option --task", String.valueOf(task), TaskKinds.names()));
  }

  private boolean isOfTask(Path path, String assignment) {
    int equals = assignment.indexOf('=');
    String key = equals < 0 ? assignment : assignment.substring(0, equals).strip();
    return Settings.of(kind(path)).all().stream().anyMatch(setting -> setting.key().equals(key));
  }
}
