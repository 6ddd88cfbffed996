package plastron.loihi.profile;

import java.util.List;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.image.ChipImage;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.model.PlasticModel;

/** Images of random models. */
public final class CompiledModels {

  private static final List<SpikeRaster> EXAMPLES = DrawnModels.inputs(3, 160, 20, 1);

  private CompiledModels() {}

  /** An image of two layers with 20 inputs, 12 and 4 neurons. */
  public static ChipImage image(String chip, String rule) {
    return image(ChipProfiles.named(chip), DrawnModels.model(rule, 8, 0.05, 5, 20, 12, 4));
  }

  private static <R, P> ChipImage image(ChipProfile<R, P> chip, PlasticModel model) {
    return ExportPipeline.to(chip).run(model, Input.each(EXAMPLES), ExportOptions.DEFAULT);
  }
}
