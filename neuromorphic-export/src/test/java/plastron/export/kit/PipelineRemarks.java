package plastron.export.kit;

import java.util.SplittableRandom;
import java.util.function.IntFunction;
import net.jqwik.api.Example;
import plastron.core.network.Delivery;
import plastron.core.spikes.SpikeRaster;
import plastron.export.predict.PredictedError;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.RateForm;
import plastron.plasticity.model.Clock;

/**
 * What the compiler says of models that it accepts on any chip, by codes of the chip's prefix, each
 * with a model of which it does not: part of {@link ChipProfileContract}.
 */
public interface PipelineRemarks {

  /** The profile. */
  ChipProfile<?, ?> profile();

  private EdgeModels accepted() {
    return new EdgeModels(profile());
  }

  /** Other spikes in every example. */
  private static IntFunction<SpikeRaster> drawn() {
    SplittableRandom random = new SplittableRandom(1);
    return neurons -> {
      SpikeRaster spikes = new SpikeRaster(160, neurons);
      for (int t = 0; t < spikes.steps(); t++) {
        for (int n = 0; n < neurons; n++) {
          if (random.nextInt(4) == 0) {
            spikes.set(t, n);
          }
        }
      }
      return spikes;
    };
  }

  /** As many examples as a statement takes, and one less. */
  @Example
  default void examplesThatSayTooLittle() {
    int fewest = PredictedError.FEWEST_EXAMPLES;
    CodeEdge.of(
        profile().codePrefix() + "-UNSTATED",
        accepted().said(accepted().plain(), fewest, drawn()),
        accepted().said(accepted().plain(), fewest - 1, drawn()));
  }

  /** Spikes in calibration, and none. */
  @Example
  default void silence() {
    CodeEdge.of(
        profile().codePrefix() + "-SILENT",
        accepted().said(accepted().plain(), 3, drawn()),
        accepted().said(accepted().plain(), 3, neurons -> new SpikeRaster(160, neurons)));
  }

  /** Weights that a spike takes as the chip has them, and as it has not. */
  @Example
  default void deliveries() {
    Delivery other =
        profile().form().delivery() == Delivery.ARRIVAL ? Delivery.TRACE : Delivery.ARRIVAL;
    CodeEdge.of(
        profile().codePrefix() + "-DELIVERY",
        accepted().said(accepted().plain(), 3, drawn()),
        accepted().said(accepted().with(p -> p.delivery(other)), 3, drawn()));
  }

  /** Rates that the chip makes, and those that it does not. */
  @Example
  default void estimators() {
    int interval = profile().form().updateInterval(8);
    for (RateForm form : RateForm.values()) {
      if (!profile().form().rates().contains(form)) {
        Clock clock = new Clock(interval, form.estimator(interval), 0.5);
        CodeEdge.of(
            profile().codePrefix() + "-RATES",
            accepted().said(accepted().plain(), 3, drawn()),
            accepted().said(accepted().and(m -> m.clock(clock)), 3, drawn()));
      }
    }
  }
}
