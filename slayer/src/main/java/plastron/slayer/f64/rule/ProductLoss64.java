package plastron.slayer.f64.rule;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.FlooredProduct;
import plastron.plasticity.f64.RuleShape64;

/**
 * What a {@link FlooredProduct} loses in every synapse. Factors are read by their owner before;
 * those of one side are multiplied once for all synapses of a neuron. Owned by one thread.
 */
final class ProductLoss64 {

  private final RuleShape64 shape;
  private final double step;
  private final double coefficient;
  private final boolean makesUp;
  private final List<LossFactor64> factors;
  private final List<LossFactor64> ofSynapses;

  /** Products of the factors of a neuron, whole numbers and as they are, by side of the row. */
  private final Side ofRow;

  private final Side ofColumn;
  private final double[] value;
  private final double[] whole;

  /** Products of the factors of one side. */
  private record Side(Axis axis, double[] real, double[] whole) {

    static Side of(RuleShape64 shape, Axis axis) {
      int neurons = axis == Axis.PRE ? shape.pre() : shape.post();
      return new Side(axis, new double[neurons], new double[neurons]);
    }

    void multiply(List<LossFactor64> factors) {
      Arrays.fill(real, 1);
      Arrays.fill(whole, 1);
      for (LossFactor64 factor : factors) {
        if (factor.axis == axis) {
          by(factor.real[0], real);
          by(factor.whole[0], whole);
        }
      }
    }
  }

  /**
   * @param factors those of the product, shared with others that have the same
   */
  ProductLoss64(
      RuleShape64 shape,
      FlooredProduct product,
      Function<FlooredProduct.Factor, LossFactor64> factors) {
    this.shape = shape;
    step = (double) product.step();
    coefficient = (double) product.coefficient();
    makesUp = product.makesUp();
    this.factors = product.factors().stream().map(factors).toList();
    ofSynapses = this.factors.stream().filter(f -> f.axis == Axis.SYNAPSE).toList();
    boolean byPre = shape.rows() == Axis.PRE;
    ofRow = Side.of(shape, byPre ? Axis.PRE : Axis.POST);
    ofColumn = Side.of(shape, byPre ? Axis.POST : Axis.PRE);
    value = new double[ofColumn.real().length];
    whole = new double[ofColumn.real().length];
  }

  private static void by(double[] factor, double[] product) {
    for (int i = 0; i < product.length; i++) {
      product[i] *= factor[i];
    }
  }

  /** Multiplies what neurons have. */
  void read() {
    ofRow.multiply(factors);
    ofColumn.multiply(factors);
  }

  /**
   * Subtracts what is lost, or adds what makes up for it.
   *
   * @param r a row of synapses
   * @param sign by which a loss is multiplied, one for each synapse of the row
   * @param row from which it is subtracted, modified
   */
  void subtract(int r, double[] sign, double[] row) {
    double a = coefficient * ofRow.real()[r];
    double b = coefficient * ofRow.whole()[r];
    if (a == 0) {
      return; // nothing is not rounded
    }
    int length = row.length;
    if (makesUp) {
      for (int c = 0; c < length; c++) {
        row[c] += sign[c] * step * coefficient;
      }
      return;
    }
    if (shape.synapses().isEmpty()) {
      System.arraycopy(ofColumn.real(), 0, value, 0, length);
      System.arraycopy(ofColumn.whole(), 0, whole, 0, length);
    } else {
      for (int c = 0; c < length; c++) {
        int column = LossFactor64.column(shape, r, c);
        value[c] = ofColumn.real()[column];
        whole[c] = ofColumn.whole()[column];
      }
    }
    for (LossFactor64 factor : ofSynapses) {
      double[] real = factor.real[r];
      double[] held = factor.whole[r];
      for (int c = 0; c < length; c++) {
        value[c] *= real[c];
        whole[c] *= held[c];
      }
    }
    for (int c = 0; c < length; c++) {
      row[c] -= sign[c] * step * (a * value[c] - (double) Math.floor(b * whole[c]));
    }
  }

  /**
   * What is lost in one synapse.
   *
   * @param r its row
   * @param c its place there
   */
  double lost(int r, int c) {
    int column = LossFactor64.column(shape, r, c);
    double real = ofColumn.real()[column];
    double held = ofColumn.whole()[column];
    for (LossFactor64 factor : ofSynapses) {
      real *= factor.real[r][c];
      held *= factor.whole[r][c];
    }
    double a = coefficient * ofRow.real()[r];
    double b = coefficient * ofRow.whole()[r];
    return a == 0 ? 0 : step * (a * real - (double) Math.floor(b * held));
  }
}
