package plastron.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import plastron.core.check.Require;
import plastron.core.run.Input;
import plastron.export.artifact.ExportDirectory;
import plastron.export.fidelity.ComparedTrials;
import plastron.export.fidelity.Fidelity;
import plastron.export.fidelity.FidelityBounds;
import plastron.export.fidelity.FidelityReport;
import plastron.export.fidelity.Readout;
import plastron.export.format.OutputFormat;
import plastron.export.format.OutputFormats;
import plastron.export.image.ChipImage;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.export.profile.Emulator;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.run.PlasticRunner;

/**
 * A model that was compiled for a chip: what can be written, emulated and compared with the model.
 *
 * @param model what was compiled
 * @param chip the chip
 * @param image what the chip is loaded with, with all diagnostics
 */
public record Compilation(PlasticModel model, ChipProfile<?, ?> chip, ChipImage image) {

  public Compilation {
    Require.given("Compiled model", model);
    Require.given("Chip profile", chip);
    Require.oneOf(
        "Chip of the image", Require.given("Chip image", image).profile(), List.of(chip.name()));
  }

  /** {@link #of(PlasticModel, String, List, ExportOptions)} with nothing chosen. */
  public static Compilation of(PlasticModel model, String chip, List<Input> examples) {
    return of(model, chip, examples, ExportOptions.DEFAULT);
  }

  /**
   * Compiles a model for a chip on the class path.
   *
   * @param model what to compile, in the form that the chip runs ({@link ChipProfile#form})
   * @param chip its name, such as {@code loihi2}
   * @param examples calibration inputs, one an episode, at least one; with fewer than eight no
   *     error is stated
   * @param options what the user chooses
   * @throws IllegalArgumentException if there is no such chip
   * @throws plastron.export.diagnostic.ExportRefusedException if the chip cannot run the model
   */
  public static Compilation of(
      PlasticModel model, String chip, List<Input> examples, ExportOptions options) {
    return of(
        model, ChipProfiles.named(Require.given("Chip to compile for", chip)), examples, options);
  }

  /** Compiles a model for a chip. */
  public static Compilation of(
      PlasticModel model, ChipProfile<?, ?> chip, List<Input> examples, ExportOptions options) {
    return new Compilation(model, chip, ExportPipeline.to(chip).run(model, examples, options));
  }

  /**
   * Writes the image, the manifest and files in some formats; the folder is there completely or not
   * at all.
   *
   * @param folder must not exist
   * @param formats names of {@link OutputFormat}s; none means those that are the chip's defaults
   * @return names of all files
   * @throws IllegalArgumentException for a name that the chip has no format of
   * @throws java.nio.file.FileAlreadyExistsException if the folder exists
   */
  public List<String> write(Path folder, String... formats) throws IOException {
    List<OutputFormat> chosen =
        formats.length == 0
            ? OutputFormats.defaults(chip.name())
            : OutputFormats.named(List.of(formats), chip.name());
    return ExportDirectory.write(image, OutputFormats.write(image, chosen), folder);
  }

  /** The chip, learning, as the image says it is loaded. */
  public Emulator emulator() {
    return emulator(true, image.seed());
  }

  /**
   * The chip.
   *
   * @param learning whether the learning rules run; if not, plastic weights stay at their start
   * @param seed of everything random
   */
  public Emulator emulator(boolean learning, long seed) {
    return chip.emulator(image, learning, seed);
  }

  /**
   * Runs the float model and the chip on the same inputs and compares them.
   *
   * @param episodes inputs, at least one; every one starts from rest
   * @param readout the task's verdict on an episode; any thread may ask for it
   * @param bounds what has to be kept
   * @param threads at least 1; changes nothing but the time
   */
  public FidelityReport compare(
      List<Input> episodes, Readout readout, FidelityBounds bounds, int threads) {
    return compare(ComparedTrials.of(episodes, readout), bounds, threads);
  }

  /**
   * Takes the float model and the chip through the same trials and compares them.
   *
   * @param trials at least one; every one starts from rest
   * @param bounds what has to be kept
   * @param threads at least 1; changes nothing but the time
   */
  public FidelityReport compare(ComparedTrials trials, FidelityBounds bounds, int threads) {
    return Fidelity.compare(
        () -> PlasticRunner.of(model).withTraces(true),
        model.graph().clock().updateInterval(),
        this::emulator,
        chip,
        image,
        trials,
        bounds,
        threads);
  }
}
