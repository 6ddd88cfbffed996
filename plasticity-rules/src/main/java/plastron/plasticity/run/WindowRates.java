package plastron.plasticity.run;

import java.util.Arrays;
import plastron.core.check.Require;
import plastron.core.kernel.Rows;
import plastron.core.kernel.Underflow;
import plastron.core.run.PopulationListener;
import plastron.core.state.StateVisitor;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.RateEstimator;

/**
 * The rates of one population as rules see them: made anew at the end of every window, divided by
 * the reference rate.
 */
public final class WindowRates implements PopulationListener {

  private final Clock clock;

  /** Boxcar: spikes since the window's start. Exponential: the trace. */
  private final float[] sum;

  private final float[] rates;
  private final Underflow underflow = new Underflow();
  private int stepOfWindow;

  /** Rates of a population that is silent. */
  public WindowRates(Clock clock, int neurons) {
    this.clock = Require.given("Clock of rates", clock);
    sum = new float[neurons];
    rates = new float[neurons];
  }

  /** The rates of the last full window, live. */
  public float[] rates() {
    return rates;
  }

  @Override
  public void step(int[] spikes, int count, float[] potentials) {
    float weight = 1;
    if (clock.rates() instanceof RateEstimator.ExponentialTrace(double decay)) {
      Rows.scale(sum, (float) decay);
      weight = (float) (1 - decay);
      if (underflow.isDue()) {
        Underflow.flush(sum);
      }
    }
    for (int k = 0; k < count; k++) {
      sum[spikes[k]] += weight;
    }
    stepOfWindow++;
    if (stepOfWindow == clock.updateInterval()) {
      endWindow();
    }
  }

  private void endWindow() {
    boolean boxcar = clock.rates() instanceof RateEstimator.Boxcar;
    double unit = clock.referenceRate() * (boxcar ? clock.updateInterval() : 1);
    for (int i = 0; i < rates.length; i++) {
      rates[i] = (float) (sum[i] / unit);
    }
    if (boxcar) {
      Arrays.fill(sum, 0);
    }
    stepOfWindow = 0;
  }

  /** Shows all that rates of the windows to come depend on. */
  public void state(StateVisitor visitor) {
    visitor.floats(sum);
    stepOfWindow = (int) visitor.number(stepOfWindow);
    underflow.state(visitor);
  }

  @Override
  public void reset() {
    Arrays.fill(sum, 0);
    Arrays.fill(rates, 0);
    stepOfWindow = 0;
  }
}
