package plastron.tasks.plot;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plastron.core.random.Seeds;
import plastron.export.file.WholeFile;
import plastron.export.file.WholeFolder;
import plastron.plasticity.model.PlasticModel;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.cli.Subcommand;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.RunSettings;
import plastron.tasks.design.Probe;
import plastron.tasks.design.Streams;
import plastron.tasks.memory.HeapCheck;
import plastron.tasks.memory.RunMemory;
import plastron.tasks.model.TrainingSetup;
import plastron.tasks.run.Checkpoint;
import plastron.tasks.run.MetricsTable;
import plastron.tasks.run.RunFailure;
import plastron.tasks.run.RunFolder;

/** Draws a run. */
@Command(
    name = "plot",
    mixinStandardHelpOptions = true,
    description = {
      "Draws the learning curve of a run and what its network does in a few trials of its task."
    })
public final class PlotCommand implements Subcommand {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "Folder of a run; it need not be finished.")
  private Path run;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to make.")
  private Path out;

  @Override
  public Integer call() {
    RunFolder folder = RunFolder.open(run);
    if (WholeFile.exists(out)) {
      throw new BadInputException(
          "Output folder (%s) exists, expected a new name.".formatted(out),
          "Maybe choose another name or remove it first.");
    }
    try {
      Map<String, byte[]> pictures = pictures(folder);
      WholeFolder.create(out, partial -> write(pictures, partial));
      PrintWriter log = spec.commandLine().getOut();
      pictures.keySet().forEach(name -> log.println(out.resolve(name)));
    } catch (IOException e) {
      throw RunFailure.of(out, e);
    }
    return ExitCode.OK;
  }

  private static void write(Map<String, byte[]> pictures, Path folder) throws IOException {
    for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
      Files.write(folder.resolve(picture.getKey()), picture.getValue());
    }
  }

  private static Map<String, byte[]> pictures(RunFolder folder) throws IOException {
    Configuration config = folder.configuration();
    HeapCheck.of(RunMemory::bytes).require(folder.path(), config);
    Checkpoint checkpoint = folder.checkpoint();
    TrainingSetup setup = TrainingSetup.of(config);
    PlasticModel model = folder.model(checkpoint, setup.plan());
    Map<String, byte[]> pictures = new LinkedHashMap<>();
    long iterations = checkpoint.state().iteration();
    if (iterations > 0) {
      MetricsTable metrics = MetricsTable.read(folder.metrics(), setup.measures(), iterations);
      pictures.put("learning-curve.png", LearningCurve.png(setup, metrics));
    }
    long seed = config.get(RunSettings.SEED);
    for (Probe probe : setup.design().probes(() -> Seeds.generator(seed, Streams.PROBE, 0))) {
      String title = title(config, iterations, probe);
      pictures.put(
          "trial-" + probe.name() + ".png",
          TrialPicture.png(title, model, probe, setup.design().groups()));
    }
    return pictures;
  }

  private static String title(Configuration config, long iterations, Probe probe) {
    String network =
        config.has(RunSettings.RULE) ? config.get(RunSettings.RULE) : config.task().title();
    return "%s after %d iterations, %s".formatted(network, iterations, probe.caption());
  }
}
