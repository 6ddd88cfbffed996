package plastron.tasks.simulate;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plastron.core.circuit.CircuitPopulation;
import plastron.export.file.WholeFile;
import plastron.export.file.WholeFolder;
import plastron.tasks.circuit.CircuitFile;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.cli.Subcommand;
import plastron.tasks.cli.VectorModule;
import plastron.tasks.plot.PictureFormat;
import plastron.tasks.run.RunFailure;
import plastron.tasks.run.StopSignal;
import plastron.tasks.simulate.record.RecordFormat;
import plastron.tasks.simulate.record.RecordedKind;
import plastron.tasks.train.ThreadsOption;

/** Simulates a circuit. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Simulates a spiking network in physical units, which a TOML file describes, and shows rates"
          + " and variability of every population.",
      "The file's format and examples: docs/simulation.md, examples/circuits."
    })
public final class SimulateCommand implements Subcommand {

  /** With fewer, threads wait for each other longer than they work. */
  private static final int NEURONS_A_THREAD = 1000;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NET.toml", description = "The circuit.")
  private Path circuit;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      required = true,
      description = "Time of the network to simulate, such as 1s, 250ms or 2min.")
  private String duration;

  @Mixin private ThreadsOption threads;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides whatever is drawn (as the file says).")
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
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "csv",
      description = "Of records: csv or npz (${DEFAULT-VALUE}).")
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

  @Override
  public Integer call() {
    requireFolder();
    SimulationPlan plan = plan();
    VectorModule.require();
    PrintWriter writer = spec.commandLine().getOut();
    SimulationRun run = new SimulationRun(plan);
    try (StopSignal stop = new StopSignal()) {
      try {
        if (out == null) {
          run.run(stop, writer);
        } else {
          WholeFolder.create(out, partial -> run.run(partial, stop, writer));
        }
        writer.print(run.summary().toText());
      } catch (InterruptedIOException e) {
        writer.printf("Stopped at %s, nothing is kept.%n", BiologicalTime.shown(run.reachedMs()));
      }
      // After Ctrl-C the process ends as soon as the signal is closed.
      writer.flush();
    } catch (IOException e) {
      throw RunFailure.of(out == null ? Path.of("") : out, e);
    }
    return ExitCode.OK;
  }

  private void requireFolder() {
    if (out == null) {
      if (!records.isEmpty() || !plots.isEmpty()) {
        throw new BadInputException(
            "Options --record and --plot need a folder, expected --out DIR.");
      }
    } else if (WholeFile.exists(out)) {
      throw new BadInputException(
          "Output folder (%s) exists, expected a new name.".formatted(out),
          "Maybe choose another name or remove it first.");
    }
    if (neurons < 1 || neurons > 10_000) {
      throw new BadInputException(
          "Option --neurons (%d) must be from 1 to 10000.".formatted(neurons));
    }
  }

  private SimulationPlan plan() {
    int count = threads.count(spec.commandLine());
    Set<RecordedKind> recorded = NamedOption.all("--record", records, RecordedKind.values());
    Set<PlotKind> drawn = NamedOption.all("--plot", plots, PlotKind.values());
    CircuitFile file =
        CircuitFile.read(
            circuit, seed == null ? OptionalLong.empty() : OptionalLong.of(seed), count);
    long to = BiologicalTime.steps("--duration", duration, file.dtMs(), 1);
    long from = BiologicalTime.steps("--settle", settle, file.dtMs(), 0);
    if (from >= to) {
      throw new BadInputException(
          "Option --settle (%s) must be shorter than --duration (%s).".formatted(settle, duration));
    }
    long size = file.circuit().populations().stream().mapToLong(CircuitPopulation::size).sum();
    int useful = (int) Math.clamp(size / NEURONS_A_THREAD, 1, count);
    return new SimulationPlan(
        file,
        new StatisticsWindow(from, to, file.dtMs()),
        threads.count(spec.commandLine(), useful),
        recorded,
        NamedOption.one("--format", format, RecordFormat.values()),
        neurons,
        drawn,
        NamedOption.one("--picture", pictures, PictureFormat.values()));
  }
}
