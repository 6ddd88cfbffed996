package plastron.tasks.plot;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plastron.core.random.Seeds;
import plastron.export.file.WholeFile;
import plastron.export.file.WholeFolder;
import plastron.plasticity.run.PlasticRunner;
import plastron.slayer.objective.Responder;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.cli.Subcommand;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.RunSettings;
import plastron.tasks.design.Probe;
import plastron.tasks.design.Streams;
import plastron.tasks.design.TaskDesign;
import plastron.tasks.measure.RunnerInTrial;
import plastron.tasks.run.MetricsTable;
import plastron.tasks.run.RunFailure;
import plastron.tasks.trained.TrainedArgument;
import plastron.tasks.trained.TrainedNetwork;

/** Draws a run, or a model. */
@Command(
    name = "plot",
    mixinStandardHelpOptions = true,
    description = {
      "Draws the learning curve of a run and what its network does in a few trials of its task;",
      "of a model file, which has no such curve, what it does in trials of --task."
    })
public final class PlotCommand implements Subcommand {

  @Spec private CommandSpec spec;

  @Mixin private TrainedArgument argument;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to make.")
  private Path out;

  @Override
  public Integer call() {
    if (WholeFile.exists(out)) {
      throw new BadInputException(
          "Output folder (%s) exists, expected a new name.".formatted(out),
          "Maybe choose another name or remove it first.");
    }
    try {
      Map<String, byte[]> pictures = pictures(argument.open());
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

  private static Map<String, byte[]> pictures(TrainedNetwork network) throws IOException {
    network.require((config, heap) -> network.bytes(heap));
    Map<String, byte[]> pictures = new LinkedHashMap<>();
    Configuration config = network.config();
    TaskDesign<?> design = network.design();
    TrainedNetwork.OfRun run = network.run().orElse(null);
    if (run != null && run.iterations() > 0) {
      MetricsTable metrics =
          MetricsTable.read(
              run.folder().metrics(), design.task().objective().measures(), run.iterations());
      pictures.put("learning-curve.png", LearningCurve.png(config, design, metrics));
    }
    long seed = config.get(RunSettings.SEED);
    for (Probe probe :
        design.probes(() -> Seeds.generator(seed, Streams.PROBE, 0), () -> atRest(network))) {
      String title = "%s, %s".formatted(title(network), probe.caption());
      pictures.put(
          "trial-" + probe.name() + ".png",
          TrialPicture.png(title, network.model(), probe, design.groups()));
    }
    return pictures;
  }

  private static Responder atRest(TrainedNetwork network) {
    return new RunnerInTrial(network.model().graph(), PlasticRunner.of(network.model()));
  }

  private static String title(TrainedNetwork network) {
    Configuration config = network.config();
    String rule =
        config.has(RunSettings.RULE) ? config.get(RunSettings.RULE) : config.task().title();
    return network
        .run()
        .map(run -> "%s after %d iterations".formatted(rule, run.iterations()))
        .orElse(network.model().name());
  }
}
