package plastron.core.spikes;

import plastron.core.check.Require;

/** When spikes of an engine that goes from event to event are sent and arrive. */
public sealed interface SpikeClock {

  /** A time that somebody gave, ms. */
  double given(double timeMs);

  /**
   * When a neuron spikes, ms.
   *
   * @param timeMs when its potential crosses the threshold
   * @param seenMs when that is seen
   */
  double crossed(double timeMs, double seenMs);

  /** So long after a spike, ms. */
  double after(double spikeMs, double spanMs);

  /** At whatever time, to the last digits. */
  record Exact() implements SpikeClock {
    @Override
    public double given(double timeMs) {
      return timeMs;
    }

    @Override
    public double crossed(double timeMs, double seenMs) {
      return timeMs;
    }

    @Override
    public double after(double spikeMs, double spanMs) {
      return spikeMs + spanMs;
    }
  }

  /**
   * At the ends of steps, as in a simulation on the grid: spans are rounded to steps.
   *
   * @param dtMs step, ms, above 0
   */
  record OnGrid(double dtMs) implements SpikeClock {

    public OnGrid {
      Require.positive("Step in ms", dtMs);
    }

    @Override
    public double given(double timeMs) {
      return Math.round(timeMs / dtMs) * dtMs;
    }

    @Override
    public double crossed(double timeMs, double seenMs) {
      return seenMs;
    }

    @Override
    public double after(double spikeMs, double spanMs) {
      return (Math.round(spikeMs / dtMs) + Math.round(spanMs / dtMs)) * dtMs;
    }
  }
}
