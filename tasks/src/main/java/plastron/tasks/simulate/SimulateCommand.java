package plastron.tasks.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plastron.export.file.WholeFile;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.cli.ShellLine;
import plastron.tasks.cli.Subcommand;
import plastron.tasks.run.RunFailure;
import plastron.tasks.train.ThreadsOption;
import plastron.tasks.trained.TaskOptions;

/** Simulates a network. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Simulates a spiking network, in physical units, which a TOML file describes, a model with"
          + " fixed weights (such as NET.nir) or one that was trained, and shows rates and"
          + " variability of every population.",
      "The file's format and examples: docs/simulation.md, examples/circuits."
    })
public final class SimulateCommand implements Subcommand {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "NET.toml|RUN|MODEL",
      arity = "0..1",
      description =
          "The circuit; or the file of a model, with --input: spikes from files; or a run of"
              + " training, or a model with --task: the trained network in fresh trials of its"
              + " task, one behind the other.")
  private @Nullable Path network;

  @Mixin private TaskOptions task;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      split = ",",
      description =
          "Spikes of the source of a model, columns neuron and time_ms; NAME=FILE where there are"
              + " several.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description = "Time of the network to simulate, such as 1s, 250ms or 2min.")
  private @Nullable String duration;

  @Mixin private ThreadsOption threads;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides whatever is drawn (as the file or the run says).")
  private @Nullable Long seed;

  @Option(
      names = "--settle",
      paramLabel = "TIME",
      defaultValue = "0s",
      description = "Time at the start that statistics and pictures leave out (${DEFAULT-VALUE}).")
  private String settle;

  @Option(names = "--out", paramLabel = "DIR", description = "Folder to make.")
  private @Nullable Path out;

  @Option(
      names = "--record",
      paramLabel = "WHAT",
      split = ",",
      description =
          "What to write into it: spikes, potentials, rates, weights; several with commas.")
  private List<String> records = new ArrayList<>();

  @Option(
      names = "--neurons",
      paramLabel = "N",
      defaultValue = "10",
      description = "Neurons of each population whose potentials are recorded (${DEFAULT-VALUE}).")
  private int neurons;

  @Option(
      names = "--weights-every",
      paramLabel = "TIME",
      description = "Time of the network between records of weights (only at the end).")
  private @Nullable String weightsEvery;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "csv",
      description = "Of records: csv, npz or nirdata (${DEFAULT-VALUE}).")
  private String format;

  @Option(
      names = "--plot",
      paramLabel = "WHAT",
      split = ",",
      description = "What to draw: raster, rate, histogram; several with commas.")
  private List<String> plots = new ArrayList<>();

  @Option(
      names = "--picture",
      paramLabel = "FORMAT",
      defaultValue = "png",
      description = "Of pictures: png or svg (${DEFAULT-VALUE}).")
  private String pictures;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "TIME",
      description = "Time of the network between checkpoints, from which --resume goes on (none).")
  private @Nullable String checkpointEvery;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description = "Goes on with a simulation that was interrupted, and with nothing else said.")
  private @Nullable Path resume;

  @Override
  public Integer call() {
    SimulationJob job = new SimulationJob(spec.commandLine().getOut());
    try {
      if (resume != null) {
        requireAlone(resume);
        job.resume(resume);
      } else if (out != null) {
        requireAbsent(out);
        job.start(options(), out);
      } else {
        requireNothingToKeep();
        job.start(options());
      }
    } catch (IOException e) {
      throw RunFailure.of(resume != null ? resume : out != null ? out : Path.of("."), e);
    }
    return ExitCode.OK;
  }

  private SimulationOptions options() {
    if (network == null || duration == null) {
      throw new BadInputException(
          "%s is missing, expected the network and --duration, or --resume DIR."
              .formatted(network == null ? "NET.toml" : "Option --duration"),
          "Maybe "
              + ShellLine.of(
                  "simulate", network == null ? "NET.toml" : network, "--duration", "1s"));
    }
    return new SimulationOptions(
        network,
        task.words(),
        inputs,
        duration,
        settle,
        seed,
        threads.wanted(spec.commandLine()),
        records,
        format,
        neurons,
        plots,
        pictures,
        weightsEvery,
        checkpointEvery);
  }

  private void requireAlone(Path folder) {
    if (spec.commandLine().getParseResult().matchedArgs().size() > 1) {
      throw new BadInputException(
          "Option --resume (%s) must stand alone, since all else is as it was.".formatted(folder));
    }
  }

  private static void requireAbsent(Path folder) {
    if (WholeFile.exists(folder)) {
      throw new BadInputException(
          "Output folder (%s) exists, expected a new name.".formatted(folder),
          SimulationFolder.isInterrupted(folder)
              ? "Maybe go on with it: " + new SimulationFolder(folder).goOn()
              : "Maybe choose another name or remove it first.");
    }
  }

  private void requireNothingToKeep() {
    if (!records.isEmpty() || !plots.isEmpty() || checkpointEvery != null) {
      throw new BadInputException(
          "Options --record, --plot and --checkpoint-every need a folder, expected --out DIR.");
    }
  }
}
