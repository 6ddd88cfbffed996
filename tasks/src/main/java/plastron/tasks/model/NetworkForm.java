package plastron.tasks.model;

import java.util.Locale;
import java.util.function.Function;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.export.profile.ChipProfiles;
import plastron.export.profile.HardwareForm;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.RateEstimator;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.ModelSettings;
import plastron.tasks.config.RunSettings;
import plastron.tasks.config.Setting;

/**
 * What all layers of a network have in common: the paper's form, or that of a chip.
 *
 * @param neuron kind of all neurons
 * @param kernel response kernel of all synapses
 * @param delivery which weight a spike is multiplied by
 * @param latency steps between a spike and its first effect
 * @param updateInterval steps per window
 * @param rates how rates are made
 * @param alphaAxis axis of the plasticity coefficient
 */
public record NetworkForm(
    Neuron neuron,
    Kernel kernel,
    Delivery delivery,
    int latency,
    int updateInterval,
    RateEstimator rates,
    Axis alphaAxis) {

  /**
   * The form that a configuration asks for.
   *
   * @throws BadInputException if the chip does not have such a form
   */
  public static NetworkForm of(Configuration config) {
    String hardware = hardware(config);
    return hardware.equals(RunSettings.NO_HARDWARE)
        ? paper(config)
        : chip(config, hardware, ChipProfiles.named(hardware).form());
  }

  /** What parameters may be in training, so that the chip in mind runs the model afterwards. */
  public static Function<Symbol, Bounds> bounds(Configuration config) {
    String hardware = hardware(config);
    return hardware.equals(RunSettings.NO_HARDWARE)
        ? Symbol::bounds
        : ChipProfiles.named(hardware).form()::bounds;
  }

  /** The chip in mind; tasks without the setting have none. */
  private static String hardware(Configuration config) {
    return config.has(RunSettings.HARDWARE)
        ? config.get(RunSettings.HARDWARE)
        : RunSettings.NO_HARDWARE;
  }

  private static NetworkForm paper(Configuration config) {
    return new NetworkForm(
        new Neuron.Srm(
            config.get(ModelSettings.THETA),
            new Kernel.Alpha(config.get(ModelSettings.TAU_REF)),
            config.get(ModelSettings.RHO)),
        new Kernel.Exponential(config.get(ModelSettings.TAU_S)),
        Delivery.TRACE,
        0,
        config.count(ModelSettings.UPDATE_INTERVAL),
        new RateEstimator.Boxcar(),
        alphaAxis(config));
  }

  private static NetworkForm chip(Configuration config, String name, HardwareForm form) {
    int interval = config.count(ModelSettings.UPDATE_INTERVAL);
    if (!form.intervals().contains(interval)) {
      throw refused(
          ModelSettings.UPDATE_INTERVAL,
          interval,
          "cannot be kept by " + name,
          Integer.toString(form.updateInterval(interval)));
    }
    Axis axis = alphaAxis(config);
    if (!form.alphaAxes().contains(axis)) {
      String possible = form.alphaAxes().stream().sorted().findFirst().orElseThrow().name();
      throw refused(
          ModelSettings.ALPHA_AXIS,
          config.get(ModelSettings.ALPHA_AXIS),
          "is not possible on " + name,
          possible.toLowerCase(Locale.ROOT));
    }
    return new NetworkForm(
        form.neuron(config.get(ModelSettings.THETA), config.get(ModelSettings.TAU_M)),
        form.kernel(config.get(ModelSettings.TAU_S)),
        form.delivery(),
        form.latency(),
        interval,
        form.rates(interval),
        axis);
  }

  static Axis alphaAxis(Configuration config) {
    return Axis.valueOf(config.get(ModelSettings.ALPHA_AXIS).toUpperCase(Locale.ROOT));
  }

  private static BadInputException refused(
      Setting<?> setting, Object value, String why, String possible) {
    return new BadInputException(
        "Setting %s (%s) %s.".formatted(setting.key(), value, why),
        "Maybe --set %s=%s".formatted(setting.key(), possible));
  }
}
