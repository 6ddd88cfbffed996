package plastron.export.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import plastron.core.run.ParallelEpisodes;
import plastron.core.run.Recording;
import plastron.core.run.Runner;
import plastron.core.spikes.SpikeRaster;
import plastron.export.image.ChipImage;
import plastron.export.profile.Counter;
import plastron.export.profile.Tally;

/** Runs a float model and a chip on the same inputs and measures the difference. */
public final class Fidelity {

  private Fidelity() {}

  /**
   * Compares.
   *
   * @param floatRunners give the model as it was trained, recording traces, for one more thread
   * @param updateInterval steps between updates of that model
   * @param chipRunners give the emulator of {@code image} for one more thread
   * @param counters what the chip's emulator counts
   * @param image what the chip is loaded with
   * @param episodes inputs, at least one; every one starts from rest
   * @param readout the task's verdict; any thread may ask for it
   * @param bounds what has to be kept
   * @param threads at least 1; changes nothing but the time
   */
  public static FidelityReport compare(
      Supplier<Runner> floatRunners,
      int updateInterval,
      Supplier<Runner> chipRunners,
      List<Counter> counters,
      ChipImage image,
      List<SpikeRaster> episodes,
      Readout readout,
      FidelityBounds bounds,
      int threads) {
    if (episodes.isEmpty()) {
      throw new IllegalArgumentException("Comparison (0 episodes) needs at least one.");
    }
    List<String> populations = new ArrayList<>(List.of("input"));
    image.layers().forEach(layer -> populations.add(layer.name()));
    List<EpisodeComparison> compared =
        ParallelEpisodes.run(
            episodes.size(),
            threads,
            () -> {
              Runner floatRunner = floatRunners.get();
              Runner chipRunner = chipRunners.get();
              return e -> {
                Recording expected = episode(floatRunner, episodes.get(e));
                Recording actual = episode(chipRunner, episodes.get(e));
                return new EpisodeComparison(
                    populations,
                    expected,
                    updateInterval,
                    actual,
                    image.updateInterval(),
                    readout.correct(expected.output(), e),
                    readout.correct(actual.output(), e));
              };
            });
    EpisodeComparison all = compared.getFirst();
    compared.stream().skip(1).forEach(all::add);
    return new FidelityReport(
        image.profile(),
        image.model(),
        all.accuracy(),
        all.spikes(),
        all.traces(),
        Tally.of(counters, all.counters()),
        image.layers(),
        image.diagnostics(),
        bounds);
  }

  private static Recording episode(Runner runner, SpikeRaster input) {
    runner.reset();
    return runner.run(input);
  }
}
