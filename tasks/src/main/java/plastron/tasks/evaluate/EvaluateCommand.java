package plastron.tasks.evaluate;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plastron.plasticity.model.PlasticModel;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.cli.Subcommand;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.RunSettings;
import plastron.tasks.design.Streams;
import plastron.tasks.measure.EpisodeRunners;
import plastron.tasks.measure.Measured;
import plastron.tasks.measure.Measurement;
import plastron.tasks.measure.Trials;
import plastron.tasks.memory.HeapCheck;
import plastron.tasks.memory.RunMemory;
import plastron.tasks.model.TrainingSetup;
import plastron.tasks.progress.Bar;
import plastron.tasks.run.Checkpoint;
import plastron.tasks.run.RunFailure;
import plastron.tasks.run.RunFolder;

/** Measures a run on fresh trials. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Measures how well a trained network does on trials it never saw.")
public final class EvaluateCommand implements Subcommand {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "Folder of a run; it need not be finished.")
  private Path run;

  @Option(
      names = "--episodes",
      paramLabel = "N",
      defaultValue = "500",
      description = "Number of trials (${DEFAULT-VALUE}).")
  private int episodes;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the trials (the run's); never those of the training.")
  private @Nullable Long seed;

  @Option(names = "--json", description = "Prints one JSON object instead of lines.")
  private boolean json;

  @Override
  public Integer call() {
    if (episodes < 1) {
      throw new BadInputException("Option --episodes (%d) must be at least 1.".formatted(episodes));
    }
    RunFolder folder = RunFolder.open(run);
    try {
      Configuration config = folder.configuration();
      HeapCheck.of(RunMemory::bytes).require(run, config);
      Checkpoint checkpoint = folder.checkpoint();
      TrainingSetup setup = TrainingSetup.of(config);
      PlasticModel model = folder.model(checkpoint, setup.plan());
      long chosen = seed == null ? config.get(RunSettings.SEED) : seed;
      Trials trials = new Trials(setup.design(), chosen, Streams.EVALUATION, episodes);
      Bar silent = new Bar(new PrintWriter(Writer.nullWriter()), "Trials", episodes);
      Measurement result = Measurement.of(trials, EpisodeRunners.of(model), 1, silent);
      print(setup, checkpoint, chosen, result);
      return ExitCode.OK;
    } catch (IOException e) {
      throw RunFailure.of(run, e);
    }
  }

  private void print(TrainingSetup setup, Checkpoint checkpoint, long chosen, Measurement result) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      long iterations = checkpoint.state().iteration();
      out.println(EvaluationJson.print(run, setup.config(), iterations, chosen, result));
      return;
    }
    out.printf(
        Locale.ROOT,
        "run          %s: %s, %d iterations%n",
        run,
        setup.config().task().caption(setup.config()),
        checkpoint.state().iteration());
    out.printf(Locale.ROOT, "trials       %d, seed %d%n", result.trials(), chosen);
    result.measured().forEach(measured -> out.println(line(measured)));
    out.printf(
        Locale.ROOT,
        "hidden rate  %.4f spikes per neuron and step; %.1f %% of the neurons spike in a trial%n",
        result.hiddenRate(),
        100 * result.activeShare());
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
