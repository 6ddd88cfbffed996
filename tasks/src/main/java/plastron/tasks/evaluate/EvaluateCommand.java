package plastron.tasks.evaluate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plastron.plasticity.layered.LayeredModel;
import plastron.plasticity.run.PlasticRunner;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.cli.Subcommand;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.RunSettings;
import plastron.tasks.memory.HeapCheck;
import plastron.tasks.memory.RunMemory;
import plastron.tasks.model.TrainingSetup;
import plastron.tasks.run.Checkpoint;
import plastron.tasks.run.RunFailure;
import plastron.tasks.run.RunFolder;

/** Measures a run on fresh trials. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Measures how often a trained network is right on trials it never saw.")
public final class EvaluateCommand implements Subcommand {

  static final double CONFIDENCE = 0.95;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "Folder of a run; it need not be finished.")
  private Path run;

  @Option(
      names = "--episodes",
      paramLabel = "N",
      defaultValue = "500",
      description = "Number of trials (${DEFAULT-VALUE}).")
  private long episodes;

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
      LayeredModel model = folder.model(checkpoint, setup.plan());
      long chosen = seed == null ? setup.config().get(RunSettings.SEED) : seed;
      Evaluation result =
          Evaluation.of(
              PlasticRunner.of(model), model.model().graph(), setup.task(), setup.objective(), chosen, episodes);
      print(setup, checkpoint, chosen, result);
      return ExitCode.OK;
    } catch (IOException e) {
      throw RunFailure.of(run, e);
    }
  }

  private void print(TrainingSetup setup, Checkpoint checkpoint, long chosen, Evaluation result) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      long iterations = checkpoint.state().iteration();
      out.println(EvaluationJson.print(run, setup.config(), iterations, chosen, result));
      return;
    }
    out.printf(
        Locale.ROOT,
        "run          %s: %s, %s noise, %d iterations%n",
        run,
        setup.config().get(RunSettings.RULE),
        setup.config().get(RunSettings.NOISE),
        checkpoint.state().iteration());
    out.printf(Locale.ROOT, "trials       %d, seed %d%n", result.episodes(), chosen);
    accuracy(result, "accuracy", result.correct(), "always the busier output neuron");
    accuracy(result, "sampled", result.sampled(), "the action is drawn, as in training");
    accuracy(result, "ideal", result.ideal(), "Bayes' rule on the same spikes");
    accuracy(result, "counted", result.counted(), "more spikes before the decision");
    out.printf(
        Locale.ROOT,
        "hidden rate  %.4f spikes per neuron and step; %.1f %% of the neurons spike in a trial%n",
        result.hiddenRate(),
        100 * result.activeShare());
  }

  private void accuracy(Evaluation result, String name, long correct, String meaning) {
    WilsonInterval interval = WilsonInterval.of(correct, result.episodes(), CONFIDENCE);
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "%-12s %.4f, 95 %% interval %.4f to %.4f: %s%n",
            name,
            (double) correct / result.episodes(),
            interval.low(),
            interval.high(),
            meaning);
  }
}
