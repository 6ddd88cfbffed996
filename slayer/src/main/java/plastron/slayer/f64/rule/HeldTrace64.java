package plastron.slayer.f64.rule;

import plastron.plasticity.expr.Grid;

/** A trace of single spikes on the grid of a chip's. */
final class HeldTrace64 {

  /** Index of its symbol. */
  final int symbol;

  private final boolean random;
  private final double step;
  private final double inverse;
  private final double shift;
  private final double largest;
  private final double[] offset;

  HeldTrace64(int symbol, Grid grid, int neurons) {
    this.symbol = symbol;
    random = grid.rounding() == Grid.Rounding.RANDOM;
    shift = grid.rounding() == Grid.Rounding.DOWN ? (double) -0.5 : 0;
    step = (double) grid.step();
    inverse = (double) (1 / grid.step());
    largest = (double) Math.rint(grid.high() / grid.step());
    offset = new double[neurons];
  }

  /**
   * Rounds it after it has decayed.
   *
   * @param key decides what is drawn at random
   * @param trace modified
   */
  void decayed(long key, double[] trace) {
    if (random) {
      Draw64.row((int) key, offset);
    }
    for (int n = 0; n < trace.length; n++) {
      double whole = (double) Math.rint(trace[n] * inverse + (random ? offset[n] : shift));
      trace[n] = step * Math.min(whole, largest);
    }
  }

  /** Limits it after spikes have entered. {@code trace} is modified. */
  void entered(double[] trace) {
    for (int n = 0; n < trace.length; n++) {
      trace[n] = Math.min(trace[n], step * largest);
    }
  }
}
