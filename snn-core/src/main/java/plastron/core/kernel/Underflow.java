package plastron.core.kernel;

import plastron.core.state.StateVisitor;

/**
 * Decaying numbers must end at 0: left alone they end as subnormal numbers, on which processors are
 * many times slower.
 */
public final class Underflow {

  private static final float NOTHING = 1e-30f;
  private static final int INTERVAL = 64;

  private int steps;

  /** Shows how long ago it was time. */
  public void state(StateVisitor visitor) {
    steps = (int) visitor.number(steps);
  }

  /** Whether it is time to flush again: true once in 64 calls. */
  public boolean isDue() {
    steps = (steps + 1) % INTERVAL;
    return steps == 0;
  }

  /** Sets entries of magnitude below 1e-30 to 0. {@code row} is modified. */
  public static void flush(float[] row) {
    for (int i = 0; i < row.length; i++) {
      if (Math.abs(row[i]) < NOTHING) {
        row[i] = 0;
      }
    }
  }
}
