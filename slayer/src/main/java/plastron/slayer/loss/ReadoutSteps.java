package plastron.slayer.loss;

import java.util.Arrays;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.sweep.OutputAdjoint;

/**
 * The steps over which output spikes are averaged.
 *
 * @param from first step
 * @param to step after the last, above {@code from}
 */
public record ReadoutSteps(int from, int to) {

  public ReadoutSteps {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException(
          "Readout window (%d to %d) must hold at least one step.".formatted(from, to));
    }
  }

  /** Mean number of spikes per step of every output neuron. */
  public double[] rates(SpikeRaster output) {
    requireWithin(output.steps());
    double[] rates = new double[output.neurons()];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = output.count(i, from, to) / (double) (to - from);
    }
    return rates;
  }

  /** Throws {@link IllegalArgumentException} if an episode of so many steps ends before it. */
  void requireWithin(int steps) {
    if (to > steps) {
      throw new IllegalArgumentException(
          "Readout window (%d to %d) must end within the episode's %d steps."
              .formatted(from, to, steps));
    }
  }

  /** The logarithms of the softmax of {@code gain . rates}. */
  static double[] logSoftmax(double gain, double[] rates) {
    double max = Arrays.stream(rates).max().orElseThrow() * gain;
    double sum = Arrays.stream(rates).map(r -> Math.exp(gain * r - max)).sum();
    double logarithm = Math.log(sum);
    return Arrays.stream(rates).map(r -> gain * r - max - logarithm).toArray();
  }

  /** Probabilities of the softmax of {@code gain . rates}. */
  public static double[] softmax(double gain, double[] rates) {
    return Arrays.stream(logSoftmax(gain, rates)).map(Math::exp).toArray();
  }

  /** Spreads the derivative with respect to the rates over the window's steps. */
  void spread(double[] rateAdjoint, OutputAdjoint adjoint) {
    double[] perStep = new double[rateAdjoint.length];
    for (int i = 0; i < perStep.length; i++) {
      perStep[i] = rateAdjoint[i] / (to - from);
    }
    adjoint.add(from, to, perStep);
  }
}
