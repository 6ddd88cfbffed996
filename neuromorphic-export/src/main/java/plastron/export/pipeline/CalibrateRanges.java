package plastron.export.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import plastron.core.run.Runner;
import plastron.core.spikes.SpikeRaster;
import plastron.export.calibration.Calibration;
import plastron.export.calibration.Calibrator;
import plastron.export.stage.CalibratedLayer;
import plastron.export.stage.CalibratedModel;
import plastron.export.stage.LegalLayer;
import plastron.export.stage.LegalModel;
import plastron.plasticity.model.PlasticModel;

/**
 * Runs the float model in the chip's form on example inputs and hands every layer the ranges that
 * were seen.
 */
final class CalibrateRanges {

  private CalibrateRanges() {}

  static <R> CalibratedModel<R> calibrate(
      LegalModel<R> model, Function<PlasticModel, Runner> simulator, List<SpikeRaster> examples) {
    PlasticModel runnable = model.source().model();
    Calibration calibration =
        new Calibrator(runnable, simulator.apply(runnable)).calibrate(examples);
    List<CalibratedLayer<R>> layers = new ArrayList<>();
    for (int l = 0; l < model.layers().size(); l++) {
      LegalLayer<R> layer = model.layers().get(l);
      layers.add(
          new CalibratedLayer<>(
              layer.source(),
              layer.rule(),
              calibration.populations().get(l),
              calibration.populations().get(l + 1),
              calibration.layers().get(l)));
    }
    return new CalibratedModel<>(model.source().outline(), calibration, layers);
  }
}
