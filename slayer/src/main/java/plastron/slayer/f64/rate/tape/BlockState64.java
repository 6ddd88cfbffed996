package plastron.slayer.f64.rate.tape;

import java.util.Arrays;
import plastron.plasticity.rate.program.BlockProgram;
import plastron.plasticity.rate.program.Quantity;
import plastron.plasticity.rate.program.StateVariable;
import plastron.slayer.sweep.FlatVector;

/**
 * Values of all states of a block between two steps, or their adjoints. Owned by one thread at a
 * time.
 */
public final class BlockState64 {

  final BlockProgram program;
  final double[][][] values;
  private long step;

  public BlockState64(BlockProgram program) {
    this.program = program;
    values = new double[program.states().size()][][];
    for (int s = 0; s < values.length; s++) {
      Quantity shape = program.states().get(s).before();
      values[s] = new double[shape.rows()][shape.columns()];
    }
  }

  /**
   * One state's rows, live: one, or one for every post unit.
   *
   * @param state its position in {@link BlockProgram#states()}
   */
  public double[][] rows(int state) {
    return values[state];
  }

  /** How many steps were taken since the start; truncation is counted by it. */
  public long step() {
    return step;
  }

  /** Sets the number of steps that were taken. */
  public void setStep(long step) {
    this.step = step;
  }

  /** Zeros, and no step taken. */
  public void clear() {
    clearValues();
    step = 0;
  }

  void clearValues() {
    for (double[][] rows : values) {
      for (double[] row : rows) {
        Arrays.fill(row, 0);
      }
    }
  }

  /** Takes over another state of the same block, which is not modified. */
  public void copy(BlockState64 other) {
    for (int s = 0; s < values.length; s++) {
      copy(other.values[s], values[s]);
    }
    step = other.step;
  }

  static void copy(double[][] from, double[][] to) {
    for (int r = 0; r < to.length; r++) {
      System.arraycopy(from[r], 0, to[r], 0, to[r].length);
    }
  }

  /** Number of entries that {@link #save} writes. */
  public int size() {
    return program.stateCount() + 1;
  }

  /**
   * Writes everything down, so that {@link #restore} has the same bits.
   *
   * @param into overwritten from position {@code offset} on
   */
  public void save(FlatVector into, int offset) {
    int at = offset;
    for (double[][] rows : values) {
      for (double[] row : rows) {
        into.set(at, row);
        at += row.length;
      }
    }
    // In double precision, whichever this is.
    into.set(at, Long.valueOf(step).doubleValue());
  }

  /**
   * Takes over what {@link #save} wrote.
   *
   * @throws IllegalArgumentException if the vector is too short or a value is not finite; then this
   *     is in between
   */
  public void restore(FlatVector from, int offset) {
    if (from.size() - offset < size()) {
      throw new IllegalArgumentException(
          "State of block (%d numbers) must be %d.".formatted(from.size() - offset, size()));
    }
    int at = offset;
    for (int s = 0; s < values.length; s++) {
      for (double[] row : values[s]) {
        from.copy(at, row);
        at += row.length;
        requireFinite(program.states().get(s), row);
      }
    }
    if (!(from.get(at) >= 0) || from.get(at) != Math.rint(from.get(at))) {
      throw new IllegalArgumentException(
          "Steps of a block's state (%s) must be a whole number of at least 0."
              .formatted(from.get(at)));
    }
    step = (long) from.get(at);
  }

  private static void requireFinite(StateVariable state, double[] row) {
    for (double value : row) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "State %s (%s) must be finite.".formatted(state.name(), value));
      }
    }
  }
}
