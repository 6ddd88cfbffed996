package plastron.slayer.f64.rate.tape;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import plastron.core.memory.ArrayBytes;
import plastron.plasticity.rate.program.BlockProgram;
import plastron.plasticity.rate.program.Quantity;
import plastron.plasticity.rate.program.StateVariable;

/**
 * Adjoints of every quantity of a block on the way back through a chunk: those of the output are
 * given, those of the inputs and of the state before the chunk are found. Owned by one thread at a
 * time.
 */
public final class BlockAdjoint64 {

  public final BlockProgram program;

  /**
   * Laid out as on the tape; of matrices and of states before a step there is one for all steps.
   */
  public final double[][][][] matrix;

  public final double[][][] row;
  private double[][] output = new double[0][];
  private final BlockState64 carried;
  private final double[][][] memory;
  private final Set<Quantity> before;

  /** Variables whose adjoints begin at 0 in every step and are kept for all steps. */
  private final int[] kept;

  private int capacity = -1;

  /**
   * @param memory what operations carry from step to step besides, by operation
   */
  public BlockAdjoint64(BlockProgram program, double[][][] memory) {
    this.program = program;
    this.memory = memory;
    carried = new BlockState64(program);
    matrix = new double[program.quantities().size()][][][];
    row = new double[program.quantities().size()][][];
    before = program.states().stream().map(StateVariable::before).collect(Collectors.toSet());
    kept =
        program.quantities().stream()
            .filter(v -> v.rows() == 1 && !before.contains(v))
            .mapToInt(Quantity::index)
            .toArray();
    reserve(0);
  }

  /**
   * Bytes of the arrays of adjoints for chunks of so many steps.
   *
   * @param steps at least 0
   */
  public static long bytes(BlockProgram program, int steps) {
    long bytes = ArrayBytes.rows(steps, program.output().columns(), Double.BYTES);
    for (Quantity quantity : program.quantities()) {
      boolean shared =
          quantity.rows() > 1
              || program.states().stream().anyMatch(s -> s.before().equals(quantity));
      int own = shared ? 1 : steps;
      bytes += own * ArrayBytes.rows(quantity.rows(), quantity.columns(), Double.BYTES);
      bytes += 2 * ArrayBytes.of(steps, BlockTape64.REFERENCE);
    }
    return bytes;
  }

  /** Forgets what is carried: nothing depends on the state after the last step. */
  public void clear() {
    carried.clear();
    clearMemory();
  }

  private void clearMemory() {
    for (double[][] rows : memory) {
      for (double[] values : rows) {
        Arrays.fill(values, 0);
      }
    }
  }

  /** What lies behind this step depends on nothing before it. */
  public void cut() {
    carried.clearValues();
    clearMemory();
  }

  /** Makes room for so many steps; output rows of another number of steps are lost. */
  public void reserve(int steps) {
    if (steps <= capacity) {
      return;
    }
    capacity = steps;
    output = new double[steps][program.output().columns()];
    for (Quantity quantity : program.quantities()) {
      int v = quantity.index();
      if (before.contains(quantity)) {
        continue;
      }
      if (quantity.rows() > 1) {
        matrix[v] = new double[steps][][];
        Arrays.fill(matrix[v], new double[quantity.rows()][quantity.columns()]);
      } else {
        matrix[v] = new double[steps][1][quantity.columns()];
      }
      row[v] = BlockTape64.firstRows(matrix[v]);
    }
    for (int s = 0; s < program.states().size(); s++) {
      int v = program.states().get(s).before().index();
      matrix[v] = new double[steps][][];
      Arrays.fill(matrix[v], carried.rows(s));
      row[v] = BlockTape64.firstRows(matrix[v]);
    }
  }

  /** Number of steps that there is room for. */
  public int capacity() {
    return capacity;
  }

  /** Rows of the output by step, live: to be filled; not modified. */
  public double[][] output() {
    return output;
  }

  /**
   * Rows of an input by step, live: found on the way back.
   *
   * @param input its position in {@link BlockProgram#inputs()}
   */
  public double[][] input(int input) {
    return row[program.inputs().get(input).quantity().index()];
  }

  /**
   * The adjoint of the state, live: before the way back that of the state after the last step, then
   * that of the state before the first.
   */
  public BlockState64 state() {
    return carried;
  }

  public double[][] memory(int operation) {
    return memory[operation];
  }

  /** Zeros but for the output. */
  public void begin(int from, int to) {
    for (int v : kept) {
      for (int t = from; t < to; t++) {
        Arrays.fill(row[v][t], 0);
      }
    }
    double[][] rows = row[program.output().index()];
    for (int t = from; t < to; t++) {
      System.arraycopy(output[t], 0, rows[t], 0, rows[t].length);
    }
  }

  /** What depends on the states after a step comes to what the step left them with. */
  public void enter(int t) {
    for (int s = 0; s < program.states().size(); s++) {
      double[][] carry = carried.rows(s);
      double[][] left = matrix[program.states().get(s).after().index()][t];
      for (int r = 0; r < carry.length; r++) {
        if (carry.length > 1) {
          System.arraycopy(carry[r], 0, left[r], 0, carry[r].length);
        } else {
          for (int i = 0; i < carry[r].length; i++) {
            left[r][i] += carry[r][i];
          }
        }
        Arrays.fill(carry[r], 0);
      }
    }
  }
}
