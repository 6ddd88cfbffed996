package plastron.tasks.quickstart;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.cli.Subcommand;
import plastron.tasks.config.ConfigLayer;
import plastron.tasks.config.RunSettings;
import plastron.tasks.config.TaskKinds;
import plastron.tasks.export.Counts;
import plastron.tasks.train.ThreadsOption;

/** Trains a learned rule and a network without one, puts the rule on two chips and compares all. */
@Command(
    name = "quickstart",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "The whole way in a few minutes: trains a network with a plasticity rule and one with fixed"
            + " weights, compiles the first for two chips, and measures all on the same fresh"
            + " trials. The same command once more goes on with what was interrupted.")
public final class QuickstartCommand implements Subcommand {

  @Spec private CommandSpec spec;

  @Option(names = "--seed", paramLabel = "N", description = "Decides every random number (preset).")
  private @Nullable Long seed;

  @Mixin private ThreadsOption threads;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder to make (plastron-quickstart-1 or the next number that is free).")
  private @Nullable Path out;

  @Option(
      names = "--episodes",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Fresh trials for every row of the table (${DEFAULT-VALUE}).")
  private int episodes;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Changes a setting of the preset; may be repeated.")
  private List<String> assignments = new ArrayList<>();

  @Override
  public Integer call() {
    PrintWriter writer = spec.commandLine().getOut();
    int count = threads.count(spec.commandLine());
    Counts.requirePositive("--episodes", episodes);
    List<ConfigLayer> layers = new ArrayList<>();
    layers.add(ConfigLayer.ofPreset(TaskKinds.implied(), "quickstart").orElseThrow());
    layers.add(ConfigLayer.ofAssignments(assignments));
    if (seed != null) {
      layers.add(ConfigLayer.of("--seed", RunSettings.SEED, seed));
    }
    new Quickstart(layers, out, episodes, count, writer).run();
    return ExitCode.OK;
  }
}
