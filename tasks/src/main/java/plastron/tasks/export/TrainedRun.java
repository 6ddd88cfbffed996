package plastron.tasks.export;

import java.io.IOException;
import java.nio.file.Path;
import plastron.plasticity.model.PlasticModel;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.RunSettings;
import plastron.tasks.design.Streams;
import plastron.tasks.measure.Trials;
import plastron.tasks.memory.HeapCheck;
import plastron.tasks.memory.RunMemory;
import plastron.tasks.model.TrainingSetup;
import plastron.tasks.run.RunFailure;
import plastron.tasks.run.RunFolder;

/**
 * What a training left behind.
 *
 * @param path folder of the run
 * @param setup configuration and task
 * @param model with the parameters of the newest checkpoint
 */
public record TrainedRun(Path path, TrainingSetup setup, PlasticModel model) {

  /**
   * Reads a run.
   *
   * @throws BadInputException if there is none or it is damaged
   */
  public static TrainedRun open(Path path) {
    RunFolder folder = RunFolder.open(path);
    Configuration config = folder.configuration();
    HeapCheck.of(RunMemory::bytes).require(path, config);
    TrainingSetup setup = TrainingSetup.of(config);
    try {
      return new TrainedRun(path, setup, folder.model(folder.checkpoint(), setup.plan()));
    } catch (IOException e) {
      throw RunFailure.of(path, e);
    }
  }

  /** Fresh trials, apart from those of training and calibration. */
  public Trials evaluation(int count) {
    return evaluation(setup.config(), count);
  }

  /** Fresh trials of a configuration's task; equal configurations give equal trials. */
  static Trials evaluation(Configuration config, int count) {
    return trials(config, Streams.EVALUATION, count);
  }

  /** Trials to measure ranges on. */
  Trials calibration(int count) {
    return trials(setup.config(), Streams.CALIBRATION, count);
  }

  private static Trials trials(Configuration config, long stream, int count) {
    return new Trials(config.design(), config.get(RunSettings.SEED), stream, count);
  }
}
