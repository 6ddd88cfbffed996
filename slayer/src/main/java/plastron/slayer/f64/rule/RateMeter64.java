package plastron.slayer.f64.rule;

import java.util.Arrays;
import plastron.plasticity.f64.kernel.Kernels64;
import plastron.plasticity.model.RateEstimator;
import plastron.slayer.f64.kernel.StepKernels64;
import plastron.slayer.sweep.SpikeEvents;

/**
 * The rates of one population, and the reverse. Both estimators are {@code m <- decay m + spike},
 * rate = gain m.
 */
final class RateMeter64 {

  private static final Kernels64 KERNELS = Kernels64.FASTEST;
  private static final StepKernels64 STEPS = StepKernels64.FASTEST;

  private final boolean boxcar;
  private final double decay;
  private final double gain;

  /** State: one number per neuron. */
  final double[] meter;

  private final double[] meterAdjoint;

  RateMeter64(RateEstimator estimator, int window, double referenceRate, int n) {
    switch (estimator) {
      case RateEstimator.Boxcar b -> {
        boxcar = true;
        decay = 1;
        gain = (double) (1 / (window * referenceRate));
      }
      case RateEstimator.ExponentialTrace e -> {
        boxcar = false;
        decay = (double) e.decay();
        gain = (double) ((1 - e.decay()) / referenceRate);
      }
    }
    meter = new double[n];
    meterAdjoint = new double[n];
  }

  /** Reads the spikes of a window and overwrites {@code rate}. */
  public void forward(SpikeEvents spikes, double[] rate) {
    if (boxcar) {
      Arrays.fill(meter, 0);
    }
    STEPS.follow(meter, decay, spikes.raster(), spikes.from(), spikes.steps());
    Arrays.fill(rate, 0);
    KERNELS.add(rate, gain, meter);
  }

  /** Forgets the adjoint of later windows. */
  public void clearAdjoint() {
    Arrays.fill(meterAdjoint, 0);
  }

  /**
   * The reverse of {@link #forward}.
   *
   * @param rateAdjoint adjoint of the rates, not modified
   * @param spikeAdjoint by step of the window, added to
   */
  public void backward(double[] rateAdjoint, double[][] spikeAdjoint, int steps) {
    if (boxcar) {
      Arrays.fill(meterAdjoint, 0);
    }
    KERNELS.add(meterAdjoint, gain, rateAdjoint);
    STEPS.followAdjoint(meterAdjoint, decay, spikeAdjoint, steps);
  }
}
