package plastron.tasks.trained;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import plastron.export.file.BrokenFileException;
import plastron.export.format.ModelImporters;
import plastron.export.profile.ChipProfile;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.run.PlasticRunner;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.RunSettings;
import plastron.tasks.design.Streams;
import plastron.tasks.design.TaskDesign;
import plastron.tasks.design.TaskNetwork;
import plastron.tasks.measure.Trials;
import plastron.tasks.memory.HeapCheck;
import plastron.tasks.memory.MemoryNeed;
import plastron.tasks.memory.RunMemory;
import plastron.tasks.model.InitialModel;
import plastron.tasks.model.RoundedModel;
import plastron.tasks.model.TerminalCheck;
import plastron.tasks.model.TrainingSetup;
import plastron.tasks.run.Checkpoint;
import plastron.tasks.run.RunFailure;
import plastron.tasks.run.RunFolder;

/**
 * A network and the task to try it on: what a training left behind, or the file of a model.
 *
 * @param path folder of the run, or file of the model
 * @param config settings of the task
 * @param design the task, with this network
 * @param model with all numbers
 * @param run what the training left; empty if a file is all there is
 */
public record TrainedNetwork(
    Path path,
    Configuration config,
    TaskDesign<?> design,
    PlasticModel model,
    Optional<OfRun> run) {

  /** What a model file has under this name in its provenance where it is tried otherwise. */
  private static final String TRAINED = "trained configuration";

  /**
   * What only a run has.
   *
   * @param folder of the run
   * @param iterations of training behind the model
   */
  public record OfRun(RunFolder folder, long iterations) {}

  /**
   * Reads a run: the model has the parameters of the newest checkpoint.
   *
   * @throws BadInputException if there is none or it is damaged
   */
  public static TrainedNetwork ofRun(Path path) {
    RunFolder folder = RunFolder.open(path);
    Configuration config = folder.configuration();
    HeapCheck.of(RunMemory::bytes).require(path, config);
    try {
      Checkpoint checkpoint = folder.checkpoint();
      TrainingSetup setup = TrainingSetup.of(config);
      PlasticModel model = folder.model(checkpoint, setup.plan());
      OfRun run = new OfRun(folder, checkpoint.state().iteration());
      return new TrainedNetwork(path, config, setup.design(), model, Optional.of(run));
    } catch (IOException e) {
      throw RunFailure.of(path, e);
    }
  }

  /**
   * Reads the file of a model.
   *
   * @param settings of the task to try it on
   * @throws BadInputException if there is none, it is damaged, or no network for the task
   */
  public static TrainedNetwork ofFile(Path path, Function<PlasticModel, Configuration> settings) {
    PlasticModel model = model(path);
    Configuration config = settings.apply(model);
    String subject = "Model (%s)".formatted(path);
    TaskDesign<?> design = config.task().design(config);
    new TerminalCheck(subject, config.task().name(), model.graph().populations())
        .require(design.terminals());
    return new TrainedNetwork(
        path, config, design.on(TaskNetwork.of(model)), under(config, model), Optional.empty());
  }

  /**
   * Reads the file of a model, of whatever kind.
   *
   * @throws BadInputException if there is none or it is damaged
   */
  public static PlasticModel model(Path path) {
    try {
      return ModelImporters.of(path).read(path);
    } catch (NoSuchFileException e) {
      throw new BadInputException(
          "Model (%s) does not exist, expected the file of a model.".formatted(path),
          "Maybe model.plastron in the folder of a finished run was meant.");
    } catch (BrokenFileException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw RunFailure.of(path, e);
    }
  }

  /** Exports hold the settings that their provenance names: those of these trials. */
  private static PlasticModel under(Configuration config, PlasticModel model) {
    String trained = model.provenance().get(InitialModel.CONFIGURATION);
    if (config.hash().equals(trained)) {
      return model;
    }
    Map<String, String> provenance = new LinkedHashMap<>(model.provenance());
    if (trained != null) {
      provenance.putIfAbsent(TRAINED, trained);
    }
    provenance.put(InitialModel.CONFIGURATION, config.hash());
    return new PlasticModel(model.name(), model.graph(), provenance);
  }

  /** What errors call it, such as {@code Run (path)}. */
  public String subject() {
    return "%s (%s)".formatted(run.isPresent() ? "Run" : "Model", path);
  }

  /**
   * About how many bytes it takes to open it and run it in one thread.
   *
   * @param heap bytes of Java's heap
   */
  public double bytes(long heap) {
    return run.isPresent()
        ? RunMemory.bytes(config, heap)
        : model.graph().bytes() + PlasticRunner.bytes(model.graph());
  }

  /**
   * Requires memory.
   *
   * @param need of what is about to be done with it
   * @throws BadInputException if Java's heap is too small for it
   */
  public void require(MemoryNeed need) {
    HeapCheck.of(need).require(subject(), config);
  }

  /** What training chose for exports to this chip, nothing if it had another in mind. */
  public Map<String, String> exportSettings(ChipProfile<?, ?> chip) {
    return config.has(RunSettings.HARDWARE) && config.get(RunSettings.HARDWARE).equals(chip.name())
        ? TrainingSetup.exportSettings(config)
        : Map.of();
  }

  /**
   * The model rounded as its training does it, on the scales of an export; empty if it was trained
   * in real numbers or for another chip.
   *
   * @param tapes how many of it run at a time, at least 1
   * @throws plastron.export.diagnostic.ExportRefusedException if the chip cannot run the model
   */
  public Optional<RoundedModel> rounded(
      ChipProfile<?, ?> chip, ExportOptions options, int calibrationTrials, int tapes) {
    return TrainingSetup.rounds(config) && config.get(RunSettings.HARDWARE).equals(chip.name())
        ? Optional.of(
            TrainingSetup.rounded(
                config, model, chip, options, calibration(calibrationTrials), tapes))
        : Optional.empty();
  }

  /** Fresh trials, apart from those of training and calibration. */
  public Trials evaluation(int count) {
    return evaluation(config.get(RunSettings.SEED), count);
  }

  /** Fresh trials with a seed of their own. */
  public Trials evaluation(long seed, int count) {
    return new Trials(design, seed, Streams.EVALUATION, count);
  }

  /** Trials to measure ranges on. */
  public Trials calibration(int count) {
    return new Trials(design, config.get(RunSettings.SEED), Streams.CALIBRATION, count);
  }
}
