package plastron.plasticity.f64.timing;

/** The columns of full arrays: lines of post neurons. */
final class DenseColumns64 extends SynapseLines64 {

  private final int pres;

  DenseColumns64(int pres) {
    this.pres = pres;
  }

  @Override
  int group() {
    return AT_ONCE;
  }

  @Override
  int length(int neuron) {
    return pres;
  }

  @Override
  int longest() {
    return pres;
  }

  @Override
  double[][] room() {
    return new double[AT_ONCE][pres];
  }

  @Override
  void take(double[][] matrix, int[] neuron, int from, int count, double[][] lines) {
    if (count == 1) {
      double[] line = lines[0];
      int i = neuron[from];
      for (int j = 0; j < line.length; j++) {
        line[j] = matrix[j][i];
      }
      return;
    }
    for (int j = 0; j < pres; j++) {
      double[] row = matrix[j];
      for (int k = 0; k < count; k++) {
        lines[k][j] = row[neuron[from + k]];
      }
    }
  }

  @Override
  void open(double[][] matrix, int[] neuron, int from, int count, double[][] lines) {}

  @Override
  void put(double[][] lines, int[] neuron, int from, int count, double[][] matrix) {
    if (count == 1) {
      double[] line = lines[0];
      int i = neuron[from];
      for (int j = 0; j < line.length; j++) {
        matrix[j][i] = line[j];
      }
      return;
    }
    for (int j = 0; j < pres; j++) {
      double[] row = matrix[j];
      for (int k = 0; k < count; k++) {
        row[neuron[from + k]] = lines[k][j];
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
