package plastron.slayer.loss;

import plastron.core.network.Kernel;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.sweep.OutputAdjoint;

/**
 * Half the squared distance between filtered output spikes and filtered target spikes, summed over
 * all steps and neurons.
 *
 * @param kernel filter of both spike trains
 * @param target as many steps and neurons as the output
 */
public record SpikeTrainDistance(Kernel kernel, SpikeRaster target) implements SpikeLoss {

  @Override
  public double evaluate(SpikeRaster output, OutputAdjoint adjoint) {
    int steps = output.steps();
    if (target.steps() != steps || target.neurons() != output.neurons()) {
      throw new IllegalArgumentException(
          "Target spikes (%d steps of %d neurons) must have the output's shape, %d steps of %d neurons."
              .formatted(target.steps(), target.neurons(), steps, output.neurons()));
    }
    double loss = 0;
    for (int i = 0; i < output.neurons(); i++) {
      double[] change = new double[steps];
      for (int t = 0; t < steps; t++) {
        change[t] = (output.get(t, i) ? 1 : 0) - (target.get(t, i) ? 1 : 0);
      }
      double[] difference = KernelSum.of(kernel, change);
      double[] toSpikes = KernelSum.transposed(kernel, difference);
      for (int t = 0; t < steps; t++) {
        loss += 0.5 * difference[t] * difference[t];
        adjoint.add(t, i, toSpikes[t]);
      }
    }
    return loss;
  }
}
