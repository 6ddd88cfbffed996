package plastron.tasks.export;

import java.util.List;
import plastron.core.run.Input;
import plastron.core.run.ParallelEpisodes;
import plastron.core.spikes.SpikeRaster;
import plastron.export.Compilation;
import plastron.export.fidelity.ComparedTrials;
import plastron.export.fidelity.FidelityBounds;
import plastron.export.fidelity.FidelityReport;
import plastron.export.image.ChipImage;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.profile.ChipProfile;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.run.PlasticRunner;
import plastron.tasks.measure.EpisodeRunners;
import plastron.tasks.model.RoundedModel;
import plastron.tasks.trained.TrainedNetwork;

/**
 * A trained run, compiled for a chip.
 *
 * @param run what was compiled
 * @param compilation its model on the chip
 * @param options what the user chose
 * @param calibrationTrials trials that ranges were measured on
 */
public record CompiledRun(
    TrainedNetwork run, Compilation compilation, ExportOptions options, int calibrationTrials) {

  /** Trials that ranges are measured on unless the user says otherwise. */
  public static final int CALIBRATION_TRIALS = 64;

  /**
   * About how many bytes are taken where a run is compiled and compared.
   *
   * @param calibrationTrials trials to measure ranges on
   * @param threads that compare, each a float model and a chip
   * @param heap bytes of Java's heap
   */
  static double bytes(TrainedNetwork run, int calibrationTrials, int threads, long heap) {
    PlasticGraph model = run.model().graph();
    int steps = run.design().longestSteps();
    double recording = PlasticRunner.traceBytes(model, steps / model.clock().updateInterval());
    return run.bytes(heap)
        + (double) calibrationTrials * SpikeRaster.bytes(steps, model.sizes()[0])
        + Math.max(
            ExportPipeline.bytes(model, steps),
            2.0 * threads * (PlasticRunner.bytes(model) + recording));
  }

  /**
   * Compiles. Ranges are measured on what the float model is given; in a loop, on what it meets.
   *
   * @param calibrationTrials trials to measure ranges on, at least 1
   * @throws plastron.export.diagnostic.ExportRefusedException if the chip cannot run the model
   */
  public static CompiledRun of(
      TrainedNetwork run, ChipProfile<?, ?> profile, ExportOptions options, int calibrationTrials) {
    List<Input> examples =
        run.calibration(calibrationTrials).inputs(EpisodeRunners.of(run.model()));
    return new CompiledRun(
        run, Compilation.of(run.model(), profile, examples, options), options, calibrationTrials);
  }

  /** The chip. */
  public ChipProfile<?, ?> profile() {
    return compilation.chip();
  }

  /** What the chip is loaded with. */
  public ChipImage image() {
    return compilation.image();
  }

  /**
   * Takes the float model and the chip through the same fresh trials and compares them.
   *
   * @param episodes trials, at least 1
   * @param threads at least 1; changes nothing but the time
   */
  public FidelityReport compare(int episodes, FidelityBounds bounds, int threads) {
    return compilation.compare(run.evaluation(episodes).compared(), bounds, threads);
  }

  /**
   * {@link #compare}, and where training rounded what the model does as training rounds it: the
   * rest of the difference is what training does not see of the chip.
   */
  public FidelityReport compareRounded(int episodes, FidelityBounds bounds, int threads) {
    FidelityReport report = compare(episodes, bounds, threads);
    return run.rounded(profile(), options, calibrationTrials, threads)
        .map(rounded -> report.withRounded(solved(rounded, episodes, threads)))
        .orElse(report);
  }

  private int solved(RoundedModel model, int episodes, int threads) {
    ComparedTrials trials = run.evaluation(episodes).compared();
    List<Boolean> solved =
        ParallelEpisodes.run(
            episodes,
            threads,
            () -> {
              EpisodeRunners.Worker worker = model.runners(options.seed()).worker();
              return e -> trials.take(e, worker.runner(e)).solved();
            });
    return Math.toIntExact(solved.stream().filter(s -> s).count());
  }
}
