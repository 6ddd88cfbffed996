package plastron.slayer.train;

/**
 * What one iteration measured, with the parameters it started from.
 *
 * @param iteration counted from 0
 * @param loss mean over the batch
 * @param accuracy share of right answers, in [0, 1]
 * @param gradientNorm of the batch's mean gradient, each episode's share already clipped, the mean
 *     not yet
 * @param skipped whether the gradient was so large that nothing was changed
 * @param learningRate step size used
 * @param rates mean spikes per neuron and step of every population but spike sources
 * @param outputRates mean spikes per step of every output neuron in the readout
 */
public record StepReport(
    long iteration,
    double loss,
    double accuracy,
    double gradientNorm,
    boolean skipped,
    double learningRate,
    double[] rates,
    double[] outputRates) {}
