package plastron.slayer.f64.rate.operation;

import java.util.Arrays;
import plastron.plasticity.rate.program.Operation;
import plastron.slayer.f64.rate.tape.BlockAdjoint64;
import plastron.slayer.f64.rate.tape.BlockTape64;

/** See {@link Operation.Combination}. */
final class Combination64 extends Operation64 {

  private final int out;
  private final int[] terms;
  private final double[] factors;
  private final double constant;

  Combination64(Operation.Combination combination) {
    out = combination.out().index();
    terms = combination.terms().stream().mapToInt(v -> v.index()).toArray();
    factors = new double[terms.length];
    for (int k = 0; k < terms.length; k++) {
      factors[k] = (double) combination.factors().get(k).doubleValue();
    }
    constant = (double) combination.constant();
  }

  @Override
  public void forward(BlockTape64 tape, int from, int to) {
    for (int t = from; t < to; t++) {
      double[] y = tape.row[out][t];
      Arrays.fill(y, constant);
      for (int k = 0; k < terms.length; k++) {
        add(y, factors[k], tape.row[terms[k]][t]);
      }
    }
  }

  @Override
  public void backward(BlockTape64 tape, BlockAdjoint64 adjoint, int from, int to) {
    for (int t = to - 1; t >= from; t--) {
      for (int k = 0; k < terms.length; k++) {
        add(adjoint.row[terms[k]][t], factors[k], adjoint.row[out][t]);
      }
    }
  }

  private static void add(double[] sum, double factor, double[] term) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * term[i];
    }
  }
}
