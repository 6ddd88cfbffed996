package plastron.export.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import plastron.core.run.Input;
import plastron.core.run.ParallelEpisodes;
import plastron.core.run.Recording;
import plastron.core.run.Runner;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.image.ImagePopulation;
import plastron.export.operation.ChipOperations;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.Emulator;
import plastron.export.profile.Tally;
import plastron.export.trace.TraceError;

/** Takes a float model and a chip through the same trials and measures the difference. */
public final class Fidelity {

  /** With the same spikes on both sides, more episodes would change little. */
  private static final int MOST_DRIVEN = 64;

  private Fidelity() {}

  /**
   * Compares.
   *
   * @param floatRunners give the model as it was trained, recording traces, for one more thread
   * @param updateInterval steps between updates of that model
   * @param chipRunners give the emulator of {@code image} for one more thread
   * @param chip what counts and prices the emulator's work
   * @param image what the chip is loaded with
   * @param trials at least one; every one starts from rest
   * @param bounds what has to be kept
   * @param threads at least 1; changes nothing but the time
   */
  public static FidelityReport compare(
      Supplier<Runner> floatRunners,
      int updateInterval,
      Supplier<Emulator> chipRunners,
      ChipProfile<?, ?> chip,
      ChipImage image,
      ComparedTrials trials,
      FidelityBounds bounds,
      int threads) {
    EpisodeComparison all =
        compare(
            floatRunners,
            updateInterval,
            chipRunners,
            image.updateInterval(),
            image.populations().stream().map(ImagePopulation::name).toList(),
            image.layers().stream().map(ImageLayer::name).toList(),
            trials,
            threads);
    return new FidelityReport(
        image.profile(),
        image.model(),
        all.accuracy(),
        OptionalInt.empty(),
        all.spikes(),
        all.traces(),
        driven(all, image),
        Tally.of(chip.counters(), all.counters()),
        chip.ranges(image),
        chip.costs(image).map(costs -> ChipOperations.of(image, costs, all.activity())),
        image.layers(),
        image.diagnostics(),
        bounds);
  }

  /**
   * Takes two networks of the same shape through the same trials.
   *
   * @param floatRunners give the one that is held to be right, recording traces
   * @param updateInterval steps between its updates
   * @param chipRunners give the other one
   * @param chipInterval steps between updates of that
   * @param populations names
   * @param layers names, in the order of traces
   * @param trials at least one; every one starts from rest
   * @param threads at least 1; changes nothing but the time
   */
  public static EpisodeComparison compare(
      Supplier<? extends Runner> floatRunners,
      int updateInterval,
      Supplier<? extends Emulator> chipRunners,
      int chipInterval,
      List<String> populations,
      List<String> layers,
      ComparedTrials trials,
      int threads) {
    if (trials.count() < 1) {
      throw new IllegalArgumentException("Comparison (0 episodes) needs at least one.");
    }
    List<EpisodeComparison> compared =
        ParallelEpisodes.run(
            trials.count(),
            threads,
            () -> {
              Runner floatRunner = floatRunners.get();
              Emulator chipRunner = chipRunners.get();
              return e -> {
                floatRunner.reset();
                chipRunner.reset();
                ComparedTrials.Taken model = trials.take(e, floatRunner);
                ComparedTrials.Taken chip = trials.take(e, chipRunner);
                Input input = model.input();
                Recording expected = model.recording();
                // In a loop the two may have come to different places.
                Recording actual =
                    chip.input().equals(input) ? chip.recording() : episode(chipRunner, input);
                EpisodeComparison comparison =
                    new EpisodeComparison(
                        populations,
                        layers,
                        expected,
                        updateInterval,
                        actual,
                        chipInterval,
                        model.solved(),
                        chip.solved());
                if (e < MOST_DRIVEN) {
                  chipRunner.reset();
                  Recording driven = chipRunner.drive(expected.spikes(), input.signals());
                  comparison.drivenBy(expected, updateInterval, driven, chipInterval);
                }
                return comparison;
              };
            });
    EpisodeComparison all = compared.getFirst();
    compared.stream().skip(1).forEach(all::add);
    return all;
  }

  private static List<DrivenError> driven(EpisodeComparison all, ChipImage image) {
    List<DrivenError> errors = new ArrayList<>();
    for (int l = 0; l < image.layers().size(); l++) {
      ImageLayer layer = image.layers().get(l);
      if (!layer.reset().isEmpty()) {
        TraceError error = all.driven().get(l);
        errors.add(
            new DrivenError(
                layer.name(), error.fullScale(), error.rms(), image.error(layer.name())));
      }
    }
    return errors;
  }

  private static Recording episode(Runner runner, Input input) {
    runner.reset();
    return runner.run(input);
  }
}
