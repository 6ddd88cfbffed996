package plastron.export.pipeline;

import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.stream.Collectors;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Values;
import plastron.plasticity.model.RateEstimator;

/** How diagnostics put the parts of a network form: numbers under the names of their settings. */
final class NetworkWording {

  private NetworkWording() {}

  /** A neuron's numbers, such as {@code theta = 1.0, tau_m = 10.0}; time constants in steps. */
  static String of(Neuron neuron) {
    return switch (neuron) {
      case Neuron.SpikeSource source -> "spikes from outside";
      case Neuron.LeakyIntegrator li -> "tau_m = %s".formatted(tau(li.decay()));
      case Neuron.Lif lif -> "theta = %s, tau_m = %s".formatted(lif.theta(), tau(lif.decay()));
      case Neuron.AdaptiveLif alif ->
          "%s, adaptation = %s, tau_a = %s"
              .formatted(of(alif.lif()), alif.adaptation(), tau(alif.adaptationDecay()));
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

  private static String tau(Values decay) {
    DoubleSummaryStatistics taus = decay.stream().map(d -> -1 / Math.log(d)).summaryStatistics();
    return taus.getMin() == taus.getMax()
        ? "%.4g".formatted(taus.getMin())
        : "%.4g to %.4g".formatted(taus.getMin(), taus.getMax());
  }
}
