package plastron.slayer.f64.rule;

import java.util.Arrays;
import plastron.core.random.Seeds;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.RateEstimator;
import plastron.slayer.sweep.SpikeEvents;

/**
 * The rates of a population as one site reads them, made by a trace on a grid: {@code m <-
 * held(decay m + gain spike)} at every step. What is drawn at random depends on a key, the step and
 * the neuron alone. A boxcar is rounded once, at a window's end.
 */
final class RoundedRate64 {

  private final boolean boxcar;
  private final double decay;
  private final double gain;

  /** State: one number per neuron, in steps of the grid. */
  final double[] trace;

  private final double[] offset;
  private Grid grid = Grid.EXACT;

  RoundedRate64(Clock clock, int n) {
    switch (clock.rates()) {
      case RateEstimator.Boxcar b -> {
        boxcar = true;
        decay = 1;
        gain = (double) (1 / (clock.updateInterval() * clock.referenceRate()));
      }
      case RateEstimator.ExponentialTrace e -> {
        boxcar = false;
        decay = (double) e.decay();
        gain = (double) ((1 - e.decay()) / clock.referenceRate());
      }
    }
    trace = new double[n];
    offset = new double[n];
  }

  /** Rounds to another grid from now on; {@link Grid#EXACT} for rates as they are. */
  void round(Grid newGrid) {
    grid = newGrid;
  }

  /** Whether rates are rounded. */
  boolean rounds() {
    return grid.step() > 0;
  }

  /**
   * Reads the spikes of a window.
   *
   * @param key decides what is drawn at random
   * @param rate overwritten
   */
  void forward(SpikeEvents spikes, long key, double[] rate) {
    double impulse = gain / (double) grid.step();
    double largest = (double) (grid.high() / grid.step());
    Arrays.fill(offset, grid.rounding() == Grid.Rounding.DOWN ? (double) -0.5 : 0);
    if (boxcar) {
      Arrays.fill(trace, 0);
    }
    for (int t = 0; t < spikes.steps(); t++) {
      for (int i = 0; i < trace.length; i++) {
        trace[i] *= decay;
      }
      for (int k = spikes.ofStep[t]; k < spikes.ofStep[t + 1]; k++) {
        trace[spikes.neuron[k]] += impulse;
      }
      if (!boxcar) {
        hold(largest, Seeds.then(key, t));
      }
    }
    if (boxcar) {
      hold(largest, key);
    }
    for (int i = 0; i < rate.length; i++) {
      rate[i] = (double) grid.step() * trace[i];
    }
  }

  private void hold(double largest, long key) {
    if (grid.rounding() == Grid.Rounding.RANDOM) {
      Draw64.row((int) key, offset);
    }
    for (int i = 0; i < trace.length; i++) {
      trace[i] = Math.min((double) Math.rint(trace[i] + offset[i]), largest);
    }
  }
}
