package plastron.tasks.measure;

import java.util.function.Function;
import plastron.core.random.Seeds;
import plastron.core.run.Runner;
import plastron.export.image.ChipImage;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.Emulator;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.operation.OperationCounter;
import plastron.plasticity.run.PlasticRunner;
import plastron.tasks.cli.BadInputException;

/** Gives a runner at rest for each trial. One thread uses what {@link #worker} returns. */
@FunctionalInterface
public interface EpisodeRunners {

  /** Gives runners for one thread. */
  @FunctionalInterface
  interface Worker {

    /** A runner at rest for this trial; the one of the trial before may be handed out again. */
    Runner runner(int trial);
  }

  /** For one more thread. */
  Worker worker();

  /** The same runners, all of whose steps are counted. */
  default EpisodeRunners counted(OperationCounter counter) {
    return () -> {
      Worker worker = worker();
      return trial -> counter.counting(worker.runner(trial));
    };
  }

  /**
   * A float simulator of a model, at rest.
   *
   * @throws BadInputException if the weights at rest are no numbers of single precision
   */
  static PlasticRunner simulator(PlasticModel model) {
    return finite(model, PlasticRunner::of);
  }

  /**
   * A counter of what the simulators of a model do.
   *
   * @throws BadInputException as {@link #simulator} does
   */
  static OperationCounter counter(PlasticModel model) {
    return finite(model, OperationCounter::new);
  }

  private static <T> T finite(PlasticModel model, Function<PlasticModel, T> of) {
    try {
      return of.apply(model);
    } catch (ArithmeticException e) {
      throw new BadInputException(
          "Model %s cannot run: %s".formatted(model.name(), e.getMessage()),
          "Maybe its training diverged, or its file was changed.");
    }
  }

  /** Float simulators of a model, see {@link #simulator}. */
  static EpisodeRunners of(PlasticModel model) {
    return () -> {
      PlasticRunner runner = simulator(model);
      return trial -> {
        runner.reset();
        return runner;
      };
    };
  }

  /**
   * The emulator of a chip. What is random on the chip is seeded anew for every trial, so that
   * trials may run in any order.
   *
   * @param learning whether the learning rules run
   */
  static EpisodeRunners of(ChipProfile<?, ?> profile, ChipImage image, boolean learning) {
    return () -> {
      Emulator emulator = profile.emulator(image, learning, image.seed());
      return trial -> {
        emulator.reset(Seeds.then(image.seed(), trial));
        return emulator;
      };
    };
  }
}
