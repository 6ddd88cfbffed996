package plastron.export.pipeline;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.plasticity.model.RateEstimator;

/** How diagnostics put the parts of a network form: numbers under the names of their settings. */
final class NetworkWording {

  private NetworkWording() {}

  /** A neuron's numbers, such as {@code theta = 1.0, tau_m = 10.0}; time constants in steps. */
  static String of(Neuron neuron) {
    return switch (neuron) {
      case Neuron.SpikeSource source -> "spikes from outside";
      case Neuron.LeakyIntegrator li -> "tau_m = %.4g".formatted(tau(li.decay().uniform()));
      case Neuron.Lif lif ->
          "theta = %s, tau_m = %.4g".formatted(lif.theta(), tau(lif.decay().uniform()));
      case Neuron.Srm srm ->
          "theta = %s, rho = %s, refractory response: %s"
              .formatted(srm.theta(), srm.rho(), of(srm.refractory().of(0), "tau_ref"));
    };
  }

  /** A response kernel, such as {@code exponential, tau_s = 3.0}. */
  static String of(Kernel kernel) {
    return of(kernel, "tau_s");
  }

  private static String of(Kernel kernel, String tau) {
    return switch (kernel) {
      case Kernel.Delta delta -> "delta";
      case Kernel.Exponential exponential ->
          "exponential, %s = %s".formatted(tau, exponential.tauSteps());
      case Kernel.Alpha alpha -> "alpha, %s = %s".formatted(tau, alpha.tauSteps());
      case Kernel.Finite finite -> "%d values".formatted(finite.stateCount());
    };
  }

  /** A rate estimator, such as {@code boxcar}. */
  static String of(RateEstimator rates) {
    return switch (rates) {
      case RateEstimator.Boxcar boxcar -> "boxcar";
      case RateEstimator.ExponentialTrace(double decay) ->
          "exponential trace with a decay of %.4g".formatted(decay);
    };
  }

  /** A constant as settings spell it. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Several constants. */
  static String of(Collection<? extends Enum<?>> constants) {
    return constants.stream().map(NetworkWording::of).collect(Collectors.joining(" or "));
  }

  private static double tau(double decay) {
    return -1 / Math.log(decay);
  }
}
