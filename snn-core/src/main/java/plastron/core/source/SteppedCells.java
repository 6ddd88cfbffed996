package plastron.core.source;

import plastron.core.cell.Cells;
import plastron.core.cell.PreciseCells;
import plastron.core.lanes.Arriving;
import plastron.core.state.StateVisitor;

/** Sources on a grid, taken one by one where an engine goes from event to event. */
final class SteppedCells implements PreciseCells {

  private static final Arriving[] NOTHING = {};

  private final Cells cells;
  private final double dtMs;
  private final long[] taken;
  private final int[] spiking = new int[1];

  /**
   * @param cells which receive nothing, and whose neurons depend on the step alone
   */
  SteppedCells(Cells cells, int neurons, double dtMs) {
    this.cells = cells;
    this.dtMs = dtMs;
    taken = new long[neurons];
  }

  @Override
  public void advance(int neuron, double timeMs, Sink sink) {
    while ((taken[neuron] + 1) * dtMs <= timeMs) {
      long step = ++taken[neuron];
      if (cells.step(step, NOTHING, neuron, neuron + 1, spiking) > 0) {
        sink.spike(neuron, step * dtMs);
      }
    }
  }

  @Override
  public void arrive(int neuron, double weight) {}

  @Override
  public boolean isAsleep(int neuron) {
    return false;
  }

  @Override
  public double potentialMv(int neuron, double timeMs) {
    return 0;
  }

  @Override
  public void state(StateVisitor visitor) {
    visitor.longs(taken);
  }
}
