package plastron.tasks.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.VectorModule;
import plastron.tasks.config.ConfigLayer;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.Presets;
import plastron.tasks.config.RunSettings;
import plastron.tasks.config.Setting;
import plastron.tasks.config.Settings;
import plastron.tasks.config.TaskKind;
import plastron.tasks.config.TrainingSettings;
import plastron.tasks.run.RunFolder;

/** Starts a run of one kind of task; each of the task's choices is an option. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
final class TrainTaskCommand implements Callable<Integer> {

  private final TaskKind task;

  @Spec private CommandSpec spec;

  @Option(names = "--config", paramLabel = "FILE", description = "TOML file with settings.")
  private @Nullable Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A single setting, such as training.batch=32; may be repeated.")
  private List<String> assignments = new ArrayList<>();

  @Option(
      names = "--network",
      paramLabel = "FILE",
      description = "TOML file with a network, in place of the one that settings describe.")
  private @Nullable Path network;

  @Option(names = "--seed", paramLabel = "N", description = "Decides every random number (preset).")
  private @Nullable Long seed;

  @Option(names = "--iterations", paramLabel = "N", description = "Iterations at most (preset).")
  private @Nullable Long iterations;

  @Mixin private ThreadsOption threads;

  @Option(names = "--out", paramLabel = "RUN", required = true, description = "Folder to make.")
  private Path out;

  private TrainTaskCommand(TaskKind task) {
    this.task = task;
  }

  /** The command that trains a task. */
  static CommandSpec of(TaskKind task) {
    CommandSpec spec = CommandSpec.forAnnotatedObject(new TrainTaskCommand(task));
    spec.name(task.name());
    spec.usageMessage()
        .description(
            task.description(),
            "Settings come from presets, which the options below choose, then --config, then"
                + " --set.");
    for (Setting.Choice choice : Settings.of(task).choices()) {
      spec.addOption(
          OptionSpec.builder("--" + choice.key())
              .type(String.class)
              .paramLabel(choice.key().toUpperCase(Locale.ROOT))
              .description(
                  "%s: %s."
                      .formatted(sentence(choice.meaning()), String.join(", ", choice.names())))
              .build());
    }
    return spec;
  }

  private static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  @Override
  public Integer call() {
    int count = threads.count(spec.commandLine());
    RunFolder.requireAbsent(out);
    if (isPipe(file) || isPipe(network)) {
      VectorModule.require(); // a pipe can be read once
    }
    Configuration config = configuration();
    VectorModule.require();
    return new TrainingJob(count, spec.commandLine().getOut()).start(out, config);
  }

  private static boolean isPipe(@Nullable Path path) {
    return path != null && Files.exists(path) && !Files.isRegularFile(path);
  }

  private Configuration configuration() {
    List<ConfigLayer> layers = new ArrayList<>();
    if (file != null) {
      layers.add(ConfigLayer.ofFile(task, file));
    }
    for (Setting.Choice choice : Settings.of(task).choices()) {
      choose(
          layers,
          choice,
          spec.commandLine().getParseResult().matchedOptionValue("--" + choice.key(), null));
    }
    if (network != null) {
      layers.add(ConfigLayer.ofNetwork(task, network));
    }
    layers.add(ConfigLayer.ofAssignments(task, assignments));
    if (seed != null) {
      layers.add(ConfigLayer.of(task, "--seed", RunSettings.SEED, seed));
    }
    if (iterations != null) {
      layers.add(ConfigLayer.of(task, "--iterations", TrainingSettings.ITERATIONS, iterations));
    }
    return Presets.complete(layers);
  }

  /**
   * A file made for one preset is full of that preset's numbers: changing only its name would lie.
   */
  private void choose(List<ConfigLayer> layers, Setting.Choice setting, @Nullable String value) {
    if (value == null) {
      return;
    }
    ConfigLayer chosen = ConfigLayer.of(task, "--" + setting.key(), setting, value);
    for (ConfigLayer layer : layers) {
      String before = layer.get(setting).orElse(value);
      if (!before.equals(value)) {
        throw new BadInputException(
            "Option --%s (%s) contradicts %s (%s)."
                .formatted(setting.key(), value, layer.origin(), before),
            "Maybe leave out one of them.");
      }
    }
    layers.add(chosen);
  }
}
