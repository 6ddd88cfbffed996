package plastron.core.encode;

import plastron.core.spikes.SpikeRaster;

/**
 * Latency code of a number in [0, 1]: one spike, the earlier the larger the number. 1 spikes in the
 * first step of the range, 0 in the last. Deterministic.
 */
public final class LatencyCode {

  private LatencyCode() {}

  /**
   * Writes one spike into steps {@code from} (inclusive) to {@code to} (exclusive), at least one
   * step.
   *
   * @param x the number; outside [0, 1] it acts as the nearest bound
   * @param out modified: a spike is added
   */
  public static void encode(double x, SpikeRaster out, int neuron, int from, int to) {
    if (to <= from || Double.isNaN(x)) {
      throw new IllegalArgumentException(
          "Latency code (number %s, steps %d to %d) needs a number and at least one step."
              .formatted(x, from, to));
    }
    out.set(from + (int) Math.round((1 - Math.clamp(x, 0.0, 1.0)) * (to - 1 - from)), neuron);
  }

  /**
   * The number whose spike came first, within half a step of the one encoded; NaN if there was no
   * spike.
   */
  public static double decode(SpikeRaster raster, int neuron, int from, int to) {
    int step = firstSpike(raster, neuron, from, to);
    if (step < 0) {
      return Double.NaN;
    }
    return to - from == 1 ? 1 : 1 - (double) (step - from) / (to - 1 - from);
  }

  /**
   * The step of a neuron's first spike from {@code from} (inclusive) to {@code to} (exclusive), or
   * -1.
   */
  public static int firstSpike(SpikeRaster raster, int neuron, int from, int to) {
    for (int t = from; t < to; t++) {
      if (raster.get(t, neuron)) {
        return t;
      }
    }
    return -1;
  }

  /**
   * The neuron that spikes first in a range of steps, the lowest of several in the same step, or
   * -1.
   */
  public static int firstToSpike(SpikeRaster raster, int from, int to) {
    int[] spikes = new int[raster.neurons()];
    for (int t = from; t < to; t++) {
      if (raster.spikes(t, spikes) > 0) {
        return spikes[0];
      }
    }
    return -1;
  }
}
