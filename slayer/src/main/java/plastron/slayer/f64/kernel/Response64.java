package plastron.slayer.f64.kernel;

/**
 * A neuron's response to its own spikes and its threshold, the numbers of {@link
 * StepKernels64#respond}.
 */
public record Response64(double decay, double ownGain, double sumGain, double theta) {}
