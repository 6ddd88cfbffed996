package plastron.core.lanes;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import plastron.core.state.StateVisitor;

/**
 * A number of each of consecutive neurons, 0 at first. It begins where a line of the cache does: a
 * vector that lies across two lines, as those of arrays mostly do, takes twice as long to load or
 * to store.
 */
public final class CellRow {

  private static final long LINE = 64;

  /** For {@link VectorLanes}. */
  final MemorySegment memory;

  private final int length;

  /**
   * @param length a multiple of {@link Lanes#PAD}
   */
  public CellRow(int length) {
    this.length = length;
    memory = Arena.ofAuto().allocate((long) length * Double.BYTES, LINE);
  }

  /** The first so many of some numbers. */
  public static CellRow of(double[] values, int length) {
    CellRow row = new CellRow(length);
    MemorySegment.copy(values, 0, row.memory, ValueLayout.JAVA_DOUBLE, 0, length);
    return row;
  }

  /** How many numbers. */
  public int length() {
    return length;
  }

  /** A number. */
  public double get(int i) {
    return memory.getAtIndex(ValueLayout.JAVA_DOUBLE, i);
  }

  /** Changes a number. */
  public void set(int i, double value) {
    memory.setAtIndex(ValueLayout.JAVA_DOUBLE, i, value);
  }

  /** Shows the numbers. */
  public void state(StateVisitor visitor) {
    double[] values = memory.toArray(ValueLayout.JAVA_DOUBLE);
    visitor.doubles(values);
    MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_DOUBLE, 0, length);
  }

  /** Bytes. */
  public long bytes() {
    return memory.byteSize();
  }
}
