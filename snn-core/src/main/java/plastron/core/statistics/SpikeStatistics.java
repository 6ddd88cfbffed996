package plastron.core.statistics;

import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/**
 * Statistics of the spikes of a population within a window.
 *
 * @param neurons of the population
 * @param meanRateHz spikes per neuron and second
 * @param sdRateHz standard deviation of the rates of single neurons (divided by their number),
 *     silent ones included
 * @param silent share of neurons without a spike
 * @param cvMean mean over neurons with at least 6 spikes of the coefficient of variation of their
 *     inter-spike intervals (standard deviation, divided by the number less 1, over mean); NaN if
 *     there are none
 * @param cvSd standard deviation of it
 * @param cvNeurons how many neurons that are
 * @param fano1Ms variance over mean of the number of spikes of the population in bins of 1 ms, from
 *     the start of the window
 * @param fano3Ms the same in bins of 3 ms
 */
public record SpikeStatistics(
    int neurons,
    double meanRateHz,
    double sdRateHz,
    double silent,
    double cvMean,
    double cvSd,
    int cvNeurons,
    double fano1Ms,
    double fano3Ms) {

  /**
   * @param neurons of the population
   * @param spikes how many there are
   * @param step of each; those of a neuron ascending
   * @param neuron of each
   * @param from spikes behind this step count
   * @param to up to this step
   * @param dtMs step, ms
   */
  public static SpikeStatistics of(
      int neurons,
      int spikes,
      IntToLongFunction step,
      IntUnaryOperator neuron,
      long from,
      long to,
      double dtMs) {
    SpikeTally tally = new SpikeTally(neurons, from, to, dtMs);
    for (int k = 0; k < spikes; k++) {
      tally.add(step.applyAsLong(k), neuron.applyAsInt(k));
    }
    return tally.statistics();
  }
}
