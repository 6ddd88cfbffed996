package plastron.plasticity.f64.timing;

import plastron.plasticity.expr.Axis;
import plastron.plasticity.f64.RuleShape64;

/**
 * The synapses of every neuron of one side as lines to walk along: the rows of arrays with rows by
 * pre neuron, or their columns. A few lines are taken at a time; those that are no rows are copied
 * from and to the arrays.
 */
abstract sealed class SynapseLines64 permits DenseRows64, DenseColumns64, SparseLines64 {

  /** Most lines that are taken at a time: their copies stay in the fastest cache. */
  static final int AT_ONCE = 8;

  /**
   * The lines of one side.
   *
   * @param side whose neurons have a line each, PRE or POST
   */
  static SynapseLines64 of(RuleShape64 shape, Axis side) {
    if (shape.synapses().isPresent()) {
      return new SparseLines64(shape.synapses().get(), side);
    }
    return side == Axis.PRE ? new DenseRows64(shape.post()) : new DenseColumns64(shape.pre());
  }

  /** Bytes of what lines of both sides keep. */
  static long bytes(RuleShape64 shape) {
    return shape.synapses().map(SparseLines64::bytes).orElse(0L);
  }

  /** How many lines are taken at a time at most. */
  abstract int group();

  /** Number of synapses of a neuron. */
  abstract int length(int neuron);

  /** Number of synapses of the neuron that has most. */
  abstract int longest();

  /** Room for {@link #take}. */
  abstract double[][] room();

  /**
   * Takes lines of an array.
   *
   * @param matrix not modified
   * @param neuron whose lines, those from entry {@code from} on
   * @param lines {@link #room}, the first {@code count} overwritten: by rows of the array itself,
   *     or by copies
   */
  abstract void take(double[][] matrix, int[] neuron, int from, int count, double[][] lines);

  /** The same for lines that are overwritten: copies have any content. */
  abstract void open(double[][] matrix, int[] neuron, int from, int count, double[][] lines);

  /** Puts lines back, see {@link #take}. {@code matrix} is modified. */
  abstract void put(double[][] lines, int[] neuron, int from, int count, double[][] matrix);

  /**
   * What changes along a line, of the neurons of the other side: the vector itself where all have
   * synapses, else a copy.
   */
  abstract double[] along(double[] vector, int neuron);

  /** Puts it back; {@code vector} is modified. */
  abstract void putAlong(double[] line, int neuron, double[] vector);
}
