package plastron.tasks.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.cli.VectorModule;
import plastron.tasks.config.ConfigLayer;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.Presets;
import plastron.tasks.config.RunSettings;
import plastron.tasks.config.Setting;
import plastron.tasks.config.TrainingSettings;
import plastron.tasks.run.RunFolder;

/** Starts a run of the cue-association task. */
@Command(
    name = "cue-association",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Trains on noisy cue-association: which side had more cues?",
      "Settings come from presets for the rule, noise and hardware, then --config, then --set."
    })
public final class CueAssociationCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--rule", paramLabel = "RULE", description = "Plasticity rule, such as ndp-oja.")
  private @Nullable String rule;

  @Option(
      names = "--noise",
      paramLabel = "LEVEL",
      description = "Noise level: low (default) or high.")
  private @Nullable String noise;

  @Option(
      names = "--length",
      paramLabel = "LENGTH",
      description = "Length of the trials: full (default) or reduced.")
  private @Nullable String length;

  @Option(
      names = "--hardware",
      paramLabel = "CHIP",
      description = "Trains in the network form of this chip; none (default) for the paper's.")
  private @Nullable String hardware;

  @Option(names = "--config", paramLabel = "FILE", description = "TOML file with settings.")
  private @Nullable Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A single setting, such as training.batch=32; may be repeated.")
  private List<String> assignments = new ArrayList<>();

  @Option(names = "--seed", paramLabel = "N", description = "Decides every random number (1).")
  private @Nullable Long seed;

  @Option(names = "--iterations", paramLabel = "N", description = "Iterations at most (600).")
  private @Nullable Long iterations;

  @Mixin private ThreadsOption threads;

  @Option(names = "--out", paramLabel = "RUN", required = true, description = "Folder to make.")
  private Path out;

  @Override
  public Integer call() {
    int count = threads.count(spec.commandLine());
    RunFolder.requireAbsent(out);
    if (file != null && Files.exists(file) && !Files.isRegularFile(file)) {
      VectorModule.require(); // a pipe can be read once
    }
    Configuration config = configuration();
    VectorModule.require();
    return new TrainingJob(count, spec.commandLine().getOut()).start(out, config);
  }

  private Configuration configuration() {
    List<ConfigLayer> layers = new ArrayList<>();
    if (file != null) {
      layers.add(ConfigLayer.ofFile(file));
    }
    choose(layers, RunSettings.RULE, rule);
    choose(layers, RunSettings.NOISE, noise);
    choose(layers, RunSettings.LENGTH, length);
    choose(layers, RunSettings.HARDWARE, hardware);
    layers.add(ConfigLayer.ofAssignments(assignments));
    if (seed != null) {
      layers.add(ConfigLayer.of("--seed", RunSettings.SEED, seed));
    }
    if (iterations != null) {
      layers.add(ConfigLayer.of("--iterations", TrainingSettings.ITERATIONS, iterations));
    }
    return Presets.complete(layers);
  }

  /**
   * A file made for one preset is full of that preset's numbers: changing only its name would lie.
   */
  private void choose(List<ConfigLayer> layers, Setting.Choice setting, @Nullable String value) {
    if (value == null) {
      return;
    }
    ConfigLayer chosen = ConfigLayer.of("--" + setting.key(), setting, value);
    for (ConfigLayer layer : layers) {
      String before = layer.get(setting).orElse(value);
      if (!before.equals(value)) {
        throw new BadInputException(
            "Option --%s (%s) contradicts %s (%s)."
                .formatted(setting.key(), value, layer.origin(), before),
            "Maybe leave out one of them.");
      }
    }
    layers.add(chosen);
  }
}
