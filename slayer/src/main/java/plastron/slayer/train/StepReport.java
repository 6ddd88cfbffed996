package plastron.slayer.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one iteration measured, with the parameters it started from.
 *
 * @param iteration counted from 0
 * @param loss mean over the batch
 * @param measures means over the batch by name, in the order of the objective's {@link
 *     plastron.slayer.objective.Objective#measures}
 * @param gradientNorm of the batch's mean gradient, each episode's share already clipped, the mean
 *     not yet
 * @param skipped whether the gradient was so large that nothing was changed
 * @param learningRate step size used
 * @param rates mean spikes per neuron and step of every population that spikes, see {@link
 *     TrainingPlan#spiking}
 * @param outputRates mean spikes per step of every neuron that answers, in the steps that count;
 *     empty if what answers does not spike
 */
public record StepReport(
    long iteration,
    double loss,
    Map<String, Double> measures,
    double gradientNorm,
    boolean skipped,
    double learningRate,
    double[] rates,
    double[] outputRates) {

  public StepReport {
    measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
  }

  /** The mean of a measure. */
  public double measure(String name) {
    Double value = measures.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "Measure (%s) is not one of %s.".formatted(name, measures.keySet()));
    }
    return value;
  }
}
