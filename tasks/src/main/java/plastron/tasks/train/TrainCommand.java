package plastron.tasks.train;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import plastron.tasks.cli.Subcommand;
import plastron.tasks.cli.VectorModule;
import plastron.tasks.config.TaskKinds;
import plastron.tasks.run.RunFolder;

/** Trains: a new run by naming a task, or a run that was stopped. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "[TASK]",
    description = "Trains a network and its plasticity rule.",
    commandListHeading = "%nTasks:%n")
public final class TrainCommand implements Subcommand {

  @Spec private CommandSpec spec;

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description = "Goes on with a run that was stopped, with the same result bit for bit.")
  private @Nullable Path run;

  @Mixin private ThreadsOption threads;

  /** Told of itself by picocli, the command gets a subcommand for every task. */
  @Spec
  void addTasks(CommandSpec own) {
    TaskKinds.all().forEach(task -> own.addSubcommand(task.name(), TrainTaskCommand.of(task)));
  }

  @Override
  public Integer call() {
    if (run == null) {
      throw new ParameterException(
          spec.commandLine(), "Missing what to train: a task such as cue-association, or --resume");
    }
    int count = threads.count(spec.commandLine());
    RunFolder.open(run);
    VectorModule.require();
    return new TrainingJob(count, spec.commandLine().getOut()).resume(run);
  }
}
