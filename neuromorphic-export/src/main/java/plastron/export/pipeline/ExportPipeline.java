package plastron.export.pipeline;

import java.util.List;
import java.util.function.Function;
import plastron.core.check.Require;
import plastron.core.run.Input;
import plastron.core.run.Runner;
import plastron.export.calibration.Calibrator;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.image.ChipImage;
import plastron.export.mapping.Partition;
import plastron.export.mapping.Place;
import plastron.export.predict.StatedError;
import plastron.export.profile.ChipProfile;
import plastron.export.stage.CalibratedModel;
import plastron.export.stage.ExportOptions;
import plastron.export.stage.LegalModel;
import plastron.export.stage.MappedModel;
import plastron.export.stage.PartitionedModel;
import plastron.export.stage.PlacedModel;
import plastron.export.stage.QuantizedModel;
import plastron.export.stage.ScaledModel;
import plastron.export.stage.ValidModel;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.run.PlasticRunner;

/**
 * The compiler: a plastic model becomes a chip image. No state; any thread may use it.
 *
 * @param <R> what the profile makes of a rule
 * @param <P> what the profile makes of a layer
 */
public final class ExportPipeline<R, P> {

  /** Weights, alpha and one parameter more at every synapse. */
  private static final int PLASTIC_ARRAYS = 3;

  private final ChipProfile<R, P> profile;
  private final Function<PlasticModel, Runner> simulator;

  private ExportPipeline(ChipProfile<R, P> profile, Function<PlasticModel, Runner> simulator) {
    this.profile = Require.given("Chip profile", profile);
    this.simulator = Require.given("Simulator", simulator);
  }

  /** A compiler for one chip that calibrates with {@link PlasticRunner}. */
  public static <R, P> ExportPipeline<R, P> to(ChipProfile<R, P> profile) {
    return to(profile, PlasticRunner::of);
  }

  /**
   * A compiler for one chip.
   *
   * @param profile the chip
   * @param simulator makes the float simulator of a model, for calibration
   */
  public static <R, P> ExportPipeline<R, P> to(
      ChipProfile<R, P> profile, Function<PlasticModel, Runner> simulator) {
    return new ExportPipeline<>(profile, simulator);
  }

  /**
   * A model in the chip's network form, the numbers still the model's: what {@link #run} compiles.
   *
   * @throws plastron.export.diagnostic.ExportRefusedException if the chip has no such form
   */
  public ValidModel form(PlasticModel model, ExportOptions options) {
    Require.given("Model to compile", model);
    Require.given("Export options", options);
    return ValidateModel.validate(model, profile, options, new Diagnostics());
  }

  /**
   * About how many bytes compiling takes at the same time, besides the model and its examples: what
   * measures ranges, then the reals and integers of all arrays, beside which errors are predicted.
   *
   * @param steps of the longest example
   */
  public static double bytes(PlasticGraph graph, int steps) {
    double arrays = 0;
    double weights = 0;
    for (PlasticProjection projection : graph.projections()) {
      double synapses = (double) graph.pre(projection) * graph.population(projection.to()).size();
      weights += synapses * Float.BYTES;
      arrays += synapses * (projection.rule().isPlastic() ? PLASTIC_ARRAYS : 1);
    }
    // The float network holds its weights twice, for itself and for its synapses.
    double measured = PlasticRunner.bytes(graph) + 2 * weights + Calibrator.bytes(graph);
    double reals = Double.BYTES * arrays;
    double integers = Integer.BYTES * arrays;
    // Beside the reals of an array scales are chosen from as many sorted ones.
    double scaled = Math.max(2 * reals, reals + integers);
    return Math.max(measured, Math.max(scaled, reals + integers + predicted(graph, steps)));
  }

  /** The courses of alpha.E in an episode, of the model and of the chip, and two of every rule. */
  private static double predicted(PlasticGraph graph, int steps) {
    if (graph.projections().stream().noneMatch(p -> p.rule().isPlastic())) {
      return 0;
    }
    double course = PlasticRunner.traceBytes(graph, steps / graph.clock().updateInterval());
    return PlasticRunner.bytes(graph) + 2 * course + 2 * Calibrator.bytes(graph);
  }

  /**
   * The scales that {@link #run} chooses for a model, before anything is rounded to them.
   *
   * @param model what to compile; not modified
   * @param examples calibration inputs as for {@link #run}
   * @param options what the user chooses
   * @throws plastron.export.diagnostic.ExportRefusedException if the chip has none for it
   */
  public ScaledModel<P> scales(PlasticModel model, List<Input> examples, ExportOptions options) {
    return scale(model, examples, options, new PassTimes(), new Diagnostics());
  }

  private ScaledModel<P> scale(
      PlasticModel model,
      List<Input> examples,
      ExportOptions options,
      PassTimes times,
      Diagnostics diagnostics) {
    Require.given("Model to compile", model);
    Require.all("Calibration inputs", examples);
    Require.given("Export options", options);
    String prefix = profile.codePrefix();
    ValidModel valid =
        times.of("validate", () -> ValidateModel.validate(model, profile, options, diagnostics));
    LegalModel<R> legal =
        times.of("legalize", () -> LegalizeRules.legalize(valid, profile, diagnostics));
    CalibratedModel<R> calibrated =
        times.of(
            "calibrate",
            () -> CalibrateRanges.calibrate(legal, simulator, examples, prefix, diagnostics));
    return times.of(
        "scale", () -> ChooseScales.choose(model, calibrated, profile, examples, diagnostics));
  }

  /**
   * Compiles a model. Nothing is written: that is for {@link plastron.export.format.OutputFormat}s.
   *
   * @param model what to compile; not modified
   * @param examples calibration inputs, one an episode, at least one; spikes for all spike sources
   *     and the signals that rules read
   * @param options what the user chooses
   * @return the compiled network, with all diagnostics
   * @throws plastron.export.diagnostic.ExportRefusedException with every reason found by the first
   *     pass that found any
   */
  public ChipImage run(PlasticModel model, List<Input> examples, ExportOptions options) {
    return run(model, examples, options, new PassTimes());
  }

  /**
   * {@link #run(PlasticModel, List, ExportOptions)}, with a watch.
   *
   * @param times what all passes took is added to it
   */
  public ChipImage run(
      PlasticModel model, List<Input> examples, ExportOptions options, PassTimes times) {
    Diagnostics diagnostics = new Diagnostics();
    String prefix = profile.codePrefix();
    ScaledModel<P> scaled = scale(model, examples, options, times, diagnostics);
    QuantizedModel<P> quantized =
        times.of("quantize", () -> Quantize.quantize(scaled, prefix, diagnostics));
    List<StatedError> errors =
        times.of(
            "state errors",
            () -> StateErrors.state(model, quantized, profile, examples, diagnostics));
    PartitionedModel<P> partitioned =
        times.of("partition", () -> Partition.partition(quantized, profile, diagnostics));
    PlacedModel<P> placed = times.of("place", () -> Place.place(partitioned, profile, diagnostics));
    MappedModel mapped = times.of("lower", () -> profile.lower(placed, diagnostics));
    ChipImage image =
        times.of(
            "assemble", () -> AssembleImage.assemble(placed, mapped, errors, profile, diagnostics));
    return times.of("check ranges", () -> CheckRanges.check(image, profile, diagnostics));
  }
}
