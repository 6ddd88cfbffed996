package plastron.tasks.evaluate;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plastron.plasticity.operation.OperationCounter;
import plastron.plasticity.operation.Operations;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.cli.Subcommand;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.RunSettings;
import plastron.tasks.measure.EpisodeRunners;
import plastron.tasks.measure.Measured;
import plastron.tasks.measure.Measurement;
import plastron.tasks.progress.Bar;
import plastron.tasks.trained.TrainedArgument;
import plastron.tasks.trained.TrainedNetwork;

/** Measures a run, or a model, on fresh trials. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Measures how well a trained network does on trials it never saw.")
public final class EvaluateCommand implements Subcommand {

  @Spec private CommandSpec spec;

  @Mixin private TrainedArgument argument;

  @Option(
      names = "--episodes",
      paramLabel = "N",
      defaultValue = "500",
      description = "Number of trials (${DEFAULT-VALUE}).")
  private int episodes;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the trials (that of the run or task); never those of the training.")
  private @Nullable Long seed;

  @Option(names = "--json", description = "Prints one JSON object instead of lines.")
  private boolean json;

  @Override
  public Integer call() {
    if (episodes < 1) {
      throw new BadInputException("Option --episodes (%d) must be at least 1.".formatted(episodes));
    }
    TrainedNetwork network = argument.open();
    network.require((config, heap) -> network.bytes(heap));
    long chosen = seed == null ? network.config().get(RunSettings.SEED) : seed;
    Bar silent = new Bar(new PrintWriter(Writer.nullWriter()), "Trials", episodes);
    EpisodeRunners runners = EpisodeRunners.of(network.model());
    OperationCounter counter = EpisodeRunners.counter(network.model());
    Measurement measured =
        Measurement.of(network.evaluation(chosen, episodes), runners.counted(counter), 1, silent);
    print(network, chosen, measured, counter.mean(episodes));
    return ExitCode.OK;
  }

  private void print(
      TrainedNetwork network, long chosen, Measurement result, Operations operations) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(EvaluationJson.print(network, chosen, result, operations));
      return;
    }
    Configuration config = network.config();
    network
        .run()
        .ifPresentOrElse(
            run ->
                out.printf(
                    Locale.ROOT,
                    "run          %s: %s, %d iterations%n",
                    network.path(),
                    config.task().caption(config),
                    run.iterations()),
            () ->
                out.printf(
                    "model        %s: %s, on task %s%n",
                    network.path(), network.model().name(), config.task().name()));
    out.printf(Locale.ROOT, "trials       %d, seed %d%n", result.trials(), chosen);
    result.measured().forEach(measured -> out.println(line(measured)));
    out.printf(
        Locale.ROOT,
        "hidden rate  %.4f spikes per neuron and step; %.1f %% of the neurons spike in a trial%n",
        result.hiddenRate(),
        100 * result.activeShare());
    out.printf(
        Locale.ROOT,
        "operations   a trial: %.0f accumulates of %.0f if all neurons spiked in every step%s, %.0f"
            + " updates of synapses, %.0f of neurons%n",
        operations.accumulates(),
        operations.dense(),
        operations.modules().isEmpty()
            ? ""
            : String.format(Locale.ROOT, ", %.0f MACs", operations.multiplyAccumulates()),
        operations.synapseUpdates(),
        operations.neuronUpdates());
    out.printf(
        Locale.ROOT,
        "sparsity     activations %.4f, connections %.4f; parameters %d bytes%n",
        operations.activationSparsity(),
        operations.connectionSparsity(),
        operations.parameterBytes());
  }

  private static String line(Measured measured) {
    return String.format(
        Locale.ROOT,
        "%-12s %.4f, 95 %% interval %.4f to %.4f: %s",
        measured.name(),
        measured.mean(),
        measured.interval().low(),
        measured.interval().high(),
        measured.meaning());
  }
}
