package plastron.export.pipeline;

import java.util.List;
import java.util.function.Function;
import plastron.core.check.Require;
import plastron.core.run.Input;
import plastron.core.run.Runner;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.image.ChipImage;
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
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.run.PlasticRunner;

/**
 * The compiler: a plastic model becomes a chip image. No state; any thread may use it.
 *
 * @param <R> what the profile makes of a rule
 * @param <P> what the profile makes of a layer
 */
public final class ExportPipeline<R, P> {

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
   * The scales that {@link #run} chooses for a model, before anything is rounded to them.
   *
   * @param model what to compile; not modified
   * @param examples calibration inputs as for {@link #run}
   * @param options what the user chooses
   * @throws plastron.export.diagnostic.ExportRefusedException if the chip has none for it
   */
  public ScaledModel<P> scales(PlasticModel model, List<Input> examples, ExportOptions options) {
    return scale(model, examples, options, new Diagnostics());
  }

  private ScaledModel<P> scale(
      PlasticModel model, List<Input> examples, ExportOptions options, Diagnostics diagnostics) {
    Require.given("Model to compile", model);
    Require.all("Calibration inputs", examples);
    Require.given("Export options", options);
    ValidModel valid = ValidateModel.validate(model, profile, options, diagnostics);
    LegalModel<R> legal = LegalizeRules.legalize(valid, profile, diagnostics);
    CalibratedModel<R> calibrated =
        CalibrateRanges.calibrate(legal, simulator, examples, profile.codePrefix(), diagnostics);
    return ChooseScales.choose(calibrated, profile, diagnostics);
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
    Diagnostics diagnostics = new Diagnostics();
    ScaledModel<P> scaled = scale(model, examples, options, diagnostics);
    QuantizedModel<P> quantized = Quantize.quantize(scaled, profile.codePrefix(), diagnostics);
    List<StatedError> errors = StateErrors.state(model, quantized, profile, examples, diagnostics);
    PartitionedModel<P> partitioned = Partition.partition(quantized, profile, diagnostics);
    PlacedModel<P> placed = Place.place(partitioned, profile, diagnostics);
    MappedModel mapped = profile.lower(placed, diagnostics);
    return AssembleImage.assemble(placed, mapped, errors, profile, diagnostics);
  }
}
