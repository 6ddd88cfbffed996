package plastron.slayer.f64.rate.operation;

import plastron.plasticity.f64.kernel.Kernels64;
import plastron.plasticity.rate.program.Operation;
import plastron.slayer.f64.rate.tape.BlockAdjoint64;
import plastron.slayer.f64.rate.tape.BlockTape64;

/** See {@link Operation.Product}. */
final class Product64 extends Operation64 {

  private static final Kernels64 KERNELS = Kernels64.FASTEST;

  private final int out;
  private final int a;
  private final int b;
  private final boolean single;

  Product64(Operation.Product product) {
    out = product.out().index();
    a = product.a().index();
    b = product.b().index();
    single = product.a().columns() == 1;
  }

  @Override
  public void forward(BlockTape64 tape, int from, int to) {
    for (int t = from; t < to; t++) {
      double[] y = tape.row[out][t];
      double[] left = tape.row[a][t];
      double[] right = tape.row[b][t];
      if (single) {
        double factor = left[0];
        for (int i = 0; i < y.length; i++) {
          y[i] = factor * right[i];
        }
      } else {
        for (int i = 0; i < y.length; i++) {
          y[i] = left[i] * right[i];
        }
      }
    }
  }

  @Override
  public void backward(BlockTape64 tape, BlockAdjoint64 adjoint, int from, int to) {
    for (int t = to - 1; t >= from; t--) {
      double[] g = adjoint.row[out][t];
      if (single) {
        adjoint.row[a][t][0] += KERNELS.dot(g, tape.row[b][t]);
        KERNELS.add(adjoint.row[b][t], tape.row[a][t][0], g);
      } else {
        addProduct(adjoint.row[a][t], g, tape.row[b][t]);
        addProduct(adjoint.row[b][t], g, tape.row[a][t]);
      }
    }
  }

  private static void addProduct(double[] sum, double[] g, double[] factor) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += g[i] * factor[i];
    }
  }
}
