package plastron.tasks.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import plastron.tasks.bench.simulation.MeasuredSimulationCommand;
import plastron.tasks.bench.simulation.SimulationBenchCommand;
import plastron.tasks.cli.Subcommand;

/** Measures how fast this program is on this machine. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "WHAT",
    subcommands = {
      TrainingBenchCommand.class,
      MeasuredTrainingCommand.class,
      MappingBenchCommand.class,
      SimulationBenchCommand.class,
      MeasuredSimulationCommand.class
    },
    description = "Measures how fast this program is on this machine.",
    commandListHeading = "%nWhat:%n")
public final class BenchCommand implements Subcommand {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "Missing what to measure: training, mapping or simulation");
  }
}
