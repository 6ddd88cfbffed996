package plastron.export.calibration;

/**
 * How the neurons of a population fired.
 *
 * @param name of the population; the input's is {@code input}
 * @param maxWindowRate most spikes of any neuron in any window (of update interval length,
 *     aligned), over the interval
 * @param maxTraceRate largest value of an exponential trace of any neuron at any step: the model's
 *     own, or the one that matches the update interval where it has none; a neuron that fires in
 *     every step has 1
 * @param expectedTraceRate largest such value that others than the examples are to be expected to
 *     reach, from {@code maxTraceRate} to 1
 * @param meanRate spikes a neuron and step
 * @param maxSpikesPerStep most neurons that fired in one step
 */
public record PopulationRanges(
    String name,
    double maxWindowRate,
    double maxTraceRate,
    double expectedTraceRate,
    double meanRate,
    int maxSpikesPerStep) {}
