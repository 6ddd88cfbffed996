package plastron.slayer.f64.rate.tape;

import plastron.core.memory.ArrayBytes;
import plastron.plasticity.rate.program.BlockProgram;
import plastron.plasticity.rate.program.Quantity;
import plastron.plasticity.rate.program.StateVariable;

/**
 * Every quantity of a block in every step of a chunk, from the way forward to the way back. Belongs
 * to the block's program: any {@link plastron.slayer.f64.rate.Block64} of it with the same
 * parameters may read it.
 */
public final class BlockTape64 {

  public static final int REFERENCE = 4;

  public final BlockProgram program;

  /** By quantity, step, row and column; a state's value before a step is the one after the last. */
  public final double[][][][] matrix;

  /** By quantity and step: the first row, which is all there is of most. */
  public final double[][][] row;

  private int capacity;
  private int steps;
  public long first;

  public BlockTape64(BlockProgram program) {
    this.program = program;
    matrix = new double[program.quantities().size()][][][];
    row = new double[program.quantities().size()][][];
    for (StateVariable state : program.states()) {
      Quantity before = state.before();
      matrix[before.index()] = new double[][][] {new double[before.rows()][before.columns()]};
    }
    reserve(0);
  }

  /**
   * Bytes of the arrays of a tape for chunks of so many steps.
   *
   * @param steps at least 0
   */
  public static long bytes(BlockProgram program, int steps) {
    long bytes = 0;
    for (Quantity quantity : program.quantities()) {
      boolean shared = program.states().stream().anyMatch(s -> s.before().equals(quantity));
      int own = shared ? 1 : steps;
      bytes += own * ArrayBytes.rows(quantity.rows(), quantity.columns(), Double.BYTES);
      bytes += 2 * ArrayBytes.of(shared ? steps + 1 : steps, REFERENCE);
    }
    return bytes;
  }

  /**
   * Begins a chunk.
   *
   * @param state what the first step finds, copied
   * @param length number of steps, at least 0
   * @throws IllegalArgumentException if the state is another block's
   */
  public void begin(BlockState64 state, int length) {
    if (!state.program.equals(program)) {
      throw new IllegalArgumentException(
          "State (%s) must be of the tape's own block (%s)."
              .formatted(state.program.states(), program.states()));
    }
    if (length > capacity) {
      reserve(length);
    }
    steps = length;
    for (int s = 0; s < state.values.length; s++) {
      BlockState64.copy(state.values[s], matrix[program.states().get(s).before().index()][0]);
    }
    first = state.step();
  }

  private void reserve(int length) {
    capacity = length;
    for (Quantity quantity : program.quantities()) {
      int v = quantity.index();
      if (program.states().stream().noneMatch(s -> s.before().equals(quantity))) {
        matrix[v] = new double[length][quantity.rows()][quantity.columns()];
        row[v] = firstRows(matrix[v]);
      }
    }
    for (StateVariable state : program.states()) {
      int v = state.before().index();
      double[][][] shifted = new double[length + 1][][];
      shifted[0] = matrix[v][0];
      System.arraycopy(matrix[state.after().index()], 0, shifted, 1, length);
      matrix[v] = shifted;
      row[v] = firstRows(shifted);
    }
  }

  static double[][] firstRows(double[][][] matrices) {
    double[][] rows = new double[matrices.length][];
    for (int t = 0; t < rows.length; t++) {
      rows[t] = matrices[t][0];
    }
    return rows;
  }

  /** Number of steps of the chunk. */
  public int steps() {
    return steps;
  }

  /**
   * Rows of an input by step, live: to be filled before the step is computed.
   *
   * @param input its position in {@link BlockProgram#inputs()}
   * @return as many as the chunk has steps, or more
   */
  public double[][] input(int input) {
    return row[program.inputs().get(input).quantity().index()];
  }

  /** Rows of the output by step, live; as many as the chunk has steps, or more. */
  public double[][] output() {
    return row[program.output().index()];
  }

  /**
   * The state between two steps.
   *
   * @param taken steps of this chunk that were computed before it
   * @param into overwritten
   */
  public void state(int taken, BlockState64 into) {
    for (int s = 0; s < into.values.length; s++) {
      BlockState64.copy(matrix[program.states().get(s).before().index()][taken], into.values[s]);
    }
    into.setStep(first + taken);
  }
}
