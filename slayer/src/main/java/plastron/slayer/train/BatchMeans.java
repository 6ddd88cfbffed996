package plastron.slayer.train;

/**
 * What a loss may know of the batch around its episode.
 *
 * @param reward mean reward
 * @param outputRates mean rate of every output neuron in the readout, spikes per step; not copied
 */
public record BatchMeans(double reward, double[] outputRates) {}
