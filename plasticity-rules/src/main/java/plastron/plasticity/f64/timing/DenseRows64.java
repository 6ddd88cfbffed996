package plastron.plasticity.f64.timing;

/** The rows of full arrays: lines of pre neurons. */
final class DenseRows64 extends SynapseLines64 {

  private final int posts;

  DenseRows64(int posts) {
    this.posts = posts;
  }

  @Override
  int group() {
    return AT_ONCE;
  }

  @Override
  int length(int neuron) {
    return posts;
  }

  @Override
  int longest() {
    return posts;
  }

  @Override
  double[][] room() {
    return new double[AT_ONCE][];
  }

  @Override
  void take(double[][] matrix, int[] neuron, int from, int count, double[][] lines) {
    for (int k = 0; k < count; k++) {
      lines[k] = matrix[neuron[from + k]];
    }
  }

  @Override
  void open(double[][] matrix, int[] neuron, int from, int count, double[][] lines) {
    take(matrix, neuron, from, count, lines);
  }

  /** Lines are the rows themselves, or have been put in their place. */
  @Override
  @SuppressWarnings("ReferenceEquality")
  void put(double[][] lines, int[] neuron, int from, int count, double[][] matrix) {
    for (int k = 0; k < count; k++) {
      double[] row = matrix[neuron[from + k]];
      if (row != lines[k]) {
        System.arraycopy(lines[k], 0, row, 0, posts);
      }
    }
  }

  @Override
  double[] along(double[] vector, int neuron) {
    return vector;
  }

  @Override
  void putAlong(double[] line, int neuron, double[] vector) {}
}
